using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Cli.Arguments;
using Junheng.Cli.Databases;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Commands;

/// <summary><c>audit verify | anchor</c>.</summary>
internal sealed class AuditCommand : ICommand
{
    private const string Kept = "--kept";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "audit",
        AuditTexts.Summary,
        [new ArgumentSpec("verify|anchor", AuditTexts.Action)],
        [DatabaseOptions.DatabaseOption, new OptionSpec(Kept, "FILE", AuditTexts.Kept)],
        [AuditTexts.Keep],
        [new CommandExample("audit verify --database .data/junheng.db", AuditTexts.ExampleVerify), new CommandExample("audit anchor --database .data/junheng.db", AuditTexts.ExampleAnchor)]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var errors = new UsageErrors();
        var action = call.Arguments.Positional[0];
        if (action is not ("verify" or "anchor"))
        {
            errors.Add($"audit 没有“{action}”；可用：verify、anchor", $"audit has no '{action}'. It has verify, anchor");
        }

        var kept = KeptLines(call, errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        using var database = OpenedDatabase.Open(call, errors);
        if (database is null)
        {
            return call.Refuse(errors);
        }

        var proof = database.Get<IAuditProof>();
        if (action == "anchor")
        {
            var today = DateOnly.FromDateTime(call.Terminal.Clock.GetLocalNow().Date);
            call.Terminal.Write(proof.AnchorAsync(today, CancellationToken.None).GetAwaiter().GetResult() + "\n");
            return ExitCodes.Done;
        }

        return Report(call, proof.VerifyAsync(kept, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static ImmutableArray<AnchorLine> KeptLines(CommandCall call, UsageErrors errors)
    {
        if (call.Arguments.Value(Kept) is not { } path)
        {
            return [];
        }

        if (!File.Exists(path))
        {
            errors.Add($"没有文件 {path}", $"There is no file {path}");
            return [];
        }

        var lines = ImmutableArray.CreateBuilder<AnchorLine>();
        foreach (var (number, text) in File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            if (AnchorLine.Parse(text) is { } line)
            {
                lines.Add(line);
            }
            else
            {
                errors.Add(AuditTexts.NoAnchor.Say(Language.Zh, path, number + 1), AuditTexts.NoAnchor.Say(Language.En, path, number + 1));
            }
        }

        return lines.ToImmutable();
    }

    private static int Report(CommandCall call, AuditVerification found)
    {
        if (found.IsSound)
        {
            call.Terminal.Write(AuditTexts.Sound.Say(call.Language, found.Chains.Length, found.Entries, found.Anchors) + "\n");
            return ExitCodes.Done;
        }

        var page = new Page(call.Terminal.Width, hasColour: false);
        var broken = found.Chains.Select(chain => chain.Broken).OfType<BrokenEntry>().ToList();
        page.Line(AuditTexts.Broken.Say(call.Language, broken.Count, found.BrokenAnchors.Length));
        foreach (var entry in broken)
        {
            page.Line("  " + AuditTexts.BrokenEntry.Say(call.Language, entry.Scope.Value, entry.Number, Word(entry.Fault).In(call.Language)));
        }

        foreach (var anchor in found.BrokenAnchors)
        {
            page.Line("  " + AuditTexts.BrokenAnchor.Say(call.Language, anchor.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Word(anchor.Fault).In(call.Language)));
        }

        call.Terminal.Error.Write(page.ToString());
        return ExitCodes.Refused;
    }

    private static LocalizedText Word(AuditFault fault) => fault switch
    {
        AuditFault.Changed => AuditTexts.Changed,
        AuditFault.Deleted => AuditTexts.Deleted,
        AuditFault.OutOfOrder => AuditTexts.OutOfOrder,
        AuditFault.Truncated => AuditTexts.Truncated,
        AuditFault.PersonalChanged => AuditTexts.PersonalChanged,
        AuditFault.TimeWentBack => AuditTexts.TimeWentBack,
        AuditFault.AnchorChanged => AuditTexts.AnchorChanged,
        _ => AuditTexts.AnchorUnknown,
    };
}

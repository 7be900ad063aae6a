using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Cli.Arguments;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Cli.Views;
using Junheng.Documents.Definitions;
using Junheng.Domain.Findings;

namespace Junheng.Cli.Commands;

/// <summary><c>standards list | show ID | modelled ID | check FILE…</c>.</summary>
internal sealed class StandardsCommand : ICommand
{
    private const string Overlay = "--overlay";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new(
        "standards",
        StandardsTexts.Summary,
        [new ArgumentSpec("list|show|modelled|check", StandardsTexts.Action), new ArgumentSpec("ID|FILE", StandardsTexts.Target, IsRequired: false, Repeats: true)],
        [new OptionSpec(Overlay, "ID|FILE", StandardsTexts.Overlay, Repeats: true)],
        [StandardsTexts.Marks],
        [
            new CommandExample("standards list", StandardsTexts.ExampleList),
            new CommandExample("standards show cn-2017-quality-balance", StandardsTexts.ExampleShow),
            new CommandExample("standards modelled cn-2017-quality-balance", StandardsTexts.ExampleModelled),
            new CommandExample("standards check standards/overlays/example-province.yaml", StandardsTexts.ExampleCheck),
        ]);

    /// <inheritdoc/>
    public int Run(CommandCall call)
    {
        var (action, targets) = (call.Arguments.Positional[0], call.Arguments.Positional.Skip(1).ToList());
        var errors = new UsageErrors();
        CheckUsage(action, targets, call.Arguments, errors);
        if (errors.Any)
        {
            return call.Refuse(errors);
        }

        return action switch
        {
            "list" => Deliver(call, page => StandardView.WriteList(page, StandardFiles.BesideProgram, call.Language)),
            "show" => WithStandard(call, targets[0], (page, standard) => new StandardView(page, standard, call.Language).Write()),
            "modelled" => WithStandard(call, targets[0], (page, standard) => ModelledView.Write(page, standard, call.Language)),
            _ => Check(call, targets),
        };
    }

    private static void CheckUsage(string action, List<string> targets, ParsedArguments arguments, UsageErrors errors)
    {
        switch (action)
        {
            case "list" when targets.Count > 0:
                errors.Add($"list 后面不带参数：“{targets[0]}”", $"list takes no argument: '{targets[0]}'");
                break;
            case "show" or "modelled" when targets.Count != 1:
                errors.Add($"{action} 后面要写一个标准的编号或文件", $"{action} needs one standard's id or file");
                break;
            case "check" when targets.Count == 0:
                errors.Add("check 后面要写一个或多个文件", "check needs one or more files");
                break;
            case "list" or "show" or "modelled" or "check":
                break;
            default:
                var meant = Nearest.To(action, ["list", "show", "modelled", "check"]);
                errors.Add(
                    $"standards 没有“{action}”{(meant is null ? "" : $"，是不是 {meant}？")}；可用：list、show、modelled、check",
                    $"standards has no '{action}'{(meant is null ? "" : $"; did you mean {meant}?")} It has list, show, modelled, check");
                break;
        }

        if (action is "list" or "check" && arguments.Has(Overlay))
        {
            errors.Add($"{Overlay} 只用于 show 和 modelled", $"{Overlay} is for show and modelled only");
        }
    }

    private static int WithStandard(CommandCall call, string idOrFile, Action<Page, Standard> write)
    {
        var request = StandardRequest.Of(idOrFile) with { Overlays = [.. call.Arguments.Values(Overlay)] };
        return StandardFiles.BesideProgram.Open(request, call.Language) switch
        {
            StandardOpening.Opened opened => Deliver(call, page => write(page, opened.Standard)),
            StandardOpening.Refused refused => Refusal.Of(refused.Findings, call.Terminal, call.Language),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    /// <summary>What is sound goes to standard output, what is wrong to standard error.</summary>
    private static int Check(CommandCall call, List<string> files)
    {
        var isSound = true;
        foreach (var file in new CheckDefinitions(StandardFiles.BesideProgram, CheckFiles.BesideProgram, new DefinitionFiles()).Run(files, call.Language))
        {
            if (file.Title is { } title)
            {
                call.Terminal.Write(StandardsTexts.Sound.Say(call.Language, file.File, title.In(call.Language)) + "\n");
                continue;
            }

            isSound = false;
            var errors = file.Findings.Count(finding => finding.Severity == Severity.Error);
            Refusal.Of(StandardsTexts.Unsound.Say(call.Language, file.File, errors), file.Findings, call.Terminal, call.Language);
        }

        return isSound ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static int Deliver(CommandCall call, Action<Page> write)
    {
        var page = call.NewPage();
        write(page);
        call.Terminal.Write(page.ToString());
        return ExitCodes.Done;
    }
}

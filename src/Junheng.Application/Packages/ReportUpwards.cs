using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Application.Settings;

namespace Junheng.Application.Packages;

/// <summary>What the level above answered.</summary>
public abstract record UpperAnswer
{
    private UpperAnswer()
    {
    }

    /// <summary>It has taken the package over.</summary>
    public sealed record TakenOver : UpperAnswer;

    /// <summary>It refused the package, and all that it found.</summary>
    /// <param name="Reasons">In the language asked for.</param>
    public sealed record Refused(ImmutableArray<string> Reasons) : UpperAnswer;

    /// <summary>It could not be reached, or said something else than such a node says.</summary>
    public sealed record Unreachable : UpperAnswer;

    /// <summary>Nothing was sent: no address is set, or the year is not frozen.</summary>
    public sealed record NothingToSend : UpperAnswer;
}

/// <summary>The node of the level above, by network.</summary>
public interface IUpperNode
{
    /// <summary>Hands a package over and gives what was answered.</summary>
    /// <param name="address">Where the node is.</param>
    /// <param name="package">The package's bytes.</param>
    /// <param name="language">Of reasons: <c>zh</c> or <c>en</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<UpperAnswer> SendAsync(Uri address, byte[] package, string language, CancellationToken cancellation);
}

/// <summary>Where the node of the level above is.</summary>
public sealed class UpperNodeAddress(ISettings settings, TimeProvider clock)
{
    private const string Name = "upper-node";
    private const int Longest = 200;

    /// <summary>The address; null where none is set.</summary>
    public async Task<Uri?> FindAsync(CancellationToken cancellation) => await settings.FindAsync(Name, cancellation) is { Length: > 0 } text ? Parse(text) : null;

    /// <summary>Sets it, or with a blank text takes it away; false where the text is no address of a node.</summary>
    public async Task<bool> SetAsync(string text, string actor, CancellationToken cancellation)
    {
        if (text.Length > 0 && Parse(text) is null)
        {
            return false;
        }

        var before = await settings.FindAsync(Name, cancellation) ?? "";
        if (before != text)
        {
            await settings.SetAsync(Name, text, AuditEntries.Done(actor, "setting.upper-node", Name, clock.GetUtcNow(), before, text), cancellation);
        }

        return true;
    }

    private static Uri? Parse(string text) =>
        text.Length <= Longest && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.UserInfo.Length == 0 ? address : null;
}

/// <summary>Use case: report a frozen year to the level above by network. The package is the same as the one by file; whatever is answered is on record.</summary>
public sealed class ReportUpwards(SendPackage send, UpperNodeAddress address, IUpperNode node, IAuditTrail trail, TimeProvider clock)
{
    /// <summary>Reports it.</summary>
    public async Task<UpperAnswer> RunAsync(CollectionRound round, Region county, string actor, string language, CancellationToken cancellation)
    {
        if (await address.FindAsync(cancellation) is not { } upper || await send.RunAsync(round, county, cancellation) is not { } package)
        {
            return new UpperAnswer.NothingToSend();
        }

        var answer = await node.SendAsync(upper, package, language, cancellation);
        var (result, said) = answer switch
        {
            UpperAnswer.TakenOver => (AuditResults.Done, "taken over"),
            UpperAnswer.Refused refused => (AuditResults.Refused, string.Join("; ", refused.Reasons)),
            _ => (AuditResults.Failed, "unreachable"),
        };
        await trail.AppendAsync(
            new AuditEntry(round.Scope, actor, "package.send", $"package/{county.Code}/{round.ReportYear}", result, clock.GetLocalNow()) { Change = new ValueChange($"{round.Freeze!.Version} {round.Freeze.DataSha256}", said) }, CancellationToken.None);
        return answer;
    }
}

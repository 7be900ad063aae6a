using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Application.Recognition;

namespace Junheng.Web.Shared;

/// <summary>What came of a form, as the page after it says. It stands in the address, so only words that the program knows are taken.</summary>
/// <param name="Key">The key of the text.</param>
/// <param name="IsDone">Whether it was done.</param>
public sealed record Said(string Key, bool IsDone)
{
    private static readonly string[] _collected =
    [
        "Opened", "OpenedByFigures", "Approved", "SentBack", "Saved", "Merged", "Submitted", "NotSubmitted", "Withdrawn", "Confirmed", "Contested", "Answered", "Imported", "Undone", "Proposed", "Decided", "Rejected", "TakenOver", "Reported",
        "TableStored",
    ];

    private static readonly Dictionary<string, Said> _known = Enum.GetValues<AccountOutcome>().Select(outcome => new Said($"account.{outcome}", outcome == AccountOutcome.Done))
        .Concat(Enum.GetValues<GrantOutcome>().Select(outcome => new Said($"grant.{outcome}", outcome is GrantOutcome.Done or GrantOutcome.Proposed)))
        .Append(new Said("setting.Done", true))
        .Concat(Enum.GetValues<RecognitionOutcome>().Select(outcome => new Said($"recognition.{outcome}", outcome == RecognitionOutcome.Done)))
        .Concat([new Said("map.Stored", true), new Said("map.NoFile", false)])
        .Append(new Said("setting.BadAddress", false))
        .Concat([new Said("scenario.Done", true), new Said("scenario.Deleted", true)])
        .Concat([new Said("plans.Done", true), new Said("plans.Deleted", true)])
        .Concat(_collected.Select(key => new Said("collect." + key, key != "NotSubmitted")))
        .Concat([new Said("register.Entered", true), new Said("register.Imported", true), new Said("register.FromFigures", true), new Said("register.NoFigures", false)])
        .Concat([new Said("county.Done", true), new Said("county.Trusted", true), new Said("county.Unfit", false), new Said("county.Known", false), new Said("county.BadKey", false)])
        .ToDictionary(said => said.Key, StringComparer.Ordinal);

    /// <summary>What a key says; null when it is none.</summary>
    public static Said? Of(string? key) => key is not null && _known.TryGetValue(key, out var said) ? said : null;
}

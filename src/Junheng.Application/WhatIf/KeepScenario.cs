using Junheng.Application.Accounts;

namespace Junheng.Application.WhatIf;

/// <summary>What is to be kept.</summary>
/// <param name="Id">The scenario that it was opened from; null for a new one.</param>
/// <param name="Revision">Its revision when it was opened.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsShared">Whether others may look at it.</param>
/// <param name="Person">Who keeps it.</param>
public sealed record KeepRequest(Guid? Id, int Revision, string Name, bool IsShared, string Person);

/// <summary>What came of it.</summary>
public enum KeepOutcome
{
    /// <summary>It is kept.</summary>
    Done,

    /// <summary>It has no name, or too long a one.</summary>
    NoName,

    /// <summary>It changes nothing.</summary>
    Nothing,

    /// <summary>Something in it cannot be made.</summary>
    Unsound,

    /// <summary>Somebody else has changed or deleted it since.</summary>
    Changed,

    /// <summary>There are too many.</summary>
    TooMany,
}

/// <summary>Use case: keep a scenario under a name. Only its author changes it; whoever keeps another's keeps a copy of their own.</summary>
public sealed class KeepScenario(IScenarios scenarios, ISecrets secrets, TimeProvider clock)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>How many a person may keep of one county.</summary>
    public const int MostOfOne = 100;

    /// <summary>Keeps what a run shows.</summary>
    /// <param name="run">The scenario as judged.</param>
    /// <param name="request">Under which name.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(KeepOutcome Outcome, Guid Id)> RunAsync(ScenarioRun run, KeepRequest request, CancellationToken cancellation)
    {
        var name = new string([.. request.Name.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        if (name.Length is 0 or > LongestName)
        {
            return (KeepOutcome.NoName, default);
        }

        if (run.Problems.Any(problem => !run.Overlay.Texts.ContainsKey(problem.Key)))
        {
            return (KeepOutcome.Unsound, default);
        }

        if (run.Overlay.IsEmpty)
        {
            return (KeepOutcome.Nothing, default);
        }

        var (scope, now) = (run.Baseline.Stored.Region.Scope, clock.GetUtcNow());
        var existing = request.Id is { } id ? await scenarios.FindAsync(scope, id, cancellation) : null;
        if (existing is null && (await scenarios.ListAsync(scope, cancellation)).Count(each => each.Author == request.Person) >= MostOfOne)
        {
            return (KeepOutcome.TooMany, default);
        }

        var own = existing?.Author == request.Person ? existing : null;
        var kept = new Scenario(
            scope,
            own?.Id ?? secrets.NewId(),
            run.Baseline.Year,
            name,
            run.Overlay,
            run.BaselineSha256,
            request.IsShared,
            request.Person,
            own?.CreatedAt ?? now,
            now,
            own is null ? 1 : request.Revision + 1);
        return await scenarios.KeepAsync(kept, request.Person, cancellation) ? (KeepOutcome.Done, kept.Id) : (KeepOutcome.Changed, default);
    }
}

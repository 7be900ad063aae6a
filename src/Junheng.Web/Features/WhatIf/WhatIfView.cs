using System.Collections.Immutable;
using Junheng.Application.WhatIf;
using Junheng.Domain.Schools;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.WhatIf;

/// <summary>A scenario as its page shows it.</summary>
/// <param name="Run">The county judged with it.</param>
/// <param name="Difference">What it changes.</param>
/// <param name="Kept">The scenario that it was opened from; null for one that was not kept.</param>
/// <param name="Typed">What stands in the fields, also what cannot be made; by key.</param>
/// <param name="MayKeep">Whether the reader may keep scenarios of this county.</param>
/// <param name="IsOwn">Whether the reader is the author, or it was not kept.</param>
public sealed record WhatIfView(ScenarioRun Run, ScenarioDifference Difference, Scenario? Kept, ImmutableSortedDictionary<string, string> Typed, bool MayKeep, bool IsOwn)
{
    /// <summary>Whether the baseline is another than when the scenario was kept.</summary>
    public bool HasMoved => Kept is { } kept && kept.BaselineSha256 != Run.BaselineSha256;

    /// <summary>The address without what is asked.</summary>
    public string Address => $"/counties/{Uri.EscapeDataString(Run.Baseline.County.Code)}/what-if";

    /// <summary>By what it is judged, where that is not the usual, as it stands behind an address.</summary>
    public string Query => Run.Baseline.Basis.IsUsual ? "" : Links.Query(Run.Baseline.Basis);

    /// <summary>What stands in a field.</summary>
    public string TextOf(string key, string baseline) => Typed.GetValueOrDefault(key, baseline);
}

/// <summary>The names of the places on the page that move while one types.</summary>
internal static class Slots
{
    public const string Summary = "summary";
    public const string Words = "words";
    public const string Problems = "problems";

    public static string Unit(string school, Stage stage) => $"u:{school}:{stage.Id()}";

    public static string Spread(string indicator, Stage stage) => $"v:{indicator}:{stage.Id()}";
}

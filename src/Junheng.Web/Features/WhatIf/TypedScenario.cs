using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.WhatIf;

namespace Junheng.Web.Features.WhatIf;

/// <summary>What the form of a scenario carries.</summary>
/// <param name="Year">The report year.</param>
/// <param name="Scenario">The scenario that it was opened from.</param>
/// <param name="Revision">Its revision then.</param>
/// <param name="Name">The name to keep it under.</param>
/// <param name="IsShared">Whether others may look at it.</param>
/// <param name="IsCopy">Whether it is to be kept beside the one that it was opened from.</param>
/// <param name="Texts">The fields: key → text.</param>
/// <param name="Shown">Places that show something else than the baseline already.</param>
internal sealed record TypedScenario(
    int? Year, Guid? Scenario, int Revision, string Name, bool IsShared, bool IsCopy, ImmutableSortedDictionary<string, string> Texts, ImmutableHashSet<string> Shown)
{
    private const int LongestKey = 200;
    private const int MostShown = 5000;

    /// <summary>What a request carries; keys that are none are left out.</summary>
    public static TypedScenario Of(IFormCollection form) => new(
        int.TryParse(form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Guid.TryParse(form["scenario"], out var id) ? id : null,
        int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0,
        form["name"].ToString(),
        form["shared"] == "1",
        form["then"] == "copy",
        form.Where(field => field.Key.Length <= LongestKey && field.Key.Length > 2 && field.Key[1] == ':' && field.Key[0] is 'c' or 'n' or 's')
            .Take(ScenarioOverlay.Most)
            .ToImmutableSortedDictionary(field => field.Key, field => field.Value.ToString() is { Length: > ScenarioOverlay.LongestText } text ? text[..(ScenarioOverlay.LongestText + 1)] : field.Value.ToString(), StringComparer.Ordinal),
        [.. form["shown"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostShown)]);

    /// <summary>The overlay that the fields make.</summary>
    public ScenarioOverlay Overlay => new(Texts);
}

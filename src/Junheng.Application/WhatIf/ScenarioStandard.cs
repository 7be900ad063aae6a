using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;

namespace Junheng.Application.WhatIf;

/// <summary>A standard with some numbers of its indicators otherwise: another object with another hash.</summary>
internal static class ScenarioStandard
{
    /// <summary>The name under which the numbers are said to be the scenario's.</summary>
    public const string Overlay = "what-if";

    /// <summary>The standard with norms, floors and limits changed, whatever the day.</summary>
    public static Standard Of(Standard standard, IReadOnlyCollection<ScenarioChange.Norm> changes)
    {
        if (changes.Count == 0)
        {
            return standard;
        }

        var lines = changes.Select(change => $"{change.Key}={change.Text}").Order(StringComparer.Ordinal).Prepend(standard.ContentHash);
        return standard with
        {
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))),
            Overlays = standard.Overlays.Add(Overlay),
            Indicators = [.. standard.Indicators.Select(indicator => Changed(indicator, [.. changes.Where(change => change.Indicator == indicator.Id)]))],
        };
    }

    private static Indicator Changed(Indicator indicator, ImmutableArray<ScenarioChange.Norm> changes)
    {
        if (changes.IsEmpty)
        {
            return indicator;
        }

        StageNumbers Numbers(NormKind kind) =>
            new(changes.Where(change => change.Kind == kind).ToImmutableDictionary(change => change.Stage, change => Rational.ParseDecimal(change.Text)));

        // The last entry holds from the beginning of time on; what it leaves out keeps its earlier value.
        var entry = new DatedNorm(DateOnly.MinValue, Numbers(NormKind.Norm), Numbers(NormKind.Floor), Numbers(NormKind.Limit), StageNumbers.None, new RuleSource(Overlay, "I"), Overlay);
        return indicator with { Norms = indicator.Norms.Add(entry) };
    }
}

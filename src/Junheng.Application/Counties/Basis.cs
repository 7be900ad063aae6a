using System.Globalization;
using Junheng.Application.Standards;

namespace Junheng.Application.Counties;

/// <summary>
/// By what a page, a paper or an answer judges: the standard with overlays and settings, the report year, the evaluation date. What is not named is the default:
/// the standard in force, the newest year on record, today brought into that year.
/// </summary>
public sealed record Basis
{
    /// <summary>Nothing named.</summary>
    public static Basis Default { get; } = new();

    /// <summary>The standard with overlays and settings; only ids of the product's own files, never paths.</summary>
    public StandardRequest Standard { get; init; } = StandardRequest.Of(StandardRequest.DefaultId);

    /// <summary>The report year; null for the newest on record.</summary>
    public int? Year { get; init; }

    /// <summary>The evaluation date; null for today brought into the report year.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether standard, settings and date are the default's; the year is chosen on every page and says nothing about the rules.</summary>
    public bool IsUsual => Standard.IdOrFile == StandardRequest.DefaultId && Standard.Overlays.IsEmpty && Standard.Settings.IsEmpty && Date is null;

    /// <summary>The default with a report year.</summary>
    public static Basis Of(int? year) => Default with { Year = year };

    /// <summary>As it stands in an address, in a fixed order, without the year and without what is the default's.</summary>
    public IEnumerable<(string Name, string Value)> Words()
    {
        if (Standard.IdOrFile != StandardRequest.DefaultId)
        {
            yield return (BasisWords.Standard, Standard.IdOrFile);
        }

        foreach (var overlay in Standard.Overlays)
        {
            yield return (BasisWords.Overlay, overlay);
        }

        foreach (var setting in Standard.Settings)
        {
            yield return (BasisWords.Setting, $"{setting.Id}={setting.Value}");
        }

        if (Date is { } date)
        {
            yield return (BasisWords.Date, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}

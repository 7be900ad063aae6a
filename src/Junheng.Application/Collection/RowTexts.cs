using System.Globalization;
using Junheng.Application.Import;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Collection;

/// <summary>A row of a table as the texts of a form.</summary>
internal static class RowTexts
{
    /// <summary>The fields that the row has a text for, with their places.</summary>
    public static IEnumerable<(string Field, string Text, Origin Place)> Of(StatisticsPart part, int row)
    {
        foreach (var (id, column) in part.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal))
        {
            if (column.IsPresent(row) && id is not ("lat" or "lon" or "report_year"))
            {
                yield return (id, PartRows.ExactText(column, row) ?? column.Values[row].ToString("R", CultureInfo.InvariantCulture), part.OriginOf(row, id));
            }
        }

        if (part.OrganiserTypes?[row] is { } organiser and > 0)
        {
            yield return ("organiser_type", OrganiserTypes.Ids[organiser], part.OriginOf(row, "organiser_type"));
        }

        if (part.Locales?[row] is { } locale and not Locale.Unknown)
        {
            yield return ("locale", locale.Id(), part.OriginOf(row, "locale"));
        }
    }
}

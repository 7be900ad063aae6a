using System.Globalization;
using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.School;

/// <summary>What stands behind a label.</summary>
/// <param name="Item">Public column id.</param>
/// <param name="Label">The label as written.</param>
/// <param name="Written">The text as written.</param>
/// <param name="Value">What it means: an id or code of the public column; null where that is not known.</param>
/// <param name="Row">Row, from 1.</param>
/// <param name="Column">Column, from 0.</param>
internal sealed record LabelValue(string Item, string Label, string Written, string? Value, int Row, int Column);

/// <summary>Reads what stands behind labels: in the same row, in the column of figures where the form has one, else in the next cell with content.</summary>
internal static partial class LabelReader
{
    /// <summary>All labels of a map that the sheet has with something behind them, in the order of the map.</summary>
    public static IReadOnlyList<LabelValue> Read(FormMap map, SheetGrid grid)
    {
        if (map.Labels.IsEmpty)
        {
            return [];
        }

        var form = SheetSigns.Of(grid).Form;
        var values = new List<LabelValue>();
        foreach (var rule in map.Labels)
        {
            if (Find(rule, grid, form) is { } found)
            {
                values.Add(found);
            }
        }

        return values;
    }

    /// <summary>A text of the form as the public column's id or code; null where it is not known.</summary>
    public static string? Meaning(LabelRule rule, string text)
    {
        if (rule.Values.FirstOrDefault(value => value.Text == text || HeadingPath.Normalised(value.Text) == HeadingPath.Normalised(text)).Value is { } given)
        {
            return given;
        }

        if (rule.Digits > 0)
        {
            return Digits().Matches(text).Select(match => match.Value).FirstOrDefault(digits => digits.Length >= rule.Digits)?[..rule.Digits];
        }

        return rule.Item switch
        {
            "school_type" => SchoolKinds.Of(text) is { Type: not SchoolType.Unknown and var type } ? type.Id() : null,
            "locale" => LocaleClasses.Of(text) is not Locale.Unknown and var locale ? locale.Id() : null,
            "organiser_type" => OrganiserTypes.Parse(text) is > 0 and var organiser ? organiser.ToString(CultureInfo.InvariantCulture) : null,
            "report_year" => HeadLines.YearOf(text) is { } year ? year.ToString(CultureInfo.InvariantCulture) : text.Length == 4 ? text : null,
            _ => text,
        };
    }

    private static LabelValue? Find(LabelRule rule, SheetGrid grid, FormSheet? form)
    {
        for (var row = 1; row <= grid.RowCount; row++)
        {
            for (var column = 0; column < grid.ColumnCount; column++)
            {
                if (grid.Raw(row, column) is not string label || !rule.Labels.Contains(HeadingPath.Normalised(label)) || Behind(grid, form, row, column) is not { } at)
                {
                    continue;
                }

                var written = grid.Text(at.Row, at.Column);
                return new LabelValue(rule.Item, label.Trim(), written, Meaning(rule, written), at.Row, at.Column);
            }
        }

        return null;
    }

    private static (int Row, int Column)? Behind(SheetGrid grid, FormSheet? form, int row, int column)
    {
        if (form is not null && form.Rows.Any(each => each.Row == row))
        {
            return form.Columns.Where(each => each.Column > column && !grid.IsBlank(row, each.Column)).Select(each => ((int, int)?)(row, each.Column)).FirstOrDefault();
        }

        for (var right = column + 1; right < grid.ColumnCount; right++)
        {
            if (!grid.IsBlank(row, right))
            {
                return (row, right);
            }
        }

        return null;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}

using System.Collections.Immutable;
using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.School;

/// <summary>Whether a column is a subtotal of others.</summary>
/// <param name="IsSubtotal">True: the others are in it. False: they stand beside it. Null: nobody can tell.</param>
/// <param name="By">What it was told by.</param>
internal sealed record SubtotalDecision(bool? IsSubtotal, LocalizedText By);

/// <summary>
/// Decides whether 艺术 is the subtotal of 音乐 and 美术 or a course beside them, for a whole sheet: by the headings, else by the printed totals of all courses, else by what cannot be.
/// Counting a subtotal and its parts would count teachers twice, so what cannot be told is asked.
/// </summary>
internal sealed class SubtotalDecider(FormMap map, CellFinder finder, FormFigures figures)
{
    /// <summary>Decides for a column and its possible parts, all on the sheet.</summary>
    public SubtotalDecision Decide(HeadingPath path, FormColumn whole, IReadOnlyList<FormColumn> parts)
    {
        if (parts.Any(part => part.Path[..^1].Any(heading => path.Parts[^1].Contains(heading))))
        {
            return new(true, new("列标题中各分项列在其下", "by the headings: the parts stand under it"));
        }

        var byTotal = Votes(path, whole, parts).Distinct().ToList();
        if (byTotal is [var vote])
        {
            return new(vote, vote ? new("合计不含各分项", "the printed totals leave its parts out") : new("合计另含各分项", "the printed totals count them besides"));
        }

        var rows = RowsOf(path).Select(row => (Whole: Of(row, whole) ?? Rational.Zero, Parts: Sum(row, parts))).ToList();
        return rows.Exists(row => row.Parts > row.Whole) ? new(false, new("各分项之和大于它，不可能是小计", "its parts exceed it, so it is no subtotal"))
            : rows.TrueForAll(row => row.Parts == Rational.Zero) ? new(true, new("各分项都是空白或0，两种算法结果相同", "its parts are all blank or 0, so that either way gives the same"))
            : new(null, new("从标题和合计都看不出", "neither headings nor totals tell"));
    }

    /// <summary>Whether its parts exceed a column somewhere: then it is no subtotal whatever the headings say.</summary>
    public FormRow? Exceeded(HeadingPath path, FormColumn whole, IReadOnlyList<FormColumn> parts) => RowsOf(path).Find(row => Of(row, whole) is { } sum && Sum(row, parts) > sum);

    /// <summary>The rows whose totals the map knows, which are those that items are read from; all rows where it knows none.</summary>
    private List<FormRow> RowsOf(HeadingPath path) =>
        RulesOf(path).SelectMany(rule => rule.Rows).Select(finder.RowOf).OfType<FormRow>().Distinct().ToList() is { Count: > 0 } rows ? rows : [.. finder.Form.Rows];

    private IEnumerable<TotalRule> RulesOf(HeadingPath path) => map.Totals.Where(rule => !rule.Rows.IsEmpty && rule.Parts.Any(part => part.Text == path.Text));

    /// <summary>What each row's printed total of all courses says, where the parts are not 0.</summary>
    private IEnumerable<bool> Votes(HeadingPath path, FormColumn whole, IReadOnlyList<FormColumn> parts)
    {
        foreach (var rule in RulesOf(path))
        {
            var addends = rule.Parts.Select(finder.ColumnOf).OfType<FormColumn>().Where(column => column != whole).Append(whole).ToImmutableArray();
            if (finder.ColumnOf(rule.Total) is not { } total)
            {
                continue;
            }

            foreach (var row in RowsOf(path))
            {
                var inParts = Sum(row, parts);
                if (Of(row, total) is { } printed && inParts > Rational.Zero)
                {
                    var rest = printed - Sum(row, addends);
                    if (rest == Rational.Zero || rest == inParts)
                    {
                        yield return rest == Rational.Zero;
                    }
                }
            }
        }
    }

    private Rational? Of(FormRow row, FormColumn column) => figures[row.Row, column.Column].Exact;

    private Rational Sum(FormRow row, IReadOnlyList<FormColumn> columns) => columns.Aggregate(Rational.Zero, (sum, column) => sum + (Of(row, column) ?? Rational.Zero));
}

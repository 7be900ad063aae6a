using System.Text;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>A cell to be marked.</summary>
/// <param name="Severity">The gravest of its findings.</param>
/// <param name="Findings">What is wrong with it, in order.</param>
internal sealed record CellMark(Severity Severity, IReadOnlyList<Finding> Findings);

/// <summary>What is to be marked in one sheet.</summary>
/// <param name="Cells">The cells, in order.</param>
/// <param name="RowTexts">The text of the error column, by row.</param>
internal sealed record SheetPlan(SortedDictionary<CellAt, CellMark> Cells, SortedDictionary<int, string> RowTexts);

/// <summary>Which cells of which sheets are marked for which findings. Notes mark nothing.</summary>
internal static class MarkPlan
{
    private const int LongestText = 2_000;

    /// <summary>Whether anything is to be marked at all.</summary>
    public static bool HasMarks(IEnumerable<Finding> findings) => findings.Any(finding => finding.Severity != Severity.Note);

    /// <summary>The sheet that a finding is in; a cell without sheet is in the first one. Null when it is in none.</summary>
    public static string? SheetOf(Finding finding, string firstSheet) => finding.Place.Sheet ?? (CellAt.AllOf(finding.Place.Cell).IsEmpty ? null : firstSheet);

    /// <summary>The marks of one sheet.</summary>
    public static SheetPlan Of(string sheet, string firstSheet, IEnumerable<Finding> findings)
    {
        var byCell = new SortedDictionary<CellAt, List<Finding>>();
        var byRow = new SortedDictionary<int, StringBuilder>();
        foreach (var finding in findings.Where(finding => finding.Severity != Severity.Note && SheetOf(finding, firstSheet) == sheet))
        {
            var cells = CellAt.AllOf(finding.Place.Cell);
            foreach (var cell in cells)
            {
                (byCell.TryGetValue(cell, out var known) ? known : byCell[cell] = []).Add(finding);
            }

            if (cells.Length > 0)
            {
                Append(byRow.TryGetValue(cells[0].Row, out var text) ? text : byRow[cells[0].Row] = new StringBuilder(), finding);
            }
        }

        return new SheetPlan(
            new SortedDictionary<CellAt, CellMark>(byCell.ToDictionary(cell => cell.Key, cell => new CellMark(cell.Value.Min(finding => finding.Severity), cell.Value))),
            new SortedDictionary<int, string>(byRow.ToDictionary(row => row.Key, row => row.Value.ToString())));
    }

    /// <summary>The word of the forms for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "疑问",
        _ => "提示",
    };

    private static void Append(StringBuilder text, Finding finding)
    {
        if (text.Length < LongestText)
        {
            text.Append(text.Length > 0 ? "；" : "").Append(finding.Place.Cell).Append(' ').Append(Word(finding.Severity)).Append('：').Append(finding.Message.TrimEnd('。', '.'));
            if (finding.Remedy.Length > 0)
            {
                text.Append('（').Append(finding.Remedy.TrimEnd('。', '.')).Append('）');
            }
        }
    }
}

using System.Globalization;
using Junheng.Documents.Tables;

namespace Junheng.Documents.Returned;

/// <summary>A line of an index as somebody gave it back.</summary>
internal sealed record GivenIndexLine(string Rule, string Sheet, string Cell, Remark Remark, IReadOnlyList<EarlierFill> Fills);

/// <summary>Reads an index again.</summary>
internal static class IndexLines
{
    /// <summary>The lines below the headings; none when the sheet is no index.</summary>
    public static List<GivenIndexLine> Read(byte[] workbook, string sheet)
    {
        var lines = new List<GivenIndexLine>();
        using var reader = WorkbookTable.CreateReader(workbook, new FileFindings(sheet, Domain.Text.Language.Zh));
        do
        {
            if (reader.Name != sheet)
            {
                continue;
            }

            while (reader.Read())
            {
                if (reader.FieldCount > IndexSheet.FillColumn && Text(1).Length > 0)
                {
                    lines.Add(new GivenIndexLine(Text(5), Text(2), Text(3), new Remark(Text(8), Text(9)), [.. EarlierFill.Read(Text(IndexSheet.FillColumn))]));
                }
            }
        }
        while (reader.NextResult());

        return lines;

        string Text(int column) => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture) ?? "";
    }
}

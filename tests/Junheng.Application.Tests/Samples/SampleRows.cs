using System.Globalization;
using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

/// <summary>A row of a sample table, read by column id.</summary>
internal sealed class SampleRow(Dictionary<string, int> places, string[] cells)
{
    public string this[string column] => cells[places[column]];

    public string Or(string column, string blank) => this[column].Length > 0 ? this[column] : blank;

    /// <summary>A blank reads as 0; ask for the text where missing matters.</summary>
    public decimal Number(string column) =>
        this[column].Length == 0 ? 0 : SampleCells.Number(this[column]);
}

internal static class SampleCells
{
    public static decimal Number(string cell) => decimal.Parse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}

internal static class SampleRows
{
    public static List<SampleRow> Of(SampleTable table)
    {
        var places = table.Columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        return [.. table.Rows.Select(r => new SampleRow(places, r))];
    }
}

namespace Junheng.Cli.Pages;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading; empty for none.</param>
/// <param name="IsRight">Whether its cells stand at the right, as figures do.</param>
/// <param name="Wraps">Whether it gives way when the page is too narrow.</param>
internal sealed record TableColumn(string Heading, bool IsRight = false, bool Wraps = false);

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Tone">Its colour.</param>
internal sealed record TableCell(string Text, Tone Tone = Tone.Plain)
{
    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>A table for people: aligned by display width, headings underlined, one column wrapped when it does not fit.</summary>
internal sealed class TextTable(params TableColumn[] columns)
{
    private const int NarrowestWrapped = 16;
    private const string Gap = "  ";
    private readonly List<TableCell[]> _rows = [];

    /// <summary>Whether it has no row.</summary>
    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds a row with one cell a column.</summary>
    public void Add(params TableCell[] cells) => _rows.Add(cells);

    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="indent">Columns left free at the left.</param>
    public void WriteTo(Page page, int indent = 2)
    {
        var widths = Widths(page.Width - indent);
        if (columns.Any(column => column.Heading.Length > 0))
        {
            WriteRow(page, indent, widths, [.. columns.Select(column => new TableCell(column.Heading, Tone.Quiet))]);
            page.Write(new string(' ', indent)).Write(string.Join(Gap, widths.Select(width => new string('─', width))), Tone.Quiet).Line();
        }

        foreach (var row in _rows)
        {
            WriteRow(page, indent, widths, row);
        }
    }

    private int[] Widths(int room)
    {
        var widths = columns.Select((column, at) => _rows.Select(row => DisplayWidth.Of(row[at].Text)).Append(DisplayWidth.Of(column.Heading)).Max()).ToArray();
        var excess = widths.Sum() + (Gap.Length * (widths.Length - 1)) - room;
        var wrapping = Array.FindIndex(columns, column => column.Wraps);
        if (excess > 0 && wrapping >= 0)
        {
            widths[wrapping] = Math.Max(NarrowestWrapped, widths[wrapping] - excess);
        }

        return widths;
    }

    private void WriteRow(Page page, int indent, int[] widths, TableCell[] cells)
    {
        var lines = cells.Select((cell, at) => columns[at].Wraps ? DisplayWidth.Wrap(cell.Text, widths[at]) : [cell.Text]).ToArray();
        for (var line = 0; line < lines.Max(cell => cell.Count); line++)
        {
            page.Write(new string(' ', indent));
            for (var at = 0; at < cells.Length; at++)
            {
                var text = line < lines[at].Count ? lines[at][line] : "";
                var room = new string(' ', Math.Max(0, widths[at] - DisplayWidth.Of(text)));
                page.Write(at == 0 ? "" : Gap);
                page.Write(columns[at].IsRight ? room : "").Write(text, cells[at].Tone).Write(columns[at].IsRight ? "" : room);
            }

            page.Line();
        }
    }
}

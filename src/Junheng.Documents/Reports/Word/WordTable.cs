using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Word;

/// <summary>A bordered table whose head rows come again on every page. Cells may span columns, and rows by continuing the cell above.</summary>
internal sealed class WordTable
{
    private readonly Table _table;
    private readonly int[] _widths;
    private TableRow? _row;
    private int _column;
    private bool _keepsNext;

    /// <summary>A table.</summary>
    /// <param name="total">Its width in twips.</param>
    /// <param name="shares">How the width is divided.</param>
    public WordTable(int total, params double[] shares)
    {
        var sum = shares.Sum();
        _widths = [.. shares.Select(share => (int)(total * share / sum))];
        _table = new Table(
            new TableProperties(
                new TableWidth { Width = Text(_widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 40, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "20", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 40, Type = TableWidthValues.Dxa })),
            new TableGrid(_widths.Select(width => new GridColumn { Width = Text(width) })));
    }

    /// <summary>The table.</summary>
    public Table Element => _table;

    /// <summary>Text without what XML cannot hold.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.Value < ' ' ? " " : rune.ToString()));

    /// <summary>Begins a head row.</summary>
    public WordTable Head() => Begin(isHead: true);

    /// <summary>Begins a row.</summary>
    /// <param name="keepsNext">Whether it stays on one page with the row after it.</param>
    public WordTable Row(bool keepsNext = false)
    {
        _keepsNext = keepsNext;
        return Begin(isHead: false);
    }

    /// <summary>A cell.</summary>
    /// <param name="text">Its text; blank where null.</param>
    /// <param name="alignment">How it stands; null = in the middle.</param>
    /// <param name="columns">Columns it spans.</param>
    /// <param name="merge">Whether it begins (true) or continues (false) a cell over several rows.</param>
    public WordTable Cell(string? text, JustificationValues? alignment = null, int columns = 1, bool? merge = null)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(_widths.AsSpan(_column, columns).ToArray().Sum()), Type = TableWidthUnitValues.Dxa });
        if (columns > 1)
        {
            properties.Append(new GridSpan { Val = columns });
        }

        if (merge is { } begins)
        {
            properties.Append(new VerticalMerge { Val = begins ? MergedCellValues.Restart : MergedCellValues.Continue });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var layout = new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Cell });
        if (_keepsNext)
        {
            layout.Append(new KeepNext());
        }

        layout.Append(new Justification { Val = alignment ?? JustificationValues.Center });
        var paragraph = new Paragraph(layout);
        if (!string.IsNullOrEmpty(text))
        {
            paragraph.Append(new Run(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }

        _row!.Append(new TableCell(properties, paragraph));
        _column += columns;
        return this;
    }

    /// <summary>A printed figure, blank where it is not known.</summary>
    public WordTable Figure(PrintedFigure? figure) => Cell(figure?.Text, JustificationValues.Right);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 6 },
        new LeftBorder { Val = BorderValues.Single, Size = 6 },
        new BottomBorder { Val = BorderValues.Single, Size = 6 },
        new RightBorder { Val = BorderValues.Single, Size = 6 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private WordTable Begin(bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 340, HeightType = HeightRuleValues.AtLeast });
        if (isHead)
        {
            properties.Append(new TableHeader());
        }

        (_row, _column) = (new TableRow(properties), 0);
        _table.Append(_row);
        return this;
    }
}

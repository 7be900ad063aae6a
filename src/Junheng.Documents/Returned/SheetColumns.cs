using System.Globalization;
using System.Xml.Linq;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Returned;

/// <summary>The widths of a sheet's columns and its extent, when a column comes in at the right or goes again.</summary>
/// <param name="main">The namespace of the sheet.</param>
/// <param name="added">The column that comes in; null when none does.</param>
/// <param name="dropped">The column that goes; null when none does.</param>
internal sealed class SheetColumns(XNamespace main, int? added, int? dropped)
{
    /// <summary>In characters; a text runs on over blank cells to its right.</summary>
    private const int AddedWidth = 60;

    /// <summary>Whether anything changes.</summary>
    public bool Changed => added is not null || dropped is not null;

    /// <summary>The <c>cols</c> element as it is to be; null when no column is left in it.</summary>
    public XElement? Of(XElement? columns)
    {
        var lines = columns?.Elements(main + "col").ToList() ?? [];
        if (added is { } new1)
        {
            lines = [.. Split(lines, new1 + 1).Where(line => Min(line) != new1 + 1), Added(lines, new1 + 1)];
        }

        if (dropped is { } gone)
        {
            lines = Without(lines, gone + 1);
        }

        return lines.Count == 0 ? null : new XElement(main + "cols", lines.OrderBy(Min));
    }

    /// <summary>The extent (<c>A1:AN21</c>) as it is to be.</summary>
    public string Extent(string extent)
    {
        var ends = extent.Split(':');
        if (CellAt.Read(ends[0]) is not { } from || CellAt.Read(ends[^1]) is not { } to)
        {
            return extent;
        }

        var last = added is { } new1 ? Math.Max(to.Column, new1) : dropped == to.Column && to.Column > from.Column ? to.Column - 1 : to.Column;
        return $"{from.Name}:{Origin.CellName(to.Row, last)}";
    }

    /// <summary>The column that comes in keeps what its neighbours' line says of it but for the width.</summary>
    private XElement Added(List<XElement> lines, int column)
    {
        var line = lines.FirstOrDefault(line => Min(line) <= column && column <= Max(line)) is { } known ? Piece(known, column, column) : new XElement(main + "col");
        line.SetAttributeValue("min", column);
        line.SetAttributeValue("max", column);
        line.SetAttributeValue("width", AddedWidth);
        line.SetAttributeValue("customWidth", "1");
        line.SetAttributeValue("hidden", null);
        line.SetAttributeValue("collapsed", null);
        return line;
    }

    private static IEnumerable<XElement> Split(IEnumerable<XElement> lines, int column) => lines.SelectMany(line =>
        column < Min(line) || column > Max(line)
            ? [line]
            : new[] { (Min(line), column - 1), (column, column), (column + 1, Max(line)) }.Where(run => run.Item1 <= run.Item2).Select(run => Piece(line, run.Item1, run.Item2)));

    /// <summary>The lines as they were before the column came in: what stood on both sides of it becomes one run again.</summary>
    private static List<XElement> Without(List<XElement> lines, int column)
    {
        var rest = Split(lines, column).Where(line => Min(line) != column).OrderBy(Min).ToList();
        if (rest.Find(line => Max(line) == column - 1) is { } left && rest.Find(line => Min(line) == column + 1) is { } right && IsAlike(left, right))
        {
            rest.Remove(right);
            rest[rest.IndexOf(left)] = Piece(left, Min(left), Max(right));
        }

        return rest;
    }

    private static bool IsAlike(XElement left, XElement right) => Words(left).SequenceEqual(Words(right));

    private static IEnumerable<string> Words(XElement line) =>
        line.Attributes().Where(attribute => attribute.Name.LocalName is not ("min" or "max")).Select(attribute => $"{attribute.Name}={attribute.Value}").Order(StringComparer.Ordinal);

    private static XElement Piece(XElement line, int from, int to)
    {
        var piece = new XElement(line);
        piece.SetAttributeValue("min", from.ToString(CultureInfo.InvariantCulture));
        piece.SetAttributeValue("max", to.ToString(CultureInfo.InvariantCulture));
        return piece;
    }

    private static int Min(XElement line) => PartXml.Whole(line.Attribute("min")?.Value) ?? 1;

    private static int Max(XElement line) => PartXml.Whole(line.Attribute("max")?.Value) ?? 1;
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Junheng.Documents.Returned;

/// <summary>
/// The old-style drawing (VML) that shows a sheet's comments. It is handled as text: what Office writes there need not be well-formed XML.
/// </summary>
internal sealed partial class CommentDrawing
{
    private const string End = "</xml>";
    private const int LargestDrawing = 64 << 20;
    private const int ShapesOfABlock = 1024;
    private const int BlocksOfASheet = 64;
    private const int TallestComment = 30;

    private readonly string _text;

    private CommentDrawing(string text) => _text = text;

    /// <summary>Whether anything is drawn.</summary>
    public bool HasShapes => Shape().IsMatch(_text);

    /// <summary>The drawing in a part.</summary>
    /// <exception cref="InvalidDataException">It is abnormally large.</exception>
    public static CommentDrawing Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[1 << 14];
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length > LargestDrawing)
            {
                throw new InvalidDataException("A drawing of comments is abnormally large.");
            }
        }

        return new CommentDrawing(text.ToString());
    }

    /// <summary>A drawing without shapes.</summary>
    /// <param name="sheet">The sheet's number, from 1: the shapes of each sheet have numbers of their own.</param>
    /// <param name="count">How many shapes will come in.</param>
    public static CommentDrawing Empty(int sheet, int count)
    {
        var blocks = string.Join(',', Enumerable.Range(sheet * BlocksOfASheet, (count / ShapesOfABlock) + 1).Select(PartXml.Text));
        return new CommentDrawing(
            "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
            + $"<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"{blocks}\"/></o:shapelayout>{End}");
    }

    /// <summary>The drawing with comments more.</summary>
    /// <param name="shown">The cells, and about how many lines their comments have.</param>
    public CommentDrawing With(IEnumerable<(CellAt At, int Lines)> shown)
    {
        var end = _text.LastIndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            return this;
        }

        var text = new StringBuilder(_text, 0, end, Math.Max(16, end * 2));
        if (!_text.Contains("\"_x0000_t202\"", StringComparison.Ordinal))
        {
            text.Append("<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
                + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        }

        var number = NextNumber();
        foreach (var (at, lines) in shown)
        {
            Append(text, at, Math.Min(lines, TallestComment), number++);
        }

        return new CommentDrawing(text.Append(_text, end, _text.Length - end).ToString());
    }

    /// <summary>The drawing without the comments of some cells.</summary>
    public CommentDrawing Without(IReadOnlySet<CellAt> gone) => new(Shape().Replace(_text, shape =>
        RowOfComment().Match(shape.Value) is { Success: true } row && ColumnOfComment().Match(shape.Value) is { Success: true } column
        && gone.Contains(new CellAt(Number(row) + 1, Number(column)))
            ? ""
            : shape.Value));

    /// <summary>Writes it.</summary>
    public void Write(Stream stream) => stream.Write(Encoding.UTF8.GetBytes(_text));

    private static int Number(Match match) => PartXml.Whole(match.Groups[1].Value) ?? 0;

    /// <summary>A shape's number is its block times 1024 and a bit; ours go on behind the largest there is.</summary>
    private int NextNumber()
    {
        var used = ShapeNumber().Matches(_text).Select(Number).DefaultIfEmpty(0).Max();
        var block = FirstBlock().Match(_text) is { Success: true } first ? Number(first) : 1;
        return Math.Max(used, block * ShapesOfABlock) + 1;
    }

    private static void Append(StringBuilder text, CellAt at, int lines, int number) => text.Append(
        CultureInfo.InvariantCulture,
        $"""
        <v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202" style='position:absolute;margin-left:60pt;margin-top:2pt;width:230pt;height:{lines * 14}pt;z-index:{number % ShapesOfABlock};visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style='mso-direction-alt:auto'><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{at.Column + 1}, 12, {Math.Max(0, at.Row - 2)}, 8, {at.Column + 5}, 12, {Math.Max(0, at.Row - 2) + lines}, 8</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{at.Row - 1}</x:Row><x:Column>{at.Column}</x:Column></x:ClientData></v:shape>
        """);

    [GeneratedRegex(@"<v:shape\s.*?</v:shape>", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"<x:Row>\s*(\d+)\s*</x:Row>")]
    private static partial Regex RowOfComment();

    [GeneratedRegex(@"<x:Column>\s*(\d+)\s*</x:Column>")]
    private static partial Regex ColumnOfComment();

    [GeneratedRegex(@"_x0000_s(\d{1,9})\b")]
    private static partial Regex ShapeNumber();

    [GeneratedRegex(@"<o:idmap[^>]*\sdata=[""'](\d+)")]
    private static partial Regex FirstBlock();
}

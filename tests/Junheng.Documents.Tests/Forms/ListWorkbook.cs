using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Forms;

/// <summary>A sheet as a clerk leaves it: any cells, merged ranges, perhaps hidden.</summary>
internal sealed record UglySheet(string Name, object?[][] Rows, string[] Merges, bool IsHidden = false);

/// <summary>Writes workbooks (xlsx) of ugly sheets, part by part.</summary>
internal static class ListWorkbook
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    public static byte[] Of(params UglySheet[] sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, sheets.Length).ToList();
            Add(zip, "[Content_Types].xml", $"""
                {Head}<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{string.Concat(numbers.Select(number => $"""<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>
                """);
            Add(zip, "_rels/.rels", $"""{Head}<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""{Head}<Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(number => $"""<Relationship Id="r{number}" Type="{Relations}/worksheet" Target="worksheets/sheet{number}.xml"/>"""))}</Relationships>""");
            Add(zip, "xl/workbook.xml", $"""{Head}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(numbers.Select(number => $"""<sheet name="{SecurityElement.Escape(sheets[number - 1].Name)}" sheetId="{number}"{(sheets[number - 1].IsHidden ? " state=\"hidden\"" : "")} r:id="r{number}"/>"""))}</sheets></workbook>""");
            foreach (var number in numbers)
            {
                Add(zip, $"xl/worksheets/sheet{number}.xml", Sheet(sheets[number - 1]));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A CSV of the same cells, without merged ranges.</summary>
    public static string Csv(UglySheet sheet) => string.Concat(sheet.Rows.Select(row => string.Join(',', row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture))) + "\n"));

    private static string Sheet(UglySheet sheet)
    {
        var xml = new StringBuilder($"""{Head}<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 1; row <= sheet.Rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row}">""");
            for (var column = 0; column < sheet.Rows[row - 1].Length; column++)
            {
                var address = Origin.CellName(row, column);
                xml.Append(sheet.Rows[row - 1][column] switch
                {
                    null or "" => "",
                    string text when text.StartsWith("#DIV", StringComparison.Ordinal) => $"""<c r="{address}" t="e"><v>{text}</v></c>""",
                    string text => $"""<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""",
                    IFormattable number => $"""<c r="{address}"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>""",
                    var other => throw new ArgumentException(other.ToString(), nameof(sheet)),
                });
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (sheet.Merges.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<mergeCells count="{sheet.Merges.Length}">{string.Concat(sheet.Merges.Select(range => $"""<mergeCell ref="{range}"/>"""))}</mergeCells>""");
        }

        return xml.Append("</worksheet>").ToString();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write(text.Trim());
    }
}

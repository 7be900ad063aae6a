using System.Globalization;
using Junheng.Application.FirstStart;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Samples;

/// <summary>Writes the generated tables as a county would hand them in: headings in Chinese with units, numbers as numbers, codes as text.</summary>
public sealed class SampleFiles(IStandardLibrary library) : ISampleFiles
{
    /// <inheritdoc/>
    public InputFile Workbook(SampleTable table, string fileName, string sheetName)
    {
        var columns = table.Columns.Select(Column).ToList();
        using var stream = new MemoryStream();
        WorkbookWriter.Write(
            stream,
            new WorkbookSheet(
                sheetName,
                [.. columns.Select(column => new WorkbookHeading(column.Heading, !column.IsNumber))],
                table.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select((text, at) => Cell(Word(table.Columns[at], text), columns[at].IsNumber))])));
        return new InputFile(fileName, stream.ToArray());
    }

    /// <inheritdoc/>
    public InputFile Csv(SampleTable table, string fileName)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(stream, table.Columns, table.Rows.Select(row => (IReadOnlyList<object?>)row));
        return new InputFile(fileName, stream.ToArray());
    }

    /// <summary>A code as a bureau writes it.</summary>
    private static string Word(string column, string text) => column switch
    {
        "school_type" => SchoolTypes.Parse(text).ChineseName(),
        "locale" => Locales.Parse(text) switch { Locale.Urban => "城区", Locale.Town => "镇区", Locale.Rural => "乡村", _ => text },
        _ => text,
    };

    private (string Heading, bool IsNumber) Column(string id)
    {
        var columns = library.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh) is StandardOpening.Opened opened ? opened.Standard.Columns : new ColumnCatalogue([]);
        var stage = Stages.All.FirstOrDefault(each => id.EndsWith("_" + each.Id(), StringComparison.Ordinal));
        var plain = stage == Stage.None ? id : id[..^(stage.Id().Length + 1)];
        if (columns[plain] is not { } column)
        {
            return (id, false);
        }

        var word = stage switch { Stage.Primary => "小学", Stage.Junior => "初中", Stage.Senior => "高中", _ => "" };
        var unit = column.Unit switch { "m2" => "（㎡）", "yuan" => "（元）", _ => "" };
        return (word + column.Headings[0] + unit, column.Kind is ColumnKind.Number or ColumnKind.Year);
    }

    private static object? Cell(string text, bool isNumber) => text.Length == 0 ? null : isNumber ? decimal.Parse(text, CultureInfo.InvariantCulture) : text;
}

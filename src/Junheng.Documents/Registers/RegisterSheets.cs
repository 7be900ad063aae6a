using System.Collections.Immutable;
using Junheng.Application.Registers;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Documents.Registers;

/// <summary>Registers as workbooks of one sheet.</summary>
public sealed class RegisterSheets : IRegisterSheets
{
    private const string IdHeading = "编号";
    private const string FromHeading = "起始日期";

    /// <inheritdoc/>
    public InputFile Write(SubjectKind kind, string fileName, ImmutableArray<RegisterRow> rows)
    {
        var fields = RegisterFields.SheetOf(kind);
        using var stream = new MemoryStream();
        WorkbookWriter.Write(
            stream,
            new WorkbookSheet(
                RegisterFields.TitleOf(kind).Zh,
                [new WorkbookHeading(IdHeading, true), .. fields.Select(field => new WorkbookHeading(field.Title.Zh, true)), new WorkbookHeading(FromHeading, true)],
                rows.Select(row => (IReadOnlyList<object?>)[row.Id, .. fields.Select(field => Cell(row.Values.GetValueOrDefault(field.Id, ""))), row.From])));
        return new InputFile(fileName, stream.ToArray());
    }

    /// <inheritdoc/>
    public RegisterSheet Read(InputFile file, SubjectKind kind, Language language) => StatisticsFiles.Open(file, language) switch
    {
        TableOpening.Opened opened => Read(opened.File, kind, language),
        TableOpening.Refused refused => new RegisterSheet([], refused.Findings),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    private static RegisterSheet Read(TableFile file, SubjectKind kind, Language language)
    {
        var findings = new ReadingFindings(file.Name, file.Sheet, language);
        var fields = new RegisterField?[file.Headers.Length];
        var id = -1;
        for (var column = 0; column < file.Headers.Length; column++)
        {
            var heading = file.Headers[column];
            var cell = Origin.CellName(file.HeaderRow, column);
            if (heading == IdHeading && id < 0)
            {
                id = column;
            }
            else if (RegisterFields.SheetOf(kind).FirstOrDefault(field => heading == field.Title.Zh || heading == field.Id) is { } field)
            {
                if (fields.Contains(field))
                {
                    findings.Error("register.double-column", cell, new($"“{heading}”一栏出现两次", $"The column '{heading}' is there twice"), new("只留一栏", "Keep one"));
                }

                fields[column] = field;
            }
            else if (heading.Length > 0 && heading != FromHeading)
            {
                findings.Note("register.ignored-column", cell, new($"“{heading}”不是这个登记册的栏，没有读取", $"'{heading}' is no column of this register; it was not read"), new("不需要处理", "Nothing to do"));
            }
        }

        var rows = file.Read([.. file.Headers.Select((_, column) => column == id || fields[column] is not null ? ColumnUse.Text : default)]);
        var read = rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount).Select(row => Row(file, chunk, row, id, fields)))
            .Where(row => row.Id.Length > 0 || row.Values.Values.Any(value => value.Length > 0))
            .ToImmutableArray();
        foreach (var twice in read.Where(row => row.Id.Length > 0).GroupBy(row => row.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            findings.Error("register.double-row", twice.ElementAt(1).Place.Cell, new($"编号 {twice.Key} 出现 {twice.Count()} 次", $"{twice.Key} is there {twice.Count()} times"), new("只留一行", "Keep one row"));
        }

        return new RegisterSheet(findings.HasErrors || rows.IsRefused ? [] : read, [.. file.Findings, .. rows.Findings, .. findings.Complete()]);
    }

    private static RegisterRow Row(TableFile file, TableChunk chunk, int row, int id, RegisterField?[] fields) => new(
        id < 0 ? "" : chunk.Text(id)[row].Trim(),
        fields.Select((field, column) => (field, column)).Where(each => each.field is not null)
            .ToImmutableSortedDictionary(each => each.field!.Id, each => chunk.Text(each.column)[row].Trim(), StringComparer.Ordinal),
        "",
        new Origin(file.Name, file.Sheet, Origin.CellName(chunk.SourceRow(row), Math.Max(0, id))));

    private static string? Cell(string text) => text.Length == 0 ? null : text;
}

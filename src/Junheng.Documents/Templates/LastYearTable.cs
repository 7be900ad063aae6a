using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Statistics;
using Junheng.Application.Templates;
using Junheng.Assessment.Standards;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Templates;

/// <summary>Reads the table of the year before as texts: whoever fills in the new one sees what stood there, faults and all.</summary>
internal static class LastYearTable
{
    /// <summary>The rows of its latest report year; rows without a year count as that.</summary>
    public static LastYearReading Read(InputFile input, Standard standard, TableLayout? wanted, Language language)
    {
        return StatisticsFiles.Open(input, language) switch
        {
            TableOpening.Opened opened => Read(opened.File, standard, wanted, language),
            TableOpening.Refused refused => new LastYearReading(TableLayout.School, [], refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    private static LastYearReading Read(TableFile file, Standard standard, TableLayout? wanted, Language language)
    {
        var headings = HeaderMap.Of(standard.Columns).Map(file.Headers);
        var layout = HeaderMap.LayoutOf(headings);
        var findings = new ReadingFindings(file.Name, file.Sheet, language);
        Check(file, headings, layout, wanted, findings);
        var rows = file.Read([.. headings.Select(heading => heading.IsReadable ? ColumnUse.Text : ColumnUse.Ignore)]);
        var all = rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount).Select(row => RowOf(chunk, row, headings))).ToList();
        var latest = all.Select(row => row.Year).DefaultIfEmpty(0).Max();
        return new LastYearReading(layout, [.. all.Where(row => row.Year == latest || row.Year == 0)], [.. rows.Findings, .. findings.Complete()]);
    }

    private static void Check(TableFile file, ImmutableArray<MappedHeading> headings, TableLayout layout, TableLayout? wanted, ReadingFindings findings)
    {
        if (wanted is { } other && other != layout)
        {
            findings.Error(
                "input.other-layout",
                null,
                new("上年的表是另一种布局（按学校一行或按学段一行），不能预填", "The table of the year before has the other layout (a row per school, or per school and stage) and cannot be filled in"),
                new("去掉 --layout，或给出同一布局的上年表", "Leave --layout out, or give last year's table in the same layout"));
        }

        foreach (var key in HeaderCheck.Keys(layout).Where(key => headings.All(heading => heading.ColumnId != key)))
        {
            findings.Error(
                "input.missing-key-column",
                Origin.CellName(file.HeaderRow, headings.Length),
                new($"缺少列“{key}”", $"Column '{key}' is missing"),
                new("给出上年的学校表", "Give last year's table of schools"));
        }
    }

    private static LastYearRow RowOf(TableChunk chunk, int row, ImmutableArray<MappedHeading> headings)
    {
        var cells = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var heading in headings.Where(heading => heading.IsReadable))
        {
            if (!cells.ContainsKey(heading.ColumnId!) && chunk.Text(heading.Position)[row] is { Length: > 0 } text)
            {
                cells[heading.ColumnId!] = text;
            }
        }

        var year = int.TryParse(cells.GetValueOrDefault("report_year"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given < 10_000 ? given : 0;
        return new LastYearRow(cells.ToImmutable(), year);
    }
}

using System.Collections.Immutable;
using Junheng.Application.Dispersion;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Dispersion;

/// <summary>Reads named columns of any CSV, xlsx or xls table: open → find the columns → read → refuse texts among the figures.</summary>
public sealed class NamedColumns : INamedColumns
{
    /// <inheritdoc/>
    public NamedColumnsReading Read(InputFile input, DispersionColumns columns, Language language) => StatisticsFiles.Open(input, language) switch
    {
        TableOpening.Opened opened => Read(opened.File, columns, language),
        TableOpening.Refused refused => new NamedColumnsReading(null, input.Name, null, refused.Findings),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    private static NamedColumnsReading Read(TableFile file, DispersionColumns columns, Language language)
    {
        var findings = new ReadingFindings(file.Name, file.Sheet, language);
        var numerator = Find(file, columns.Numerator, findings);
        var denominator = Find(file, columns.Denominator, findings);
        var by = columns.By is { } name ? Find(file, name, findings) : -1;
        if (by >= 0 && (by == numerator || by == denominator))
        {
            findings.Error(
                "dispersion.same-column",
                Origin.CellName(file.HeaderRow, by),
                new($"“{file.Headers[by]}”既用来分组，又用作数值", $"'{file.Headers[by]}' is both the group and a figure"),
                new("分组另选一列", "Group by another column"));
        }

        if (findings.HasErrors)
        {
            return new NamedColumnsReading(null, file.Name, file.Sheet, [.. file.Findings, .. findings.Complete()]);
        }

        var uses = new ColumnUse[file.Headers.Length];
        uses[numerator] = uses[denominator] = ColumnUse.Number;
        if (by >= 0)
        {
            uses[by] = ColumnUse.Text;
        }

        var rows = file.Read(uses);
        CellRemarks.Report(rows, [.. file.Headers.Select(heading => (heading, false))], findings);
        ImmutableArray<Finding> all = [.. file.Findings, .. rows.Findings, .. findings.Complete()];
        return rows.IsRefused || findings.HasErrors
            ? new NamedColumnsReading(null, file.Name, file.Sheet, all)
            : new NamedColumnsReading(Rows(rows, numerator, denominator, by), file.Name, file.Sheet, all);
    }

    private static List<NamedRow> Rows(TableRows rows, int numerator, int denominator, int by)
    {
        var all = new List<NamedRow>(rows.RowCount);
        foreach (var chunk in rows.Chunks)
        {
            var (above, below, keys) = (chunk.Number(numerator), chunk.Number(denominator), by < 0 ? null : chunk.Text(by));
            for (var row = 0; row < chunk.RowCount; row++)
            {
                var key = keys?[row].Trim();
                all.Add(new NamedRow(above.Value(row), below.Value(row), string.IsNullOrEmpty(key) ? null : key, new RowPlace(chunk.SourceRow(row), numerator)));
            }
        }

        return all;
    }

    /// <summary>The position of the column of a name; −1 with a finding when there is none or more than one.</summary>
    private static int Find(TableFile file, string name, ReadingFindings findings)
    {
        var exact = Positions(file, header => string.Equals(header, name, StringComparison.Ordinal));
        var found = exact.Count > 0 ? exact : Positions(file, header => string.Equals(header.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count > 1)
        {
            findings.Error(
                "dispersion.double-column",
                Origin.CellName(file.HeaderRow, found[1]),
                new($"表头中有 {found.Count} 列都叫“{name}”", $"{found.Count} columns are headed '{name}'"),
                new("改掉多余的列名", "Rename all but one"));
        }
        else
        {
            var known = file.Headers.Where(header => header.Length > 0).ToList();
            findings.Error(
                "dispersion.missing-column",
                Origin.CellName(file.HeaderRow, 0),
                new($"表头中没有“{name}”这一列", $"No column is headed '{name}'"),
                new($"可用的列：{string.Join("、", known)}", $"The columns are: {string.Join(", ", known)}"));
        }

        return -1;
    }

    private static List<int> Positions(TableFile file, Func<string, bool> matches) =>
        [.. Enumerable.Range(0, file.Headers.Length).Where(position => file.Headers[position].Length > 0 && matches(file.Headers[position]))];
}

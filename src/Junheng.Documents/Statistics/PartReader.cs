using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>A part of the statistics table and what its sheet gave besides.</summary>
/// <param name="Part">The part.</param>
/// <param name="GivenTypes">School types as given, before any was told from the stages; null without the column.</param>
/// <param name="Years">Report years as given; null without the column.</param>
/// <param name="CellText">The text of the cell of a row and a column that the sheet has.</param>
internal sealed record ReadPart(StatisticsPart Part, SchoolType[]? GivenTypes, NumberColumn? Years, Func<int, string, string> CellText);

/// <summary>Makes a part of the statistics table from a chunk of rows: columns by their public ids, codes parsed, types told from stages where absent.</summary>
internal sealed class PartReader(TableFile file, ImmutableArray<MappedHeading> headings, TableLayout layout)
{
    private readonly FrozenDictionary<string, MappedHeading> _byId = headings
        .Where(heading => heading.IsReadable)
        .DistinctBy(heading => heading.ColumnId)
        .ToFrozenDictionary(heading => heading.ColumnId!, StringComparer.Ordinal);

    /// <summary>What each column of the sheet is to be read as.</summary>
    public static ImmutableArray<ColumnUse> Uses(ImmutableArray<MappedHeading> headings) => [.. headings.Select(heading =>
        !heading.IsReadable ? ColumnUse.Ignore
        : heading.Definition!.Kind is ColumnKind.Number or ColumnKind.Year ? ColumnUse.Number
        : ColumnUse.Text)];

    /// <summary>The part of one chunk. Where the sheet lacks a key column its codes are blank.</summary>
    public ReadPart Read(TableChunk chunk)
    {
        var figures = _byId.Values
            .Where(heading => heading.Definition!.Kind == ColumnKind.Number)
            .ToDictionary(heading => heading.ColumnId!, heading => chunk.Number(heading.Position));
        foreach (var flag in _byId.Values.Where(heading => heading.Definition!.Kind == ColumnKind.Flag))
        {
            figures[flag.ColumnId!] = Flags(chunk.Text(flag.Position));
        }

        var years = _byId.TryGetValue("report_year", out var yearColumn) ? chunk.Number(yearColumn.Position) : null;
        var types = Codes(chunk, "school_type", SchoolTypes.Parse);
        var part = new StatisticsPart
        {
            Layout = layout,
            CountyCode = Texts(chunk, "county_code") ?? Blank(chunk),
            SchoolCode = Texts(chunk, "school_code") ?? Blank(chunk),
            CountyName = Texts(chunk, "county_name"),
            SchoolName = Texts(chunk, "school_name"),
            Township = Texts(chunk, "township"),
            ParentSchoolCode = Texts(chunk, "parent_school_code"),
            Stages = layout == TableLayout.Unit ? Codes(chunk, "stage", text => Stages.Parse(text)) : null,
            SchoolTypes = layout == TableLayout.Unit ? types : StageTypes.Fill(types, figures, chunk.RowCount),
            OrganiserTypes = Codes(chunk, "organiser_type", OrganiserTypes.Parse),
            Locales = Codes(chunk, "locale", Locales.Parse),
            ReportYears = Years(years),
            Figures = figures.ToFrozenDictionary(StringComparer.Ordinal),
            File = file.Name,
            Sheet = file.Sheet,
            SourceRows = SourceRows(chunk),
            SourceColumns = _byId.Values.ToFrozenDictionary(heading => heading.ColumnId!, heading => heading.Position, StringComparer.Ordinal),
        };
        return new ReadPart(part, types, years, (row, column) => chunk.CellText(row, _byId[column].Position));
    }

    private static int[] SourceRows(TableChunk chunk)
    {
        var rows = new int[chunk.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = chunk.SourceRow(row);
        }

        return rows;
    }

    /// <summary>A flag written 1, 是, yes (or 0, 否, no) as a figure; anything else counts as missing.</summary>
    private static NumberColumn Flags(TextColumn texts)
    {
        var codes = new CodeColumnReader<sbyte>(text => text.ToLowerInvariant() switch
        {
            "1" or "1.0" or "是" or "yes" or "true" => 1,
            "0" or "0.0" or "否" or "no" or "false" => 0,
            _ => -1,
        }).Read(texts);
        return NumberColumn.Of([.. codes.Select(code => code < 0 ? (double?)null : code)]);
    }

    private static TextColumn Blank(TableChunk chunk) => new([], new int[chunk.RowCount], new int[chunk.RowCount]);

    private TextColumn? Texts(TableChunk chunk, string id) => _byId.TryGetValue(id, out var heading) ? chunk.Text(heading.Position) : null;

    private T[]? Codes<T>(TableChunk chunk, string id, Func<string, T> parse)
        where T : unmanaged => Texts(chunk, id) is { } texts ? new CodeColumnReader<T>(parse).Read(texts) : null;

    /// <summary>Whole years; 0 where none is given, or none that can be a year.</summary>
    private static int[]? Years(NumberColumn? years) =>
        years is null ? null : [.. Enumerable.Range(0, years.Count).Select(row => years.Value(row) is { } year && Math.Abs(year) < 10_000 ? (int)year : 0)];
}

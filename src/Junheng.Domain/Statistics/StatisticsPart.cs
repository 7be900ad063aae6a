using System.Collections.Frozen;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;

namespace Junheng.Domain.Statistics;

/// <summary>Which of the two public layouts a part of the table has.</summary>
public enum TableLayout : byte
{
    /// <summary>One row a school and stage; values after split and correction.</summary>
    Unit = 0,

    /// <summary>One row a school; shared resources once, to be split by the standard.</summary>
    School = 1,
}

/// <summary>
/// A run of rows of one sheet with one layout: columns of figures, texts and codes, and where each cell stands. It knows no standard.
/// Rows are in the order of the sheet; all columns have <see cref="Count"/> rows.
/// </summary>
public sealed class StatisticsPart
{
    /// <summary>Number of rows.</summary>
    public int Count => CountyCode.Count;

    /// <summary>The layout of every row.</summary>
    public required TableLayout Layout { get; init; }

    /// <summary>The county of each row; never blank.</summary>
    public required TextColumn CountyCode { get; init; }

    /// <summary>The school of each row, unique within its county, stage and report year; never blank.</summary>
    public required TextColumn SchoolCode { get; init; }

    /// <summary>County name, where the sheet has the column.</summary>
    public TextColumn? CountyName { get; init; }

    /// <summary>School name, where the sheet has the column.</summary>
    public TextColumn? SchoolName { get; init; }

    /// <summary>Township, where the sheet has the column.</summary>
    public TextColumn? Township { get; init; }

    /// <summary>The school that a campus belongs to, where the sheet has the column; blank for a school of its own.</summary>
    public TextColumn? ParentSchoolCode { get; init; }

    /// <summary>Stage of each row in the unit layout; null in the school layout.</summary>
    public Stage[]? Stages { get; init; }

    /// <summary>School type of each row; null where the sheet has no such column and none could be told.</summary>
    public SchoolType[]? SchoolTypes { get; init; }

    /// <summary>Organiser code 1–10 of each row, 0 = not given; null without the column.</summary>
    public byte[]? OrganiserTypes { get; init; }

    /// <summary>Locale of each row; null without the column.</summary>
    public Locale[]? Locales { get; init; }

    /// <summary>Report year of each row (year Y means 1 September Y), 0 = not given; null without the column.</summary>
    public int[]? ReportYears { get; init; }

    /// <summary>The figures by public column id, e.g. <c>enrolment</c> or <c>pe_art_teachers_primary</c>; a column that the sheet lacks is absent.</summary>
    public required FrozenDictionary<string, NumberColumn> Figures { get; init; }

    /// <summary>The file's name without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The sheet's name; null for formats without sheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>Per row, its row number in the sheet, from 1.</summary>
    public required int[] SourceRows { get; init; }

    /// <summary>Column id → position in the sheet, from 0.</summary>
    public required FrozenDictionary<string, int> SourceColumns { get; init; }

    /// <summary>
    /// Where each cell really stands, for a part that was gathered from several sheets or cells (annual forms); null where <see cref="SourceRows"/> and
    /// <see cref="SourceColumns"/> say it.
    /// </summary>
    public CellPlaces? Places { get; init; }

    /// <summary>The stage of a row in the unit layout; <see cref="Stage.None"/> in the school layout.</summary>
    public Stage StageOf(int row) => Stages is null ? Stage.None : Stages[row];

    /// <summary>The school type of a row; unknown where it is not given.</summary>
    public SchoolType SchoolTypeOf(int row) => SchoolTypes is null ? SchoolType.Unknown : SchoolTypes[row];

    /// <summary>The report year of a row, or 0.</summary>
    public int ReportYearOf(int row) => ReportYears is null ? 0 : ReportYears[row];

    /// <summary>The figures of a column, or null when the sheet lacks it.</summary>
    public NumberColumn? Figure(string column) => Figures.GetValueOrDefault(column);

    /// <summary>Where the cell of a row and column stands, e.g. <c>R6+S6</c> for a sum of two cells; without a cell where the sheet lacks the column.</summary>
    public Origin OriginOf(int row, string column) => Places is { } places ? places.OriginOf(row, column) ?? places.SheetOf(row) ?? new Origin(File, Sheet)
        : SourceColumns.TryGetValue(column, out var at) ? new Origin(File, Sheet, Origin.CellName(SourceRows[row], at))
        : new Origin(File, Sheet);

    /// <summary>The same rows, said to stand elsewhere.</summary>
    /// <param name="file">The file that the rows come from.</param>
    /// <param name="sheet">Its sheet.</param>
    /// <param name="sourceRows">Per row, its row number in that sheet, from 1.</param>
    /// <param name="places">Where each cell stands.</param>
    public StatisticsPart At(string file, string? sheet, int[] sourceRows, CellPlaces places) => Copy(Figures, file, sheet, sourceRows, places);

    /// <summary>The same rows with other figures; each cell is said to stand where it stood.</summary>
    /// <param name="figures">Columns of <see cref="Count"/> rows by public id.</param>
    public StatisticsPart WithFigures(FrozenDictionary<string, NumberColumn> figures) => Copy(figures, File, Sheet, SourceRows, Places);

    private StatisticsPart Copy(FrozenDictionary<string, NumberColumn> figures, string file, string? sheet, int[] sourceRows, CellPlaces? places) => new()
    {
        Layout = Layout,
        CountyCode = CountyCode,
        SchoolCode = SchoolCode,
        CountyName = CountyName,
        SchoolName = SchoolName,
        Township = Township,
        ParentSchoolCode = ParentSchoolCode,
        Stages = Stages,
        SchoolTypes = SchoolTypes,
        OrganiserTypes = OrganiserTypes,
        Locales = Locales,
        ReportYears = ReportYears,
        Figures = figures,
        File = file,
        Sheet = sheet,
        SourceRows = sourceRows,
        SourceColumns = SourceColumns,
        Places = places,
    };
}

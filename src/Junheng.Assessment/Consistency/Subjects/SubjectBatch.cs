using System.Collections.Concurrent;
using Junheng.Domain.Schools;
using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency.Subjects;

/// <summary>All schools, or all units, that are checked, as columns. A column is made once; safe for many threads.</summary>
internal sealed class SubjectBatch(CheckedSchools schools, CheckColumns meanings, CheckLevel level) : IColumnBatch
{
    private readonly ConcurrentDictionary<FormulaColumn, Lazy<GatheredNumbers>> _numbers = new();
    private readonly ConcurrentDictionary<FormulaColumn, Lazy<GatheredCodes>> _codes = new();

    public int RowCount => level == CheckLevel.Unit ? schools.CurrentUnits : schools.Current;

    public NumberSpan Number(FormulaColumn column)
    {
        var gathered = _numbers.GetOrAdd(column, key => new Lazy<GatheredNumbers>(() => Gather(key))).Value;
        return new NumberSpan(gathered.Values, gathered.Present);
    }

    public CodeSpan Codes(FormulaColumn column)
    {
        var gathered = _codes.GetOrAdd(column, key => new Lazy<GatheredCodes>(() => GatherCodes(key))).Value;
        return new CodeSpan(gathered.Codes, gathered.Texts);
    }

    /// <summary>Whether a figure of the column has more digits than a double gives back; then doubles decide nothing.</summary>
    public bool HasLongTexts(FormulaColumn column) => meanings[column] is { } meaning && meaning.Rule != CellRule.Code
        && schools.Table.Parts.Any(part => part.Figures.Any(figure => figure.Value.HasLongTexts && figure.Key.StartsWith(meaning.Definition.Id, StringComparison.Ordinal)));

    private GatheredNumbers Gather(FormulaColumn column)
    {
        var gathered = new GatheredNumbers(new double[RowCount], new bool[RowCount]);
        if (meanings[column] is not { } meaning)
        {
            GatherParents(gathered);
            return gathered;
        }

        var cells = new ColumnCells(schools, meaning);
        if (!cells.IsAnywhere)
        {
            return gathered;
        }

        if (level == CheckLevel.School || meaning.Level == CheckLevel.Unit)
        {
            cells.Fill(gathered.Values, gathered.Present);
            return gathered;
        }

        var ofSchools = new GatheredNumbers(new double[schools.Current], new bool[schools.Current]);
        cells.Fill(ofSchools.Values, ofSchools.Present);
        for (var unit = 0; unit < gathered.Values.Length; unit++)
        {
            var school = schools.Units[unit].School;
            (gathered.Values[unit], gathered.Present[unit]) = (ofSchools.Values[school], ofSchools.Present[school]);
        }

        return gathered;
    }

    private void GatherParents(GatheredNumbers gathered)
    {
        for (var row = 0; row < gathered.Values.Length; row++)
        {
            var school = level == CheckLevel.Unit ? schools.Units[row].School : row;
            (gathered.Values[row], gathered.Present[row]) = (SubjectTexts.HasParent(schools, school) ? 1 : 0, true);
        }
    }

    private GatheredCodes GatherCodes(FormulaColumn column)
    {
        var (codes, texts) = (new byte[RowCount], SubjectTexts.TextsOf(column.Name));
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = column.Name == "stage"
                ? (byte)schools.Units[row].Stage
                : SubjectTexts.CodeOf(schools, level == CheckLevel.Unit ? schools.Units[row].School : row, column.Name);
        }

        return new GatheredCodes(codes, texts);
    }

    private sealed record GatheredNumbers(double[] Values, bool[] Present);

    private sealed record GatheredCodes(byte[] Codes, IReadOnlyList<string> Texts);
}

/// <summary>The codes and texts of schools.</summary>
internal static class SubjectTexts
{
    private static readonly string[] _stages = ["", .. Stages.All.Select(stage => stage.Id())];

    public static IReadOnlyList<string> TextsOf(string column) => column switch
    {
        "stage" => _stages,
        "school_type" => SchoolTypes.Ids,
        "organiser_type" => OrganiserTypes.Ids,
        "locale" => Locales.Ids,
        _ => [],
    };

    public static byte CodeOf(CheckedSchools schools, int school, string column)
    {
        var row = schools.Schools[school].First;
        var part = schools.Table.PartOf(row);
        return column switch
        {
            "school_type" => (byte)part.SchoolTypeOf(row.Row),
            "organiser_type" => part.OrganiserTypes?[row.Row] ?? 0,
            "locale" => (byte)(part.Locales?[row.Row] ?? Locale.Unknown),
            _ => 0,
        };
    }

    /// <summary>The code of the school that a school is a site of; empty for a school of its own.</summary>
    public static string ParentOf(CheckedSchools schools, int school)
    {
        var row = schools.Schools[school].First;
        return schools.Table.PartOf(row).ParentSchoolCode is { } parents ? parents[row.Row] : "";
    }

    public static bool HasParent(CheckedSchools schools, int school)
    {
        var row = schools.Schools[school].First;
        return schools.Table.PartOf(row).ParentSchoolCode is { } parents && !parents.IsBlank(row.Row);
    }
}

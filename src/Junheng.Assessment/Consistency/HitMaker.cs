using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;
using Junheng.Formulas;

namespace Junheng.Assessment.Consistency;

/// <summary>Makes hits: cells with their places and values, messages with their blanks filled.</summary>
internal sealed partial class HitMaker(CheckSet set, SubjectEntities entities)
{
    private const int MessageDigits = 4;

    private CheckedSchools Schools => entities.Schools;

    /// <summary>A hit of a formula at a school, or at a unit of it.</summary>
    public CheckHit OfFormula(CheckRule rule, IFormulaEntity entity, int subject)
    {
        var isUnit = rule.Level == CheckLevel.Unit;
        var school = isUnit ? Schools.Units[subject].School : subject;
        var cells = rule.Cells.SelectMany(name => set.Meanings.Nearest(rule.Level, name) is { } column
            ? CellsOf(column, isUnit && column.Level == CheckLevel.School ? school : subject)
            : []).Distinct().ToImmutableArray();
        return Of(rule, school, isUnit ? Schools.Units[subject].Stage : Stage.None, cells, Filled(rule.Message, entity));
    }

    /// <summary>A hit of a formula at a county: its values stand in the message, its cells are too many to name.</summary>
    public CheckHit OfCountyFormula(CheckRule rule, IFormulaEntity entity, int county)
    {
        var message = Filled(rule.Message, entity);
        var values = rule.Message.Formulas.Select(blank => $"{blank.Key}={Shown(blank.Value.Evaluate(entity))}").Order(StringComparer.Ordinal);
        return OfCounty(rule, county, [], message, string.Join("; ", values));
    }

    /// <summary>A hit at a school.</summary>
    public CheckHit Of(CheckRule rule, int school, Stage stage, ImmutableArray<HitCell> cells, LocalizedText message)
    {
        var found = Schools.Schools[school];
        return new CheckHit
        {
            Rule = rule,
            CountyCode = Schools.Counties[found.County].Code,
            SchoolCode = found.Code,
            SchoolName = Schools.NameOf(school),
            Stage = stage,
            ReportYear = found.Year,
            Cells = cells,
            Message = message,
            Content = CheckHit.ContentOf(cells, found.Code, found.Year),
        };
    }

    /// <summary>A hit at a county, or at the whole table when <paramref name="county"/> is negative.</summary>
    public CheckHit OfCounty(CheckRule rule, int county, ImmutableArray<HitCell> cells, LocalizedText message, string content) => new()
    {
        Rule = rule,
        CountyCode = county < 0 ? "" : Schools.Counties[county].Code,
        ReportYear = county < 0 ? Schools.Counties.Select(each => each.Year).DefaultIfEmpty().Max() : Schools.Counties[county].Year,
        Cells = cells,
        Message = message,
        Content = content,
    };

    /// <summary>The cells of a figure at a subject of the column's level; none where it is missing.</summary>
    public IEnumerable<HitCell> CellsOf(CheckColumn column, int subject)
    {
        if (column.Rule == CellRule.Code)
        {
            return column.Definition.Id == "school_type" ? [TextCell(subject, "school_type", SubjectTexts.TextsOf("school_type")[SubjectTexts.CodeOf(Schools, subject, "school_type")])] : [];
        }

        var cells = new CellAt[ColumnCells.Most];
        var count = entities.CellsOf(column).Read(subject, cells);
        return count <= 0 ? [] : cells.Take(count).Select(Cell);
    }

    /// <summary>A cell of a figure.</summary>
    public HitCell Cell(CellAt cell)
    {
        var part = Schools.Table.PartOf(cell.Row);
        var isOfStage = cell.SheetColumn.EndsWith(cell.Stage.Id(), StringComparison.Ordinal);
        var id = cell.Stage == Stage.None || isOfStage ? cell.SheetColumn : $"{cell.SheetColumn}_{cell.Stage.Id()}";
        return new HitCell(
            id, TitleOf(cell.SheetColumn, cell.Stage), part.OriginOf(cell.Row.Row, cell.SheetColumn), part.SchoolCode[cell.Row.Row], part.ReportYearOf(cell.Row.Row),
            PlainNumber.Of(cell.Column.Exact(cell.Row.Row)!.Value));
    }

    /// <summary>A cell of a text or code of a school.</summary>
    public HitCell TextCell(int school, string column, string value) => TextCell(Schools.Schools[school].First, column, value);

    /// <summary>A cell of a text or code of a row.</summary>
    public HitCell TextCell(RowRef row, string column, string value)
    {
        var part = Schools.Table.PartOf(row);
        return new HitCell(column, TitleOf(column, Stage.None), part.OriginOf(row.Row, column), part.SchoolCode[row.Row], part.ReportYearOf(row.Row), value);
    }

    /// <summary>The message of a test, its blanks filled from values by name.</summary>
    public static LocalizedText Filled(LocalizedText message, IReadOnlyDictionary<string, LocalizedText> values) => new(
        Blank().Replace(message.Zh, match => values[match.Groups[1].Value].Zh), Blank().Replace(message.En, match => values[match.Groups[1].Value].En));

    /// <summary>What stands in the braces of a text, each once.</summary>
    public static IEnumerable<string> BlanksOf(LocalizedText text) =>
        Blank().Matches(text.Zh).Concat(Blank().Matches(text.En)).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal);

    private static LocalizedText Filled(CheckMessage message, IFormulaEntity entity)
    {
        var values = message.Formulas.ToDictionary(blank => blank.Key, blank => Shown(blank.Value.Evaluate(entity)) is var text ? new LocalizedText(text, text) : null!, StringComparer.Ordinal);
        return Filled(message.Text, values);
    }

    private static string Shown(FormulaValue value) => value switch
    {
        FormulaValue.Number number => PlainNumber.Of(number.Value, MessageDigits),
        FormulaValue.Missing or FormulaValue.Undefined => "—",
        _ => value.ToString()!,
    };

    private LocalizedText TitleOf(string sheetColumn, Stage stage)
    {
        var suffix = $"_{stage.Id()}";
        var id = stage != Stage.None && sheetColumn.EndsWith(suffix, StringComparison.Ordinal) ? sheetColumn[..^suffix.Length] : sheetColumn;
        var title = set.Columns[id]?.Title ?? new LocalizedText(id, id);
        return stage == Stage.None ? title : new LocalizedText((stage == Stage.Primary ? "小学" : stage == Stage.Junior ? "初中" : "高中") + title.Zh, $"{title.En} ({stage.Id()})");
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Blank();
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.School;

/// <summary>Reads the items of a sheet by the rules of its map.</summary>
internal sealed class CellRuleReader(RecognisedSheet sheet, FormSheet form, SheetSchool school, FormContext context, SheetNotes notes)
{
    private readonly CellFinder _finder = new(form);
    private readonly FormFigures _figures = new(sheet.Sheet);
    private readonly FormProblems _problems = new(notes);
    private readonly Dictionary<(string, string), SubtotalDecision?> _decisions = [];
    private readonly HashSet<int> _usedColumns = [];
    private readonly HashSet<int> _usedRows = [];
    private readonly List<MappedItem> _mapped = [];
    private bool _sawCross;
    private bool _sawFigure;

    /// <summary>What was recognised.</summary>
    public ImmutableArray<MappedItem> Mapped => [.. _mapped];

    /// <summary>Reads all rules; what they give goes to a school's figures.</summary>
    public void Read(int schoolNumber, int sheetNumber)
    {
        var wrong = PrintedTotals.Check(sheet.Map, _finder, _figures);
        foreach (var rule in sheet.Map.Cells)
        {
            if (rule.SchoolTypes.IsEmpty || rule.SchoolTypes.Contains(school.Kind.Type))
            {
                Read(rule, schoolNumber, sheetNumber);
            }
        }

        _problems.Report();
        ReportTotals(wrong);
    }

    /// <summary>Headings that became nothing, or rows where the form has a single column of figures.</summary>
    public ImmutableArray<LeftOverHeading> LeftOver()
    {
        if (form.Columns is [var only])
        {
            return
            [
                .. form.Rows.Where(row => !_usedRows.Contains(row.Row) && !sheet.Sheet.IsBlank(row.Row, only.Column))
                    .Select(row => new LeftOverHeading(string.Join(" › ", row.Path), Origin.CellName(row.Row, row.LabelColumn), [sheet.Sheet.Text(row.Row, only.Column)])),
            ];
        }

        return
        [
            .. form.Columns.Where(column => !_usedColumns.Contains(column.Column)).Select(column => new LeftOverHeading(
                string.Join(" › ", column.Headings),
                Origin.CellName(column.HeadingRow, column.Column),
                [.. form.Rows.Select(row => sheet.Sheet.Text(row.Row, column.Column)).Where(text => text.Length > 0).Take(3)])).Where(left => !left.Samples.IsEmpty),
        ];
    }

    private void Read(CellRule rule, int schoolNumber, int sheetNumber)
    {
        var column = ColumnOf(rule.Item);
        var cells = new List<(FormRow Row, FormColumn Column)>();
        foreach (var term in rule.Terms)
        {
            if (!AddCells(term, rule, column, cells))
            {
                return;
            }
        }

        foreach (var (row, used) in cells)
        {
            _usedRows.Add(row.Row);
            _usedColumns.Add(used.Column);
        }

        if (Value(rule, column, cells) is not { } value)
        {
            return;
        }

        var (reading, text, operation, at) = value;
        var place = Place(at, sheetNumber);
        if (reading is { } number)
        {
            context.Figures.Item(rule.Item).Put(schoolNumber, Observation.Figure(number, text, place));
            _sawFigure = true;
        }

        _mapped.Add(new MappedItem(
            rule.Item,
            By(rule, cells),
            string.Join('+', at.Select(cell => FormSheet.CellName(cell.Row, cell.Column))),
            [text ?? (reading is { } shown ? Words(shown) : "")],
            operation));
    }

    /// <summary>The cells of a term: one, or where 艺术 stands beside 音乐 and 美术 those too. False where they cannot be told.</summary>
    private bool AddCells(CellTerm term, CellRule rule, ColumnDefinition column, List<(FormRow Row, FormColumn Column)> cells)
    {
        var search = _finder.Find(term);
        if (term.Parts.IsEmpty || term.Column is null)
        {
            return Add(search, rule, column, cells);
        }

        var parts = term.Parts.Select(part => _finder.Find(term, part)).OfType<CellSearch.Found>().ToList();
        if (search is not CellSearch.Found whole)
        {
            if (search is CellSearch.Absent { IsRow: false } && parts.Count == term.Parts.Length)
            {
                parts.ForEach(part => cells.Add((part.Row, part.Column)));
                return true;
            }

            return Add(search, rule, column, cells);
        }

        if (parts.Count > 0)
        {
            if (Decide(term, whole.Column, [.. parts.Select(part => part.Column)]) is not { IsSubtotal: { } isSubtotal })
            {
                return false;
            }

            if (!isSubtotal)
            {
                parts.ForEach(part => cells.Add((part.Row, part.Column)));
            }
        }

        cells.Insert(cells.Count - (parts.Count > 0 && cells.Count > 0 && cells[^1].Column == parts[^1].Column ? parts.Count : 0), (whole.Row, whole.Column));
        return true;
    }

    private bool Add(CellSearch search, CellRule rule, ColumnDefinition column, List<(FormRow Row, FormColumn Column)> cells)
    {
        if (search is CellSearch.Found found)
        {
            cells.Add((found.Row, found.Column));
            return true;
        }

        var stage = StageOf(rule.Item);
        if (stage == Stage.None || school.Kind.Type.CanHave(stage))
        {
            var isCertain = stage == Stage.None || school.Kind.Type != SchoolType.Unknown;
            _problems.Add(search, rule.Item, isCertain && !rule.IsOptional && FormProblems.IsNeeded(rule.Item, column));
        }

        return false;
    }

    /// <summary>Whether a column is the subtotal of others: decided once a sheet, told as a choice, or asked.</summary>
    private SubtotalDecision? Decide(CellTerm term, FormColumn whole, IReadOnlyList<FormColumn> parts)
    {
        var key = (term.Column!.Text, string.Join('|', term.Parts.Select(part => part.Text)));
        if (_decisions.TryGetValue(key, out var known))
        {
            return known;
        }

        var names = string.Join("、", parts.Select(part => part.Headings[^1]));
        var (name, at) = (whole.Headings.Length > 0 ? whole.Headings[0] : term.Column.Text, Origin.CellName(whole.HeadingRow, whole.Column));
        var decider = new SubtotalDecider(sheet.Map, _finder, _figures);
        var decision = term.IsSubtotal is { } told ? new SubtotalDecision(told, new("映射写明", "the map says so")) : decider.Decide(term.Column, whole, parts);
        if (decision.IsSubtotal is not { } isSubtotal)
        {
            notes.Ask(
                "forms.subtotal-unclear",
                at,
                new($"“{name}”可能是{names}的小计，也可能是与它们并列的课程：{decision.By.Zh}。相加可能重复计算", $"'{name}' may be the subtotal of {names} or a course beside them: {decision.By.En}. Adding them may count teachers twice"),
                new("在映射里写 subtotal: true（是小计）或 subtotal: false（并列），用 --map 交给程序", "Write subtotal: true or subtotal: false in the map, and give it with --map"));
            return _decisions[key] = null;
        }

        if (isSubtotal && decider.Exceeded(term.Column, whole, parts) is { } row)
        {
            notes.Ask(
                "forms.subtotal-exceeded",
                FormSheet.CellName(row, whole),
                new($"“{name}”是{names}的小计（{decision.By.Zh}），但各分项之和大于它", $"'{name}' is the subtotal of {names} ({decision.By.En}), but they exceed it"),
                new("改正表中数字；或在映射里写 subtotal: false", "Correct the figures; or write subtotal: false in the map"));
            return _decisions[key] = null;
        }

        notes.Choose(isSubtotal
            ? new($"“{name}”（{at}）按{names}的小计读取，不再加各分项：{decision.By.Zh}", $"'{name}' ({at}) is read as the subtotal of {names}, which are not added: {decision.By.En}")
            : new($"“{name}”（{at}）是与{names}并列的课程，一起相加：{decision.By.Zh}", $"'{name}' ({at}) stands beside {names} and is added to them: {decision.By.En}"));
        return _decisions[key] = decision;
    }

    /// <summary>The value of a rule's cells; no reading where it is missing.</summary>
    private (NumberReading? Reading, string? Text, string Operation, List<(FormRow Row, FormColumn Column)> At)? Value(CellRule rule, ColumnDefinition column, List<(FormRow Row, FormColumn Column)> cells)
    {
        var readings = new NumberReading[cells.Count];
        var (operation, isMissing, onlyRemark) = (cells.Count > 1 ? "sum" : "", false, (CellRemarkKind?)null);
        for (var i = 0; i < cells.Count; i++)
        {
            var (row, at) = cells[i];
            var figure = _figures[row.Row, at.Column];
            _sawCross |= figure.IsCrossedOut;
            if (figure.Text is { } text)
            {
                return (sheet.Sheet.Number(row.Row, at.Column), text, operation, [cells[i]]);
            }

            var (unit, isPrinted) = FigureUnits.Of(form, row, at, rule.Unit);
            if (FigureUnits.Factor(column.Unit, unit) is not { } factor)
            {
                ReportUnit(rule, column, unit!, FormSheet.CellName(row, at));
                return null;
            }

            if (figure.Number is not { } number && !rule.BlankIsZero)
            {
                isMissing = true;
                continue;
            }

            var multiplier = (int)factor.Numerator;
            operation = multiplier != 1 && !operation.Contains('×', StringComparison.Ordinal)
                ? string.Create(CultureInfo.InvariantCulture, $"{operation} ×{multiplier}").Trim() : operation;
            if (isPrinted && rule.Unit is not null && rule.Unit != unit)
            {
                notes.Choose(new($"{rule.Item}：表上印的单位是{unit}，不是通常的{rule.Unit}，按表上的读取", $"{rule.Item}: the form prints the unit {unit}, not the usual {rule.Unit}; it is read as printed"));
            }

            var read = figure.Number ?? new NumberReading(0, null, null);
            onlyRemark = read.Remark;
            readings[i] = multiplier == 1 ? read : ExactFigures.Sum([read], multiplier);
        }

        if (isMissing)
        {
            return (null, null, operation, cells);
        }

        var sum = cells.Count == 1 ? readings[0] with { Remark = onlyRemark } : ExactFigures.Sum(readings, 1);
        return (sum, sum.Remark is null ? null : sheet.Sheet.Text(cells[0].Row.Row, cells[0].Column.Column), operation, cells);
    }

    private void ReportUnit(CellRule rule, ColumnDefinition column, string unit, string cell) => notes.Ask(
        "forms.wrong-unit",
        cell,
        new($"{rule.Item} 的单位是“{unit}”，不能换算成{column.Title.Zh}的单位", $"{rule.Item} is in '{unit}', which is no unit of {column.Title.En}"),
        new("检查表样的计量单位，或在映射里改正", "Check the form's unit, or correct the map"));

    private void ReportTotals(IReadOnlyList<WrongTotal> wrong)
    {
        foreach (var total in wrong)
        {
            var parts = PrintedTotals.Names(total.Parts);
            notes.Warn(
                "forms.total-mismatch",
                Origin.CellName(total.Total.Row, total.Total.Column),
                new($"印的合计是 {Words(ToReading(total.Printed))}，各项 {parts} 之和是 {Words(ToReading(total.Sum))}", $"The printed total is {Words(ToReading(total.Printed))}; {parts} add up to {Words(ToReading(total.Sum))}"),
                new("改正合计或其中一项", "Correct the total or one of its parts"));
        }

        if (_figures.Zeros.Count > 0)
        {
            var cells = string.Join("、", _figures.Zeros.Order().Take(12).Select(cell => Origin.CellName(cell.Row, cell.Column))) + (_figures.Zeros.Count > 12 ? " …" : "");
            notes.Choose(new($"空白单元格 {cells} 按 0 读取：已填各项之和等于印的合计", $"The blank cells {cells} are read as 0: what is filled in adds up to the printed total"));
        }

        if (_sawCross)
        {
            notes.Choose(new("“-”一类符号表示不填，按空白读取", "Crossed-out cells such as '-' are read as blank"));
        }

        if (!_sawFigure && !sheet.Map.Cells.IsEmpty)
        {
            notes.Choose(new("此表没有填写数字", "The form holds no figures"));
        }

        if (form.HasFilledHeadings)
        {
            notes.Choose(new("表头没有合并单元格，上级标题按从左到右延伸理解", "The headings are not merged: one that has headings below stands for the columns to its right"));
        }
    }

    private CellPlace Place(List<(FormRow Row, FormColumn Column)> cells, int sheetNumber)
    {
        var (row, column) = (cells[0].Row.Row, cells[0].Column.Column);
        return new CellPlace(sheetNumber, row, column, context.Figures.PatternNumber([.. cells.Skip(1).Select(cell => new CellStep(cell.Row.Row - row, cell.Column.Column - column))]));
    }

    private static string By(CellRule rule, List<(FormRow Row, FormColumn Column)> cells)
    {
        var (row, column) = cells[0];
        return $"{string.Join(" › ", row.Path)} × {string.Join(" › ", column.Headings.Length > 0 ? column.Headings : [column.Number.ToString(CultureInfo.InvariantCulture)])}"
            + (rule.Terms.Length > 1 ? " + …" : "");
    }

    private ColumnDefinition ColumnOf(string item) => context.Columns[item] ?? context.Columns[Unstaged(item)] ?? throw new InvalidOperationException($"The map reader let {item} pass.");

    private static string Unstaged(string item) => item.AsSpan(0, item.LastIndexOf('_')).ToString();

    private Stage StageOf(string item) => context.Columns[item] is not null ? Stage.None : Stages.Parse(item.AsSpan(item.LastIndexOf('_') + 1).ToString());

    private static NumberReading ToReading(Domain.Numbers.Rational number) => new(number.ToDouble(), null, null);

    private static string Words(NumberReading number) => number.ExactText ?? number.Value.ToString("R", CultureInfo.InvariantCulture);
}

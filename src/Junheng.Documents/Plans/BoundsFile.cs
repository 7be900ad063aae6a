using System.Collections.Immutable;
using Junheng.Application.Plans;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>Reads a caps or locks file: <c>county_code, school_code, stage, item, max_add</c> (or <c>min_add</c>).</summary>
internal sealed class BoundsFile
{
    private static readonly Dictionary<string, string> _headings = new(StringComparer.Ordinal)
    {
        ["county_code"] = "县代码",
        ["school_code"] = "学校代码",
        ["stage"] = "学段",
        ["item"] = "项目",
        ["max_add"] = "最多添置",
        ["min_add"] = "已定添置",
    };

    private readonly TableFile _file;
    private readonly ColumnCatalogue _columns;
    private readonly ReadingFindings _findings;
    private readonly Dictionary<string, int> _positions;
    private readonly string _amount;

    private BoundsFile(TableFile file, string amount, ColumnCatalogue columns, Language language)
    {
        (_file, _amount, _columns) = (file, amount, columns);
        _findings = new ReadingFindings(file.Name, file.Sheet, language);
        _positions = new[] { "county_code", "school_code", "stage", "item", amount }.ToDictionary(id => id, Position, StringComparer.Ordinal);
    }

    /// <summary>The bounds of a file.</summary>
    public static BoundsReading Read(InputFile input, string amount, ColumnCatalogue columns, Language language) => StatisticsFiles.Open(input, language) switch
    {
        TableOpening.Refused refused => new BoundsReading(null, refused.Findings),
        TableOpening.Opened opened => new BoundsFile(opened.File, amount, columns, language).Read(),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    private BoundsReading Read()
    {
        if (_findings.HasErrors)
        {
            return new BoundsReading(null, [.. _file.Findings, .. _findings.Complete()]);
        }

        var rows = _file.Read([.. _file.Headers.Select((_, position) => _positions.ContainsValue(position) ? ColumnUse.Text : ColumnUse.Ignore)]);
        var bounds = ImmutableArray.CreateBuilder<AddBound>();
        var seen = new HashSet<(string, string, Stage, string)>();
        foreach (var chunk in rows.Chunks)
        {
            for (var row = 0; row < chunk.RowCount; row++)
            {
                if (Bound(chunk, row) is { } bound && IsNew(seen.Add((bound.CountyCode, bound.SchoolCode, bound.Stage, bound.Item)), bound))
                {
                    bounds.Add(bound);
                }
            }
        }

        ImmutableArray<Finding> all = [.. _file.Findings, .. rows.Findings, .. _findings.Complete()];
        return new BoundsReading(rows.IsRefused || _findings.HasErrors ? null : bounds.ToImmutable(), all);
    }

    private int Position(string id)
    {
        var found = Enumerable.Range(0, _file.Headers.Length).Where(at => HeaderMap.Normalised(_file.Headers[at]) is var text && (text == id || text == _headings[id])).ToList();
        if (found.Count != 1)
        {
            _findings.Error(
                found.Count == 0 ? "plan.missing-column" : "plan.double-column",
                Origin.CellName(_file.HeaderRow, found.Count == 0 ? _file.Headers.Length : found[1]),
                new(found.Count == 0 ? $"缺少列“{id}”（{_headings[id]}）" : $"列“{id}”有 {found.Count} 列", found.Count == 0 ? $"Column '{id}' is missing" : $"'{id}' stands in {found.Count} columns"),
                new($"列应为 county_code, school_code, stage, item, {_amount}", $"The columns are county_code, school_code, stage, item, {_amount}"));
        }

        return found.Count == 0 ? -1 : found[0];
    }

    private AddBound? Bound(TableChunk chunk, int row)
    {
        string Text(string id) => chunk.Text(_positions[id])[row].Trim();
        string Cell(string id) => Origin.CellName(chunk.SourceRow(row), _positions[id]);
        var (item, stageText, amountText) = (Text("item"), Text("stage"), Text(_amount));
        var column = _columns[item] ?? _columns.Columns.FirstOrDefault(each => each.Headings.Contains(item));
        var stage = Stages.Parse(stageText.ToLowerInvariant());
        var isBad = false;
        void Refuse(string rule, string id, LocalizedText message, LocalizedText remedy)
        {
            isBad = true;
            _findings.Error(rule, Cell(id), message, remedy);
        }

        if (column is not { IsItem: true })
        {
            Refuse("plan.unknown-item", "item", new($"不认识的项目“{item}”", $"Unknown item '{item}'"), new("写项目编号，例如 sports_area_m2", "Write an item's id, e.g. sports_area_m2"));
        }

        if (stage == Stage.None && stageText is not ("" or "shared" or "共用"))
        {
            Refuse("plan.unknown-stage", "stage", new($"不认识的学段“{stageText}”", $"Unknown stage '{stageText}'"), new("写 primary、junior 或 shared（共用）", "Write primary, junior or shared"));
        }

        if (!Rational.TryParseDecimal(amountText.Replace(",", "", StringComparison.Ordinal), out var amount) || amount.Sign < 0)
        {
            Refuse("plan.wrong-amount", _amount, new($"数量不能是“{amountText}”", $"'{amountText}' is not an amount"), new("写不小于零的数", "Write a number of at least 0"));
        }

        if (Text("county_code").Length == 0 || Text("school_code").Length == 0)
        {
            Refuse("plan.blank-code", "school_code", new("县代码或学校代码为空", "County or school code is blank"), new("补上代码", "Fill in the code"));
        }

        return isBad ? null : new AddBound(Text("county_code"), Text("school_code"), stage, column!.Id, amount, new Origin(_file.Name, _file.Sheet, Cell(_amount)));
    }

    private bool IsNew(bool isNew, AddBound bound)
    {
        if (!isNew)
        {
            _findings.Error(
                "plan.double-bound",
                bound.Place.Cell,
                new($"{bound.SchoolCode} 的“{bound.Item}”写了两次", $"'{bound.Item}' of {bound.SchoolCode} is given twice"),
                new("只保留一行", "Keep one row"));
        }

        return isNew;
    }
}

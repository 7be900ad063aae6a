using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Assessment.Items;
using Junheng.Assessment.Standards;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Items;

/// <summary>Reads the items file: <c>county_code, item, field, value, source</c>.</summary>
internal static class ItemsFile
{
    private static readonly (string Id, string Heading, bool IsNeeded)[] _columns =
        [("county_code", "县代码", true), ("item", "项目", true), ("field", "字段", true), ("value", "值", true), ("source", "来源", false)];

    public static ItemsReading Read(InputFile input, Standard standard, Language language)
    {
        switch (StatisticsFiles.Open(input, language))
        {
            case TableOpening.Refused refused:
                return new ItemsReading(null, null, refused.Findings);
            case TableOpening.Opened opened:
                return Read(opened.File, standard, language);
            default:
                throw new InvalidOperationException("An opening is opened or refused.");
        }
    }

    private static ItemsReading Read(TableFile file, Standard standard, Language language)
    {
        var findings = new ReadingFindings(file.Name, file.Sheet, language);
        var positions = Positions(file, findings);
        var rows = file.Read([.. file.Headers.Select((_, position) => positions.ContainsValue(position) ? ColumnUse.Text : ColumnUse.Ignore)]);
        var summary = new InputSummary(file.Name, new Lazy<string>(() => file.Sha256), rows.RowCount);
        CellRemarks.Report(rows, [.. file.Headers.Select((heading, position) => (heading, position == positions["county_code"]))], findings);
        var figures = ImmutableArray<ItemFigure>.Empty;
        if (_columns.All(column => !column.IsNeeded || positions[column.Id] >= 0))
        {
            figures = [.. rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount).Select(row => Figure(file, chunk, row, positions)))];
        }

        foreach (var figure in figures)
        {
            Check(figure, standard, findings);
        }

        if (rows is { RowCount: 0, IsRefused: false })
        {
            findings.Warning("items.no-rows", null, new("表头下面没有数据行", "There are no rows below the header"), new("每个字段填一行", "Fill in one row a field"));
        }

        var isRefused = findings.HasErrors || rows.IsRefused;
        return new ItemsReading(isRefused ? null : new ItemFigures(figures), summary, [.. file.Findings, .. rows.Findings, .. findings.Complete()]);
    }

    /// <summary>Column id → position of its first heading, −1 where absent. What is absent, double or unknown is reported.</summary>
    private static Dictionary<string, int> Positions(TableFile file, ReadingFindings findings)
    {
        var ids = file.Headers.Select(IdOf).ToList();
        foreach (var (id, heading, isNeeded) in _columns)
        {
            var count = ids.Count(each => each == id);
            if (count == 0 && isNeeded)
            {
                findings.Error(
                    "items.missing-column",
                    Origin.CellName(file.HeaderRow, file.Headers.Length),
                    new($"缺少列“{id}”（{heading}）", $"Column '{id}' is missing"),
                    new("列应为 county_code, item, field, value, source", "The columns are county_code, item, field, value, source"));
            }
            else if (count > 1)
            {
                findings.Error(
                    "items.double-column",
                    Origin.CellName(file.HeaderRow, ids.LastIndexOf(id)),
                    new($"列“{id}”（{heading}）有 {count} 列", $"'{id}' stands in {count} columns"),
                    new("只保留正确的一列", "Keep the right one"));
            }
        }

        var unknown = Enumerable.Range(0, ids.Count).Where(position => ids[position] is null && file.Headers[position].Length > 0 && !Companions.IsHeading(file.Headers[position])).ToList();
        if (unknown.Count > 0)
        {
            var list = string.Join("、", unknown.Take(20).Select(position => file.Headers[position])) + (unknown.Count > 20 ? " …" : "");
            findings.Note("items.unknown-columns", Origin.CellName(file.HeaderRow, unknown[0]), new($"不认识的列已忽略：{list}", $"Unknown columns are ignored: {list}"), new("无需处理", "Nothing to do"));
        }

        return _columns.ToDictionary(column => column.Id, column => ids.IndexOf(column.Id));
    }

    private static string? IdOf(string header)
    {
        var text = HeaderMap.Normalised(header);
        return _columns.FirstOrDefault(column => text == column.Id || text == column.Heading).Id;
    }

    private static ItemFigure Figure(TableFile file, TableChunk chunk, int row, Dictionary<string, int> positions)
    {
        string Text(string id) => positions[id] < 0 ? "" : chunk.Text(positions[id])[row].Trim();
        return new ItemFigure(
            Text("county_code"),
            Text("item"),
            Text("field"),
            Text("value") is "TRUE" or "FALSE" ? Text("value").ToLowerInvariant() : Text("value"), // a truth cell of a workbook
            Text("source"),
            new Origin(file.Name, file.Sheet, Origin.CellName(chunk.SourceRow(row), positions["value"])));
    }

    private static void Check(ItemFigure figure, Standard standard, ReadingFindings findings)
    {
        if (figure.CountyCode.Length == 0)
        {
            findings.Error("items.blank-county", figure.Origin.Cell, new("县代码为空", "The county code is blank"), new("填上县代码；如果是说明，删除整行", "Fill in the county code; delete the row if it is a note"));
        }

        var county = figure.CountyCode.Length == 0 ? null : figure.CountyCode;
        if (standard.Items.FirstOrDefault(item => item.Id == figure.Item) is not { } item)
        {
            var known = string.Join("、", standard.Items.Select(each => each.Id));
            findings.Error("items.unknown-item", figure.Origin.Cell, new($"不认识的项目“{figure.Item}”", $"Unknown item '{figure.Item}'"), new($"可用：{known}", $"Known: {known}"), county);
        }
        else if (item.FieldOf(figure.Field) is not { } field)
        {
            var known = string.Join("、", item.Fields.Select(each => each.Id).Append("conclusion"));
            findings.Error("items.unknown-field", figure.Origin.Cell, new($"项目 {item.Id} 没有字段“{figure.Field}”", $"Item {item.Id} has no field '{figure.Field}'"), new($"可用：{known}", $"Known: {known}"), county);
        }
        else if (!field.CanRead(figure.Text))
        {
            findings.Error(
                "items.wrong-value",
                figure.Origin.Cell,
                new($"{item.Id} 的“{field.Title.Zh}”（{field.Id}）不能是“{figure.Text}”", $"{item.Id}: '{field.Id}' cannot be '{figure.Text}'"),
                new("数只写数字；是非写“是”或“否”；结论写“达标”或“未达标”；日期写 2026-09-01", "Numbers as digits; truths yes or no; conclusions met or not_met; dates like 2026-09-01"),
                county);
        }
    }
}

using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Application.Reports;
using Junheng.Application.WhatIf;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Reports;

/// <summary>A scenario as a workbook: the table of schools as it would be (which <c>assess</c> reads), what was changed, and what came of it.</summary>
public sealed class ScenarioBooks : IScenarioBooks
{
    private const string Prefix = "情景 ";

    /// <inheritdoc/>
    public void Write(ScenarioRun run, Scenario scenario, Stream stream)
    {
        var sheets = new List<ReportSheet>();
        if (CleanTable.Of(run.Table, run.Result.InForce.Standard.Columns) is { } table)
        {
            sheets.Add(Schools(table, run.Result.InForce.Standard.Columns));
        }

        sheets.Add(Changes(run, scenario));
        sheets.Add(Outcome(run, scenario));
        ReportWorkbook.Write(stream, sheets, $"{Prefix}{scenario.Name}　结果 {run.ResultId}");
    }

    private static ReportSheet Schools(CleanTable table, ColumnCatalogue columns)
    {
        var sheet = new ReportSheet("学校一览", [.. table.Columns.Select(id => id.EndsWith("name", StringComparison.Ordinal) ? 24d : 14d)], new PageLayout(true, IsA3: true));
        sheet.Next();
        foreach (var id in table.Columns)
        {
            sheet.Cell(id, ReportStyle.Head);
        }

        foreach (var row in table.Rows)
        {
            sheet.Next();
            for (var at = 0; at < row.Length; at++)
            {
                sheet.Cell(Value(row[at], IsFigure(table.Columns[at], columns)), ReportStyle.Text);
            }
        }

        return sheet.FreezeHere(0, 1);
    }

    private static bool IsFigure(string id, ColumnCatalogue columns) =>
        (columns[id] ?? columns[Stages.All.Aggregate(id, (name, stage) => name.EndsWith("_" + stage.Id(), StringComparison.Ordinal) ? name[..^(stage.Id().Length + 1)] : name)])?.Kind is ColumnKind.Number or ColumnKind.Year;

    /// <summary>A number where a workbook's number gives the text back exactly; else the text.</summary>
    private static object? Value(string text, bool isFigure)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return isFigure && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && Rational.FromShortestDecimal(number) == Rational.ParseDecimal(text) ? number : text;
    }

    private static ReportSheet Changes(ScenarioRun run, Scenario scenario)
    {
        var sheet = new ReportSheet("更改", [16, 28, 34, 16, 16], new PageLayout(false));
        sheet.Heading($"{Prefix}{scenario.Name}：更改", $"基线 {scenario.BaselineSha256[..16]}　报表年度 {scenario.ReportYear}");
        sheet.Next().Cell("学校代码", ReportStyle.Head).Cell("学校", ReportStyle.Head).Cell("项目", ReportStyle.Head).Cell("基线", ReportStyle.Head).Cell("情景", ReportStyle.Head);
        var cells = run.Grid.Rows.SelectMany(row => row.Cells.OfType<ScenarioCell>().Select(cell => (Row: row, Cell: cell))).ToDictionary(each => each.Cell.Key, StringComparer.Ordinal);
        foreach (var change in run.Overlay.Changes)
        {
            var (code, name, what, before) = change switch
            {
                ScenarioChange.Cell cell when cells.TryGetValue(cell.Key, out var found) => (found.Row.School, found.Row.Name, Title(found.Cell.Column), found.Cell.Text),
                ScenarioChange.Norm norm => ("", "", $"{norm.Indicator} {PaperWords.Of(norm.Stage)} {Word(norm.Kind)}", ""),
                ScenarioChange.Setting setting => ("", "", setting.Id, run.Baseline.Report.Result.InForce.Standard.Settings.First(each => each.Id == setting.Id).Value),
                _ => ("", "", change.Key, ""),
            };
            sheet.Next().Cell(code, ReportStyle.Text).Cell(name, ReportStyle.Text).Cell(what, ReportStyle.Text).Cell(before, ReportStyle.Text).Cell(change.Text.Length == 0 ? "（空白）" : change.Text, ReportStyle.Text);
        }

        return sheet.FreezeHere(0, 1);
    }

    private static string Title(ScenarioColumn column) => $"{(column.Stage == Stage.None ? "" : PaperWords.Of(column.Stage))}{column.Definition.Title.In(Language.Zh)}";

    private static string Word(NormKind kind) => kind switch { NormKind.Norm => "标准", NormKind.Floor => "底线", _ => "差异系数限值" };

    private static ReportSheet Outcome(ScenarioRun run, Scenario scenario)
    {
        var difference = ScenarioDifference.Of(run);
        var digits = run.Result.InForce.Standard.Print.Cv;
        var sheet = new ReportSheet("结果", [30, 22, 16, 12, 16, 12], new PageLayout(false));
        sheet.Heading($"{Prefix}{scenario.Name}：结果", $"全县 {PaperWords.Of(difference.Before.Verdict)} → {PaperWords.Of(difference.After.Verdict)}", $"结果编号 {run.ResultId}");
        sheet.Next().Cell("名称", ReportStyle.Head).Cell("学段", ReportStyle.Head).Cell("基线", ReportStyle.Head).Cell("结论", ReportStyle.Head).Cell("情景", ReportStyle.Head).Cell("结论", ReportStyle.Head);
        foreach (var change in difference.Spreads)
        {
            sheet.Next().Cell($"差异系数 {change.After.Indicator.Short.In(Language.Zh)}", ReportStyle.Text).Cell(PaperWords.Of(change.Stage), ReportStyle.Text)
                .Cell(change.Before.Spread.Cv, ReportStyles.Number(digits)).Cell(PaperWords.Of(change.Before.Spread.Verdict), ReportStyle.Text)
                .Cell(change.After.Spread.Cv, ReportStyles.Number(digits)).Cell(PaperWords.Of(change.After.Spread.Verdict), ReportStyle.Text);
        }

        foreach (var change in difference.Units.Where(each => each.IsOtherVerdict))
        {
            sheet.Next().Cell(change.Name, ReportStyle.Text).Cell(PaperWords.Of(change.Stage), ReportStyle.Text)
                .Cell(null, ReportStyle.Text).Cell(change.Before is { } before ? PaperWords.Of(before.Verdict) : "不适用", ReportStyle.Text)
                .Cell(null, ReportStyle.Text).Cell(change.After is { } after ? PaperWords.Of(after.Verdict) : "不适用", ReportStyle.Text);
        }

        return sheet.FreezeHere(0, 1);
    }
}

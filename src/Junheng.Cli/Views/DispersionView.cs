using Junheng.Application.Dispersion;
using Junheng.Assessment.Dispersion;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>A dispersion for people: every measure of all rows, then one line a group.</summary>
internal static class DispersionView
{
    private const int Digits = 4;
    private const string Undefined = "—";

    /// <summary>Writes it.</summary>
    public static void Write(Page page, DispersionReport report, Language language)
    {
        page.Line(DispersionTexts.Title.Say(language, report.Columns.Numerator, report.Columns.Denominator), Tone.Strong).Line();
        WriteAll(page, report.All, language);
        if (!report.Groups.IsEmpty)
        {
            page.Heading($"{report.Columns.By}  {DispersionTexts.GroupCount.Say(language, report.Groups.Length)}");
            WriteGroups(page, report, language);
        }

        WriteReasons(page, report, language);
        if (report.Findings.Any(finding => finding.Severity != Severity.Error))
        {
            page.Heading(FindingTexts.Heading.In(language));
            FindingsView.Write(page, report.Findings, language);
        }
    }

    private static void WriteAll(Page page, DispersionSummary all, Language language)
    {
        var table = new TextTable(new TableColumn(""), new TableColumn("", IsRight: true));
        table.Add(DispersionTexts.N.In(language), PrintedNumber.Count(all.N));
        table.Add(DispersionTexts.Excluded.In(language), PrintedNumber.Count(all.Excluded));
        table.Add(DispersionTexts.Mean.In(language), Number(all.Mean));
        table.Add(new TableCell(DispersionTexts.WeightedCv.In(language), Tone.Strong), new TableCell(Number(all.WeightedCv), Tone.Strong));
        table.Add(DispersionTexts.UnweightedN.In(language), Number(all.UnweightedCvN));
        table.Add(DispersionTexts.UnweightedNMinus1.In(language), Number(all.UnweightedCvNMinus1));
        table.Add(DispersionTexts.Gini.In(language), Number(all.Gini));
        table.Add(DispersionTexts.Theil.In(language), Number(all.Theil));
        table.Add(DispersionTexts.P90P10.In(language), Number(all.P90P10));
        table.Add(DispersionTexts.RangeRatio.In(language), Number(all.RangeRatio));
        table.WriteTo(page);
    }

    private static void WriteGroups(Page page, DispersionReport report, Language language)
    {
        var table = new TextTable(
            new TableColumn(report.Columns.By ?? "", Wraps: true),
            new TableColumn(language == Language.En ? "rows" : "行数", IsRight: true),
            new TableColumn(language == Language.En ? "left out" : "未计入", IsRight: true),
            new TableColumn(language == Language.En ? "mean" : "均值", IsRight: true),
            new TableColumn(language == Language.En ? "CV" : "差异系数", IsRight: true),
            new TableColumn("CV n", IsRight: true),
            new TableColumn("CV n−1", IsRight: true),
            new TableColumn("Gini", IsRight: true),
            new TableColumn("Theil", IsRight: true),
            new TableColumn("P90/P10", IsRight: true),
            new TableColumn(language == Language.En ? "max/min" : "最大/最小", IsRight: true));
        foreach (var (key, summary) in report.Groups)
        {
            table.Add(
                key,
                PrintedNumber.Count(summary.N),
                PrintedNumber.Count(summary.Excluded),
                Number(summary.Mean),
                new TableCell(Number(summary.WeightedCv), Tone.Strong),
                Number(summary.UnweightedCvN),
                Number(summary.UnweightedCvNMinus1),
                Number(summary.Gini),
                Number(summary.Theil),
                Number(summary.P90P10, 2),
                Number(summary.RangeRatio, 2));
        }

        table.WriteTo(page);
    }

    private static void WriteReasons(Page page, DispersionReport report, Language language)
    {
        foreach (var (name, reason) in report.Groups.Select(group => (group.Key, group.Summary.Reason)).Prepend((DispersionTexts.All.In(language), report.All.Reason)))
        {
            if (reason is not null)
            {
                page.Wrapped("! " + (reason == "no_rows" ? DispersionTexts.NoRows : DispersionTexts.MeanNotPositive).Say(language, name), 2, Tone.Doubtful, 2);
            }
        }
    }

    private static string Number(double? value, int digits = Digits) => value is null ? Undefined : PrintedNumber.Of(value, digits);
}

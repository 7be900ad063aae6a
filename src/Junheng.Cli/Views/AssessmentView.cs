using System.Globalization;
using Junheng.Application.Assess;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>A result for people: each county whole when there are few, a summary when there are many.</summary>
internal static class AssessmentView
{
    private const int MostCountiesWhole = 8;
    private const int MostNotices = 20;
    private const int MostOfOneRule = 3;

    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="report">The result.</param>
    /// <param name="verdicts">The strict verdict of each county.</param>
    public static void Write(Page page, AssessmentReport report, IReadOnlyList<Verdict> verdicts)
    {
        WriteHead(page, report);
        if (report.Result.CountyCount > MostCountiesWhole)
        {
            ManyCountiesView.Write(page, report, verdicts);
        }
        else
        {
            for (var county = 0; county < report.Result.CountyCount; county++)
            {
                new CountyView(page, report, report.Result.County(county)).Write();
            }
        }

        WriteWarnings(page, report);
        page.Line().Line(AssessTexts.ResultId.Say(report.Language, report.ResultId), Tone.Quiet);
    }

    private static void WriteHead(Page page, AssessmentReport report)
    {
        var (inForce, language) = (report.Result.InForce, report.Language);
        page.Line(inForce.Standard.Title.In(language), Tone.Strong);
        var date = AssessTexts.EvaluatedOn.Say(language, inForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        page.Line($"{inForce.Standard.Id} {inForce.Standard.Version} · {date}", Tone.Quiet);
        if (!inForce.Standard.Overlays.IsEmpty)
        {
            page.Line(AssessTexts.Overlays.Say(language, string.Join(", ", inForce.Standard.Overlays)), Tone.Quiet);
        }

        foreach (var setting in inForce.Standard.Settings.Where(setting => setting.Value != setting.Default))
        {
            page.Line($"{setting.Title.In(language)} {setting.Id} = {setting.Value} ({setting.Default})", Tone.Doubtful);
        }
    }

    /// <summary>What the date does first, then what reading found: of one rule a few cells, the rest counted.</summary>
    private static void WriteWarnings(Page page, AssessmentReport report)
    {
        var (notices, findings) = (report.Notices().ToList(), report.CommonFindings.ToList());
        if (notices.Count + findings.Count == 0)
        {
            return;
        }

        page.Heading(AssessTexts.Warnings.In(report.Language));
        foreach (var notice in notices.Take(MostNotices))
        {
            page.Wrapped($"· {notice}", 2, Tone.Plain, 2);
        }

        WriteMore(page, notices.Count - MostNotices, report.Language);
        foreach (var rule in findings.GroupBy(finding => (finding.Rule, finding.Place.File)))
        {
            FindingsView.WriteLines(page, rule.Take(MostOfOneRule), report.Language);
            WriteMore(page, rule.Count() - MostOfOneRule, report.Language);
        }
    }

    private static void WriteMore(Page page, int more, Language language)
    {
        if (more > 0)
        {
            page.Line("    " + FindingTexts.More.Say(language, more), Tone.Quiet);
        }
    }
}

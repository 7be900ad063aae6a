using System.Globalization;
using Junheng.Application.Check;
using Junheng.Assessment.Consistency;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>A check for people: what to do next, the count of each rule, then every hit with its cells, why it is asked and how to answer it.</summary>
internal static class CheckView
{
    private const int MostOfOneRule = 20;
    private const int MostCells = 16;

    /// <summary>The whole page.</summary>
    public static void Write(Page page, CheckReport report)
    {
        var language = report.Language;
        if (report.Hits.IsEmpty)
        {
            page.Wrapped(CheckTexts.Clean.Say(language, report.Result.Schools, report.Result.Rules.Length), 0, Tone.Good, 2);
        }
        else
        {
            WriteSummary(page, report, language);
            WriteRules(page, report, language);
            foreach (var rule in report.Hits.GroupBy(hit => hit.Hit.Rule).OrderBy(group => group.Key.Kind))
            {
                WriteRule(page, rule.Key, [.. rule], language);
            }
        }

        WriteSources(page, report, language);
        WriteFindings(page, report, language);
    }

    private static void WriteSummary(Page page, CheckReport report, Language language)
    {
        page.Wrapped(CheckTexts.Totals.Say(
            language,
            report.Result.Schools,
            report.Result.Rules.Length,
            report.Count(HitState.Error),
            report.Count(HitState.Open),
            report.Count(HitState.Rejected),
            report.Count(HitState.Explained),
            report.Count(HitState.Accepted)));
        if (report.HasErrors)
        {
            page.Wrapped(CheckTexts.NextMend.In(language), 0, Tone.Bad, 2);
        }

        if (report.Count(HitState.Open) + report.Count(HitState.Rejected) > 0)
        {
            page.Wrapped(CheckTexts.NextAnswer.In(language), 0, Tone.Doubtful, 2);
        }

        if (!report.Unused.IsEmpty)
        {
            page.Wrapped(CheckTexts.Unused.Say(language, report.Unused.Length), 0, Tone.Quiet);
        }
    }

    private static void WriteRules(Page page, CheckReport report, Language language)
    {
        page.Heading(CheckTexts.Rules.In(language));
        var table = new TextTable(
            new TableColumn(CheckTexts.Kind.In(language)),
            new TableColumn(CheckTexts.Standing.In(language), IsRight: true),
            new TableColumn(CheckTexts.Settled.In(language), IsRight: true),
            new TableColumn(CheckTexts.Rule.In(language)),
            new TableColumn(CheckTexts.Meaning.In(language), Wraps: true));
        foreach (var rule in report.Hits.GroupBy(hit => hit.Hit.Rule).OrderBy(group => group.Key.Kind))
        {
            var settled = rule.Count(hit => hit.State == HitState.Accepted);
            var (word, tone) = rule.Key.Kind == CheckKind.Hard ? (CheckTexts.Hard, Tone.Bad) : (CheckTexts.Soft, Tone.Doubtful);
            table.Add(
                new TableCell(word.In(language), tone), Number(rule.Count() - settled), Number(settled), new TableCell(rule.Key.Id), new TableCell(rule.Key.Title.In(language)));
        }

        table.WriteTo(page);
    }

    private static TableCell Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));

    private static void WriteRule(Page page, CheckRule rule, List<ExplainedHit> hits, Language language)
    {
        page.Heading($"{(rule.Kind == CheckKind.Hard ? "✗" : "?")} {rule.Title.In(language)}  {rule.Id}");
        page.Wrapped(CheckTexts.Why.Say(language, rule.Why.In(language)), 2, Tone.Quiet, 2);
        page.Wrapped(CheckTexts.Remedy.Say(language, rule.Remedy.In(language)), 2, Tone.Quiet, 2);
        foreach (var hit in hits.Take(MostOfOneRule))
        {
            WriteHit(page, hit, language);
        }

        if (hits.Count > MostOfOneRule)
        {
            page.Wrapped(CheckTexts.More.Say(language, hits.Count - MostOfOneRule), 2, Tone.Quiet);
        }
    }

    private static void WriteHit(Page page, ExplainedHit explained, Language language)
    {
        var hit = explained.Hit;
        var where = new[]
        {
            hit.CountyCode.Length == 0 ? CheckTexts.WholeTable.In(language) : hit.CountyCode,
            hit.SchoolCode.Length > 0 ? $"{hit.SchoolCode} {hit.SchoolName}".Trim() : hit.CountyCode.Length > 0 ? CheckTexts.WholeCounty.In(language) : "",
            hit.Stage.Word(language),
            hit.ReportYear == 0 ? "" : CheckTexts.Year.Say(language, hit.ReportYear),
        };
        page.Line("  · " + string.Join("  ", where.Where(part => part.Length > 0)));
        page.Wrapped(hit.Message.In(language), 4);
        if (!hit.Cells.IsEmpty)
        {
            var cells = hit.Cells.Take(MostCells).Select(cell => $"{cell.Place.Cell} {cell.Title.In(language)}={cell.Value}".TrimStart());
            page.Wrapped($"{hit.Cells[0].Place with { Cell = null }}: {string.Join("; ", cells)}{(hit.Cells.Length > MostCells ? " …" : "")}", 4, Tone.Quiet, 2);
        }

        var said = explained.State switch
        {
            HitState.Accepted => CheckTexts.Accepted,
            HitState.Rejected => CheckTexts.Rejected,
            HitState.Explained => CheckTexts.Explained,
            _ => null,
        };
        if (said is not null)
        {
            page.Wrapped(said.Say(language, explained.Explanation!.Text, explained.Explanation.Reviewer), 4, explained.State == HitState.Accepted ? Tone.Good : Tone.Doubtful, 2);
        }
    }

    private static void WriteSources(Page page, CheckReport report, Language language)
    {
        var compared = report.Result.Sources.Where(source => source.Compared > 0).ToList();
        if (compared.Count == 0)
        {
            return;
        }

        page.Heading(CheckTexts.Sources.In(language));
        foreach (var source in compared)
        {
            page.Wrapped(
                CheckTexts.SourceLine.Say(
                    language, $"{TitleOf(report, source, 0, language)} / {TitleOf(report, source, 1, language)}", source.Compared, source.Equal, source.OnlyFirst, source.OnlySecond),
                2,
                Tone.Plain,
                2);
        }
    }

    private static string TitleOf(CheckReport report, SourceComparison source, int at, Language language) =>
        report.Set.Columns[source.Rule.Compares[at]]?.Title.In(language) ?? source.Rule.Compares[at];

    private static void WriteFindings(Page page, CheckReport report, Language language)
    {
        if (!report.Findings.IsEmpty)
        {
            page.Heading(FindingTexts.Heading.In(language));
            FindingsView.Write(page, report.Findings, language);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Assess;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Documents.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>One county whole: verdict and parts, coefficients, schools with what they lack, items, easements.</summary>
internal sealed class CountyView(Page page, AssessmentReport report, CountyAssessment county)
{
    private const int MostSchools = 200;
    private const int MostDataFindings = 20;
    private const int DigitsMore = 4;

    private Language Language => report.Language;

    private Standard Standard => report.Result.InForce.Standard;

    private PrintDigits Print => Standard.Print;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        WriteVerdict();
        WriteStages();
        WriteSpreads();
        WriteFailing();
        WriteUndecided();
        WriteExcepted();
        WriteExcluded();
        WriteItems();
        WriteEasements();
        WriteDataFindings();
    }

    private void WriteVerdict()
    {
        page.Line().Write($"{county.Name} {county.Code}".Trim(), Tone.Strong).Write("  ").Write(county.Verdict.Word(Language), county.Verdict.ToneOf());
        page.Write(county.ReportYear > 0 ? $"  {AssessTexts.ReportYear.Say(Language, county.ReportYear)}" : "", Tone.Quiet).Line();
        if (county.EasedVerdict != county.Verdict)
        {
            page.Line("  " + AssessTexts.Eased.Say(Language, county.EasedVerdict.Word(Language)), county.EasedVerdict.ToneOf());
        }

        var table = new TextTable(new TableColumn(""), new TableColumn(""));
        foreach (var part in county.Parts)
        {
            table.Add(part.Part.Title.In(Language), part.Verdict.Cell(Language));
        }

        table.WriteTo(page);
    }

    private void WriteStages()
    {
        if (report.Result.InForce.UnitRule is null)
        {
            return;
        }

        page.Line();
        var table = new TextTable(
            new TableColumn(AssessTexts.Stages.In(Language)),
            new TableColumn(AssessTexts.InScope.In(Language), IsRight: true),
            new TableColumn(Verdict.Met.Word(Language), IsRight: true),
            new TableColumn(Verdict.NotMet.Word(Language), IsRight: true),
            new TableColumn(Verdict.Undecided.Word(Language), IsRight: true));
        foreach (var stage in county.Stages)
        {
            table.Add(stage.Stage.Word(Language), Count(stage.Units), Count(stage.Meeting), Count(stage.NotMeeting), Count(stage.Undecided));
        }

        table.WriteTo(page);
    }

    private void WriteSpreads()
    {
        page.Heading(AssessTexts.Spreads.In(Language));
        var hasTarget = county.Stages.Any(stage => stage.Indicators.Any(indicator => indicator.Numbers.CvTarget is not null));
        var columns = new List<TableColumn> { new(AssessTexts.Indicator.In(Language)) };
        foreach (var stage in county.Stages)
        {
            columns.Add(new TableColumn($"{stage.Stage.Word(Language)} {AssessTexts.Mean.In(Language)}", IsRight: true));
            columns.Add(new TableColumn(AssessTexts.Cv.In(Language), IsRight: true));
            columns.Add(new TableColumn(AssessTexts.Limit.In(Language), IsRight: true));
            if (hasTarget)
            {
                columns.Add(new TableColumn(AssessTexts.Target.In(Language), IsRight: true));
            }

            columns.Add(new TableColumn(AssessTexts.Verdict.In(Language)));
        }

        var table = new TextTable([.. columns]);
        for (var k = 0; k < Standard.Indicators.Length; k++)
        {
            var cells = new List<TableCell> { $"{Standard.Indicators[k].Id} {Standard.Indicators[k].Short.In(Language)}" };
            foreach (var stage in county.Stages)
            {
                AddSpread(cells, stage, k, hasTarget);
            }

            table.Add([.. cells]);
        }

        table.WriteTo(page);
        if (county.Stages.Any(stage => stage.Indicators.Any(indicator => indicator.RoundingSensitive)))
        {
            page.Line("  * " + AssessTexts.RoundingSensitive.In(Language), Tone.Doubtful);
        }

        foreach (var stage in county.Stages.Where(stage => stage.Composite is not null))
        {
            var composite = stage.Composite!;
            page.Line(
                "  " + AssessTexts.Composite.Say(
                    Language, stage.Stage.Word(Language), PrintedNumber.Of(composite.Cv, Print.Cv), PrintedNumber.Limit(composite.Limit), composite.Verdict.Word(Language)),
                composite.Verdict.ToneOf());
        }
    }

    private void AddSpread(List<TableCell> cells, StageAssessment stage, int k, bool hasTarget)
    {
        var indicator = stage.Indicators[k];
        var exact = ExactSpread.Of(report.Result.Units, report.Result.Units.Blocks[stage.Block], k);
        var mean = exact.Mean is { } ratio ? PrintedNumber.Of(ratio * indicator.Numbers.Scale, Print.Mean) : "—";
        var cv = indicator.Spread.Cv is null || exact.Rounded(Print.Cv) is not { } rounded ? "—" : PrintedNumber.Of(rounded, Print.Cv) + (indicator.RoundingSensitive ? "*" : "");
        cells.Add(mean);
        cells.Add(new TableCell(cv, indicator.Spread.Verdict == Verdict.NotMet ? Tone.Bad : Tone.Plain));
        cells.Add(PrintedNumber.Limit(indicator.Numbers.CvLimit));
        if (hasTarget)
        {
            cells.Add(PrintedNumber.Limit(indicator.Numbers.CvTarget));
        }

        cells.Add(indicator.Spread.Verdict.Cell(Language));
    }

    private void WriteFailing()
    {
        var failing = county.Units.Where(unit => unit.Verdict == Verdict.NotMet).ToList();
        if (failing.Count == 0)
        {
            return;
        }

        var prices = PriceList.BesideProgram();
        var rule = UnitRule();
        var isPriced = false;
        page.Heading(AssessTexts.Failing.Say(Language, failing.Count));
        foreach (var unit in failing.Take(MostSchools))
        {
            WriteSchool(unit, Tone.Bad, "✗");
            var lacking = Shortfalls.Of(unit.Findings, Standard.Columns, Language);
            if (lacking.Length > 0)
            {
                page.Wrapped(AssessTexts.Lacking.Say(Language, lacking), 4, Tone.Plain, 2);
            }

            if (rule is not null && ExceptionAdvice.Of(unit, rule, prices) is { } advice && advice.Cost < advice.CostWithout)
            {
                isPriced = true;
                page.Wrapped(AssessTexts.Advice.Say(Language, advice.Indicator.Id, Money(advice.Cost), Money(advice.CostWithout)), 4, Tone.Quiet, 2);
            }
        }

        WriteMore(failing.Count);
        if (isPriced)
        {
            page.Line().Wrapped(AssessTexts.PricesAreDefaults.In(Language), 2, Tone.Quiet);
        }
    }

    private void WriteUndecided()
    {
        var undecided = county.Units.Where(unit => unit.Verdict == Verdict.Undecided || (unit.Verdict == Verdict.NotApplicable && !unit.Findings.IsEmpty)).ToList();
        if (undecided.Count == 0)
        {
            return;
        }

        page.Heading(AssessTexts.UndecidedSchools.Say(Language, undecided.Count));
        foreach (var unit in undecided.Take(MostSchools))
        {
            WriteSchool(unit, Tone.Doubtful, "?");
        }

        WriteMore(undecided.Count);
    }

    private void WriteSchool(UnitAssessment unit, Tone tone, string symbol)
    {
        page.Write("  ").Write(symbol, tone).Write($" {unit.SchoolName} {unit.SchoolCode} ".Replace("  ", " ", StringComparison.Ordinal));
        page.Line(unit.Stage.Word(Language), Tone.Quiet);
        foreach (var finding in unit.Findings)
        {
            var isSensitive = unit.RoundingSensitive.Any(indicator => indicator.Id == finding.Indicator.Id);
            page.Wrapped($"{finding.Indicator.Id} {finding.Indicator.Short.In(Language)} {ReasonOf(finding, isSensitive)}", 4, Tone.Plain, 3);
        }

        if (unit.RoundingSensitive.Length > 0)
        {
            var names = string.Join(", ", unit.RoundingSensitive.Select(indicator => indicator.Id));
            page.Wrapped($"! {names} {AssessTexts.RoundingSensitive.In(Language)}", 4, Tone.Doubtful);
        }
    }

    private string ReasonOf(IndicatorFinding finding, bool isSensitive)
    {
        if (finding.Value is not { } value)
        {
            return AssessTexts.MissingIn.Say(Language, string.Join(Language == Language.En ? ", " : "、", finding.Missing.Select(ColumnName)));
        }

        var printed = PrintedNumber.Of(value, Print.Value) + (isSensitive ? AssessTexts.MoreDigits.Say(Language, PrintedNumber.Short(value, Print.Value + DigitsMore)) : "");
        var norm = PrintedNumber.Short(finding.Numbers.Norm);
        return (finding.Standing, finding.Numbers.Floor) switch
        {
            (Standing.WithinFloor, { } floor) => AssessTexts.WithinFloor.Say(Language, printed, norm, PrintedNumber.Short(floor, 6)),
            (_, { } floor) => AssessTexts.BelowFloor.Say(Language, printed, PrintedNumber.Short(floor, 6), norm),
            _ => AssessTexts.BelowNorm.Say(Language, printed, norm),
        };
    }

    private string ColumnName(string column)
    {
        foreach (var stage in county.Stages.Select(stage => stage.Stage).Append(Domain.Schools.Stage.Senior))
        {
            var suffix = "_" + Domain.Schools.Stages.Id(stage);
            if (column.EndsWith(suffix, StringComparison.Ordinal) && Standard.Columns[column[..^suffix.Length]] is { } staged)
            {
                return Language == Language.En ? $"{staged.Title.En} ({stage.Word(Language)})" : stage.Word(Language) + staged.Title.Zh;
            }
        }

        return Standard.Columns[column]?.Title.In(Language) ?? column;
    }

    private void WriteExcepted()
    {
        var excepted = county.Units.Where(unit => unit.Excepted is not null).ToList();
        if (excepted.Count > 0)
        {
            page.Heading(AssessTexts.Excepted.Say(Language, excepted.Count));
            page.Wrapped(string.Join(Separator, excepted.Take(MostSchools).Select(unit => $"{Name(unit)} {unit.Stage.Word(Language)} {unit.Excepted!.Id}")), 2);
            WriteMore(excepted.Count);
        }
    }

    private void WriteExcluded()
    {
        if (county.Excluded.IsEmpty)
        {
            return;
        }

        page.Heading(AssessTexts.Excluded.Say(Language, county.Excluded.Length));
        foreach (var reason in county.Excluded.GroupBy(unit => unit.Reason, StringComparer.Ordinal))
        {
            var title = Standard.Scope.FirstOrDefault(rule => rule.Reason == reason.Key)?.Title.In(Language) ?? reason.Key;
            var names = reason.Take(MostSchools).Select(unit =>
            {
                var part = report.Result.Units.Raw.PartOf(unit.Row);
                var name = part.SchoolName is { } given && !given.IsBlank(unit.Row.Row) ? given[unit.Row.Row] : unit.SchoolCode;
                return $"{name} {unit.Stage.Word(Language)}";
            });
            page.Wrapped($"{title}{(Language == Language.En ? ": " : "：")}{string.Join(Separator, names)}", 2, Tone.Plain, 2);
        }
    }

    private void WriteItems()
    {
        if (county.Items.IsEmpty)
        {
            return;
        }

        page.Heading(AssessTexts.CountyItems.In(Language));
        if (report.Result.Items.All.IsEmpty)
        {
            page.Wrapped(AssessTexts.NoItemsFile.Say(Language, county.Items.Length), 2, Tone.Doubtful);
            return;
        }

        var table = new TextTable(
            new TableColumn(AssessTexts.Item.In(Language)),
            new TableColumn(AssessTexts.Verdict.In(Language)),
            new TableColumn(AssessTexts.Value.In(Language), IsRight: true),
            new TableColumn(AssessTexts.Norm.In(Language), IsRight: true),
            new TableColumn(AssessTexts.Remark.In(Language), Wraps: true));
        foreach (var item in county.Items)
        {
            var definition = Standard.Items.First(each => each.Id == item.Id);
            table.Add(
                $"{item.Id} {definition.Short.In(Language)}",
                item.Verdict.Cell(Language),
                item.Value is { } value ? PrintedNumber.Of(value, definition.Digits) : "",
                item.Norm is { } norm ? PrintedNumber.Short(norm) : "",
                item.Note?.In(Language) ?? "");
        }

        table.WriteTo(page);
    }

    private void WriteEasements()
    {
        if (county.EasementsUsed.IsEmpty)
        {
            return;
        }

        page.Heading(AssessTexts.EasementsUsed.In(Language));
        foreach (var use in county.EasementsUsed)
        {
            var until = use.Easement.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            page.Wrapped(AssessTexts.EasementUse.Say(Language, use.Easement.Title.In(Language), use.Times, until), 2, Tone.Plain, 2);
        }
    }

    private void WriteDataFindings()
    {
        var findings = report.DataFindingsOf(county).ToList();
        if (findings.Count == 0)
        {
            return;
        }

        page.Heading(AssessTexts.DataFindings.Say(Language, findings.Count));
        FindingsView.Write(page, findings.OrderBy(finding => finding.Severity).Take(MostDataFindings), Language);
        if (findings.Count > MostDataFindings)
        {
            page.Line("  " + FindingTexts.More.Say(Language, findings.Count - MostDataFindings), Tone.Quiet);
        }
    }

    private void WriteMore(int count)
    {
        if (count > MostSchools)
        {
            page.Line("  " + AssessTexts.MoreSchools.Say(Language, count - MostSchools), Tone.Quiet);
        }
    }

    private AtLeast? UnitRule() => Flatten([.. Standard.Parts.Select(part => part.Rule)]).OfType<VerdictRule.EachUnit>().FirstOrDefault()?.Rule;

    private static IEnumerable<VerdictRule> Flatten(ImmutableArray<VerdictRule> rules) =>
        rules.SelectMany(rule => rule is VerdictRule.All all ? Flatten(all.Rules) : [rule]);

    private string Separator => Language == Language.En ? "; " : "；";

    private static string Name(UnitAssessment unit) => unit.SchoolName.Length > 0 ? unit.SchoolName : unit.SchoolCode;

    private string Money(Rational yuan) => Language == Language.En ? PrintedNumber.WholeUp(yuan) : PrintedNumber.Of(yuan / 10000, 1);

    private static string Count(int? count) => count is { } known ? PrintedNumber.Count(known) : "—";
}

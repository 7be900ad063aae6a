using System.Globalization;
using Junheng.Application.Assess;
using Junheng.Application.Explain;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Traces;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>One figure for people: formula, cells, total, norm and floor, verdict, and its part in the coefficient of variation.</summary>
internal sealed class ExplanationView(Page page, AssessmentReport report, FigureExplanation explanation)
{
    private const int CoefficientDigits = 6;

    private FigureTrace Trace => explanation.Figure;

    private Language Language => report.Language;

    /// <summary>Writes it.</summary>
    public void Write()
    {
        page.Line($"{Trace.SchoolName} {Trace.SchoolCode} {Trace.Stage.Word(Language)}".Trim(), Tone.Strong);
        page.Line($"{Trace.Indicator.Id} {Trace.Indicator.Title.In(Language)}", Tone.Strong);
        page.Line($"{explanation.CountyName} {Trace.CountyCode}".Trim(), Tone.Quiet);
        page.Heading(ExplainTexts.Formula.In(Language));
        page.Wrapped(Trace.Formula, 2);
        WriteCells();
        WriteResult();
        WriteSpread();
    }

    private void WriteCells()
    {
        page.Heading(ExplainTexts.Cells.In(Language));
        var table = new TextTable(
            new TableColumn(ExplainTexts.Column.In(Language)),
            new TableColumn(ExplainTexts.Place.In(Language)),
            new TableColumn(ExplainTexts.Cell.In(Language), IsRight: true),
            new TableColumn(ExplainTexts.Coefficient.In(Language), IsRight: true),
            new TableColumn(ExplainTexts.Contribution.In(Language), IsRight: true),
            new TableColumn(ExplainTexts.Remark.In(Language), Wraps: true));
        foreach (var cell in Trace.Numerator.Concat(Trace.Enrolment))
        {
            table.Add(
                cell.Title.In(Language),
                cell.Origin.ToString(),
                cell.Cell is { } value ? ExactText.Of(value) : new TableCell(ExplainTexts.Blank.In(Language), Tone.Doubtful),
                cell.Coefficient is { } coefficient ? PrintedNumber.Short(coefficient, CoefficientDigits) : "?",
                cell.Contribution is { } contribution ? PrintedNumber.Short(contribution, CoefficientDigits) : "?",
                string.Join(Language == Language.En ? "; " : "；", Remarks(cell)));
        }

        table.WriteTo(page);
    }

    /// <summary>Why a cell is multiplied as it is.</summary>
    private IEnumerable<string> Remarks(TracedCell cell)
    {
        if (cell.SchoolCode != Trace.SchoolCode)
        {
            yield return ExplainTexts.Campus.Say(Language, cell.SchoolCode);
        }

        if (cell.Column == report.Result.InForce.Standard.IndoorSports?.Item)
        {
            yield return (cell.Coefficient is { Sign: < 0 } ? ExplainTexts.IndoorOut : ExplainTexts.IndoorIn).In(Language);
        }

        if (cell.Coefficient is not { } coefficient)
        {
            yield return ExplainTexts.UnknownShare.In(Language);
            yield break;
        }

        var size = coefficient.Sign < 0 ? -coefficient : coefficient;
        if (!size.IsInteger)
        {
            yield return ExplainTexts.Split.Say(Language, size.ToString());
        }
    }

    private void WriteResult()
    {
        page.Heading(ExplainTexts.Result.In(Language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        table.Add(ExplainTexts.NumeratorTotal.In(Language), Exactly(Trace.NumeratorTotal));
        table.Add(ExplainTexts.Pupils.In(Language), Exactly(Trace.EnrolmentTotal));
        if (Trace.Value is { } value)
        {
            table.Add(ExplainTexts.Exact.In(Language), Exactly(value));
            table.Add(ExplainTexts.Printed.In(Language), PrintedNumber.Of(value, Trace.PrintDigits));
        }

        table.Add(ExplainTexts.Norm.In(Language), InForce(Trace.Norm));
        table.Add(ExplainTexts.Floor.In(Language), InForce(Trace.Floor));
        var within = Trace.Standing == Standing.WithinFloor ? ExplainTexts.WithinFloor.In(Language) : "";
        table.Add(ExplainTexts.Verdict.In(Language), new TableCell(Trace.Verdict.Word(Language) + within, Trace.Verdict.ToneOf()));
        table.WriteTo(page);
        if (Trace.Value is null)
        {
            page.Wrapped(ExplainTexts.Missing.In(Language), 2, Tone.Doubtful);
        }

        if (Trace.RoundingSensitive)
        {
            page.Wrapped($"! {ExplainTexts.Rounding.In(Language)}", 2, Tone.Doubtful);
        }

        WriteSources();
    }

    private void WriteSources()
    {
        var tags = new[] { Trace.Norm, Trace.Floor, explanation.CvLimit }.Select(number => number?.Source.Tag).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var source in tags.SelectMany(tag => report.Result.InForce.Standard.Sources.Where(source => source.Tag == tag)))
        {
            var title = ExplainTexts.SourceTitle.Say(Language, source.Tag);
            page.Wrapped($"{title}{(Language == Language.En ? ": " : "：")}{source.Title} {source.Href}".TrimEnd(), 2, Tone.Quiet, 2);
        }
    }

    private void WriteSpread()
    {
        var digits = report.Result.InForce.Standard.Print;
        page.Heading(ExplainTexts.Spread.In(Language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        table.Add(ExplainTexts.SpreadMean.In(Language), explanation.Spread.Mean is { } mean ? PrintedNumber.Of(mean, digits.Mean) : "—");
        table.Add(
            ExplainTexts.Cv.In(Language),
            new TableCell(
                $"{(explanation.CvPrinted is { } cv ? PrintedNumber.Of(cv, digits.Cv) : "—")}   {explanation.Cv.Verdict.Word(Language)}", explanation.Cv.Verdict.ToneOf()));
        table.Add(ExplainTexts.Limit.In(Language), InForce(explanation.CvLimit));
        table.Add(ExplainTexts.Share.In(Language), explanation.Share.Share is { } share ? PrintedNumber.Of(share * 100, digits.Percent) + " %" : "—");
        table.Add(ExplainTexts.Without.In(Language), PrintedNumber.Of(explanation.Share.CvWithout, digits.Cv));
        table.WriteTo(page);
    }

    private string Exactly(Rational? value)
    {
        if (value is not { } known)
        {
            return ExplainTexts.Blank.In(Language);
        }

        var exact = ExactText.Of(known);
        return exact.Contains('/', StringComparison.Ordinal) ? $"{exact} ≈ {PrintedNumber.Short(known, CoefficientDigits)}" : exact;
    }

    private string InForce(NumberInForce? number)
    {
        if (number is null)
        {
            return ExplainTexts.None.In(Language);
        }

        var overlay = number.Overlay is { } name ? ExplainTexts.FromOverlay.Say(Language, name) : "";
        var from = number.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return ExplainTexts.InForce.Say(Language, PrintedNumber.Short(number.Value, CoefficientDigits), from, number.Source.Tag, number.Source.Mark, overlay);
    }
}

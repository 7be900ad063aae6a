using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Plans;

/// <summary>Blank cells of a plan's units: all named where a plan is refused for them, or the amounts assumed in their place.</summary>
internal static class MissingAmounts
{
    /// <summary>The assumed amounts by unit and indicator; what can't be assumed is reported.</summary>
    public static Dictionary<(int Unit, int Indicator), PlanAssumption> Of(
        UnitTable table, ImmutableArray<int> indicators, int[] units, MissingRule rule, PlanFindings findings, StandardInForce inForce)
    {
        var assumed = new Dictionary<(int, int), PlanAssumption>();
        foreach (var unit in units)
        {
            if (!table.HasEnrolment(unit))
            {
                Report(table, unit, "enrolment", findings, "在校生数不能假定，请补填", "An enrolment can't be assumed: fill it in");
                continue;
            }

            foreach (var k in indicators.Where(k => !table.HasNumerator(unit, k)))
            {
                var columns = table.MissingCells(unit, k);
                if (rule == MissingRule.Refuse)
                {
                    foreach (var column in columns)
                    {
                        Report(table, unit, column, findings, "补填，或用“按假定测算”（命令行 --assume zero 或 mean）", "Fill it in, or plan on an assumption (--assume zero or mean)");
                    }

                    continue;
                }

                var row = table.Units[unit].Row;
                var amount = rule == MissingRule.Zero ? Rational.Zero : MeanOf(table, units, table.Units[unit].Stage, k) * table.ExactEnrolment(unit)!.Value;
                assumed[(unit, k)] = new PlanAssumption(
                    table.Raw.PartOf(row).SchoolCode[row.Row], table.Units[unit].Stage, inForce.Standard.Indicators[k].Id, columns, amount.Round(2));
            }
        }

        return assumed;
    }

    private static Rational MeanOf(UnitTable table, int[] units, Stage stage, int k)
    {
        var (amount, pupils) = (Rational.Zero, Rational.Zero);
        foreach (var unit in units.Where(unit => table.Units[unit].Stage == stage && table.HasEnrolment(unit) && table.HasNumerator(unit, k)))
        {
            amount += table.ExactNumerator(unit, k)!.Value;
            pupils += table.ExactEnrolment(unit)!.Value;
        }

        return pupils.Sign > 0 ? amount / pupils : Rational.Zero;
    }

    private static void Report(UnitTable table, int unit, string column, PlanFindings findings, string zh, string en)
    {
        var reference = table.Units[unit];
        var part = table.Raw.PartOf(reference.Row);
        var stage = reference.Stage;
        var staged = $"{column}_{stage.Id()}";
        var place = part.OriginOf(reference.Row.Row, part.Layout == TableLayout.School && part.SourceColumns.ContainsKey(staged) ? staged : column);
        var school = part.SchoolCode[reference.Row.Row];
        var name = part.SchoolName?[reference.Row.Row] ?? "";
        findings.Add(
            "plan.missing-cell",
            Severity.Error,
            place,
            part.CountyCode[reference.Row.Row],
            new($"{school}{name}（{stage.Word(Domain.Text.Language.Zh)}）缺“{column}”，不能测算", $"{school} {name} ({stage.Word(Domain.Text.Language.En)}) lacks '{column}': no plan can be made"),
            new(zh, en));
    }
}

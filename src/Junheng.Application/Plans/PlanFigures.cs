using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans;

/// <summary>A plan in figures that people read: what is done where and why, and what it leaves.</summary>
/// <param name="Actions">What is bought, in the order of the problem.</param>
/// <param name="Exceptions">Which units stay below which norm.</param>
/// <param name="Coefficients">Coefficients of variation before and after, by stage and indicator.</param>
/// <param name="Amounts">Amounts after the plan, by unit and indicator.</param>
public sealed record PlanFigures(
    ImmutableArray<PlanAction> Actions, ImmutableArray<PlanExemption> Exceptions, ImmutableArray<PlanCoefficient> Coefficients, ImmutableArray<ImmutableArray<Rational>> Amounts)
{
    /// <summary>The figures of a plan; without a plan, only the coefficients before it.</summary>
    public static PlanFigures Of(PlannedProblem planned, ResourcePlan plan)
    {
        var problem = planned.Problem;
        var amounts = After(problem, plan.Additions);
        var actions = plan.Additions.Select(addition => Action(planned, addition, amounts)).ToImmutableArray();
        var exceptions = plan.Exceptions.Select(cell => new PlanExemption(
            problem.Units[cell.Unit].SchoolCode, planned.Units[cell.Unit], problem.Units[cell.Unit].Stage, planned.Indicators[cell.Indicator], Ratio(problem, cell, amounts)));
        return new PlanFigures(actions, [.. exceptions], CoefficientsOf(planned, amounts, plan.Cost is not null), amounts);
    }

    /// <summary>Coefficients before and after some additions.</summary>
    internal static ImmutableArray<PlanCoefficient> CoefficientsAfter(PlannedProblem planned, ImmutableArray<Addition> additions) => CoefficientsOf(planned, After(planned.Problem, additions), hasPlan: true);

    /// <summary>Amounts after additions, by unit and indicator.</summary>
    internal static ImmutableArray<ImmutableArray<Rational>> After(ResourceProblem problem, ImmutableArray<Addition> additions)
    {
        var amounts = problem.Units.Select(unit => unit.Stock.ToArray()).ToArray();
        foreach (var addition in additions)
        {
            foreach (var effect in problem.Purchases[addition.Purchase].Effects)
            {
                amounts[effect.Unit][effect.Indicator] += addition.Amount * effect.Amount;
            }
        }

        return [.. amounts.Select(row => row.ToImmutableArray())];
    }

    private static ImmutableArray<PlanCoefficient> CoefficientsOf(PlannedProblem planned, ImmutableArray<ImmutableArray<Rational>> amounts, bool hasPlan) =>
        [.. planned.Problem.Stages.SelectMany(rule => Enumerable.Range(0, planned.Problem.Indicators.Length).Select(j => Coefficient(planned, rule, j, amounts, hasPlan)))];

    private static PlanAction Action(PlannedProblem planned, Addition addition, ImmutableArray<ImmutableArray<Rational>> amounts)
    {
        var problem = planned.Problem;
        var purchase = problem.Purchases[addition.Purchase];
        var item = planned.Items[addition.Purchase];
        var first = purchase.Effects[0];
        return new PlanAction(
            addition.Purchase,
            purchase.SchoolCode,
            planned.Units[first.Unit],
            purchase.Stage,
            planned.Indicators[first.Indicator],
            item.Column,
            addition.Amount,
            item.Counts,
            purchase.Price,
            addition.Cost,
            item.Before,
            item.Before + addition.Amount,
            PlanReasons.Of(planned, purchase, addition.Amount, amounts));
    }

    private static Rational Ratio(ResourceProblem problem, CellRef cell, ImmutableArray<ImmutableArray<Rational>> amounts) =>
        amounts[cell.Unit][cell.Indicator] / problem.Units[cell.Unit].Enrolment;

    private static PlanCoefficient Coefficient(PlannedProblem planned, StageRule rule, int j, ImmutableArray<ImmutableArray<Rational>> amounts, bool hasPlan)
    {
        var problem = planned.Problem;
        var units = Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == rule.Stage).ToList();
        var before = Cv(units.ConvertAll(u => (problem.Units[u].Enrolment, problem.Units[u].Stock[j])));
        var after = hasPlan ? Cv(units.ConvertAll(u => (problem.Units[u].Enrolment, amounts[u][j]))) : null;
        return new PlanCoefficient(rule.Stage, planned.Indicators[j], before, after, rule.Indicators[j].CvLimit);
    }

    /// <summary>√(P·S/T² − 1), the root taken once; null where the total is 0.</summary>
    private static double? Cv(List<(Rational Pupils, Rational Amount)> units)
    {
        var (pupils, total, squares) = (Rational.Zero, Rational.Zero, Rational.Zero);
        foreach (var (people, amount) in units)
        {
            pupils += people;
            total += amount;
            squares += amount * amount / people;
        }

        return total.Sign > 0 ? Math.Sqrt(Math.Max(0, ((pupils * squares / (total * total)) - Rational.One).ToDouble())) : null;
    }
}

/// <summary>One line of a plan.</summary>
/// <param name="Purchase">Position in the problem.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="School">Its names.</param>
/// <param name="Stage">The stage; none for what stages share.</param>
/// <param name="Indicator">The indicator it is bought for.</param>
/// <param name="Item">The item.</param>
/// <param name="Add">How much, in the item's unit.</param>
/// <param name="Counts">The items it counts in.</param>
/// <param name="Price">Price of one unit.</param>
/// <param name="Cost">What it costs over the horizon.</param>
/// <param name="Before">The amount before.</param>
/// <param name="After">The amount after.</param>
/// <param name="Reasons">Why, one reason a cell it lifts.</param>
public sealed record PlanAction(
    int Purchase,
    string SchoolCode,
    PlannedUnit School,
    Stage Stage,
    Indicator Indicator,
    ColumnDefinition Item,
    Rational Add,
    ImmutableArray<string> Counts,
    PlanPrice Price,
    Rational Cost,
    Rational Before,
    Rational After,
    ImmutableArray<PlanReason> Reasons);

/// <summary>A unit that stays below a norm, at or above its floor.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="School">Its names.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="PerPupil">The amount per pupil after the plan.</param>
public sealed record PlanExemption(string SchoolCode, PlannedUnit School, Stage Stage, Indicator Indicator, Rational PerPupil);

/// <summary>A coefficient of variation before and after the plan.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Before">Before; null where it is undefined.</param>
/// <param name="After">After; null without a plan.</param>
/// <param name="Limit">Its limit; null where there is none.</param>
public sealed record PlanCoefficient(Stage Stage, Indicator Indicator, double? Before, double? After, Rational? Limit);

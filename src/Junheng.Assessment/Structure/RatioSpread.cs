using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Traces;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Structure;

/// <summary>
/// A teacher ratio between the schools of one county and stage: the county's share, how far schools differ, and how many persons would have to change places.
/// No text seen sets a number for "much alike" (大体相当), so that there is no verdict. With a unit's counted teachers x, all its teachers t and the county's share s = Σx/Σt,
/// a unit lacks max(0, ⌊s·t⌋ − x) persons and can spare max(0, x − ⌈s·t⌉): exchanges one for one, which leave every t as it is.
/// </summary>
/// <param name="Ratio">The ratio.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Share">Σx/Σt over the units that have both; null when none has.</param>
/// <param name="Cv">Coefficient of variation of the units' shares, weighted by teachers; null where undefined.</param>
/// <param name="IsWhole">Whether every unit has both figures.</param>
/// <param name="Exchanges">Persons to exchange until no unit lacks any; null while a figure is missing.</param>
/// <param name="Units">One a unit of the stage, in the order of the view.</param>
public sealed record RatioSpread(TeacherRatio Ratio, Stage Stage, Rational? Share, double? Cv, bool IsWhole, Rational? Exchanges, ImmutableArray<UnitRatio> Units)
{
    /// <summary>A ratio in a stage block. Linear in its units; exact.</summary>
    /// <param name="result">The result that the block belongs to.</param>
    /// <param name="block">Index of the block in the view.</param>
    /// <param name="ratio">The ratio.</param>
    public static RatioSpread Of(AssessmentResult result, int block, TeacherRatio ratio)
    {
        var stage = result.Units.Blocks[block];
        var (counted, all) = (ItemOf(result, ratio.Numerator), ItemOf(result, ratio.Denominator));
        var figures = Enumerable.Range(stage.Start, stage.Count)
            .Select(unit => (Unit: unit, Counted: result.Units.TermsOf(unit, counted), All: result.Units.TermsOf(unit, all)))
            .Select(each => (each.Unit, each.Counted, each.All, X: result.Units.Sum(each.Counted), T: result.Units.Sum(each.All)))
            .ToList();
        var spread = ExactSpread.Of(figures.Where(each => each.X is not null && each.T is { Sign: > 0 }).Select(each => (each.T!.Value, each.X!.Value)));
        var units = figures.Select(each => new UnitRatio(
            each.Unit,
            FigureTracer.Cells(result, each.Counted),
            FigureTracer.Cells(result, each.All),
            each.X,
            each.T,
            each.X is { } x && each.T is { Sign: > 0 } t ? x / t : null,
            Lacking(spread.Mean, each.X, each.T),
            Spare(spread.Mean, each.X, each.T))).ToImmutableArray();
        var isWhole = units.Length > 0 && units.All(unit => unit.Share is not null);
        return new RatioSpread(
            ratio, stage.Stage, spread.Mean, spread.Cv, isWhole, isWhole ? units.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Lacking!.Value) : null, units);
    }

    private static NumeratorItem ItemOf(AssessmentResult result, string column) =>
        new(column, Rational.One, result.InForce.Standard.Columns[column] is { IsStaged: true });

    private static Rational? Lacking(Rational? share, Rational? x, Rational? t) =>
        share is { } s && x is { } has && t is { Sign: > 0 } of ? NotNegative(Rational.FromInteger((s * of).Floor()) - has) : null;

    private static Rational? Spare(Rational? share, Rational? x, Rational? t) =>
        share is { } s && x is { } has && t is { Sign: > 0 } of ? NotNegative(has - Rational.FromInteger((s * of).Ceiling())) : null;

    private static Rational NotNegative(Rational value) => value.Sign > 0 ? Rational.FromInteger(value.Floor()) : Rational.Zero;
}

/// <summary>One unit's teacher ratio with the cells that it comes from.</summary>
/// <param name="Unit">Index of the unit in the view.</param>
/// <param name="CountedCells">The cells of those counted.</param>
/// <param name="AllCells">The cells of all teachers.</param>
/// <param name="Counted">Those counted; null when a cell is missing.</param>
/// <param name="All">All teachers; null when a cell is missing.</param>
/// <param name="Share">Counted ÷ all; null when either is missing or there is no teacher.</param>
/// <param name="Lacking">Whole persons that it lacks to the county's share; null without a share.</param>
/// <param name="Spare">Whole persons above the county's share; null without a share.</param>
public sealed record UnitRatio(
    int Unit,
    ImmutableArray<TracedCell> CountedCells,
    ImmutableArray<TracedCell> AllCells,
    Rational? Counted,
    Rational? All,
    Rational? Share,
    Rational? Lacking,
    Rational? Spare);

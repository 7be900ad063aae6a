using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>One item of an indicator's numerator.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Coefficient">What it is multiplied by.</param>
/// <param name="IsStaged">Whether the school table gives it per stage.</param>
public sealed record NumeratorItem(string Item, Rational Coefficient, bool IsStaged);

/// <summary>
/// The exact linear map from raw cells to unit figures under one standard: merging of campuses, the indoor-sports correction and the split.
/// Everything exact, every trace and the planner's "a square metre here lifts both stages" read this one map.
/// </summary>
internal sealed class UnitFigures
{
    private readonly ImmutableArray<ImmutableArray<NumeratorItem>> _numerators;
    private readonly SplitRule _split;
    private readonly IndoorSportsRule? _indoorSports;
    private readonly Campuses _campuses;

    public UnitFigures(
        StatisticsTable table, ImmutableArray<ImmutableArray<NumeratorItem>> numerators, SplitRule split, IndoorSportsRule? indoorSports, Campuses campuses)
    {
        Table = table;
        _numerators = numerators;
        _split = split;
        _indoorSports = indoorSports;
        _campuses = campuses;
    }

    public StatisticsTable Table { get; }

    public Rational? Enrolment(UnitRef unit) => Sum(EnrolmentTerms(unit));

    public ImmutableArray<NumeratorItem> Items(int indicator) => _numerators[indicator];

    public ImmutableArray<FigureTerm> EnrolmentTerms(UnitRef unit) => TermsOfStage(unit, EnrolmentColumn(unit), Rational.One);

    public ImmutableArray<FigureTerm> Terms(UnitRef unit, ImmutableArray<NumeratorItem> items)
    {
        var terms = ImmutableArray.CreateBuilder<FigureTerm>();
        foreach (var item in items)
        {
            AddTerms(terms, unit, item);
        }

        return terms.ToImmutable();
    }

    public ImmutableArray<string> MissingCells(UnitRef unit, ImmutableArray<NumeratorItem> items)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items)
        {
            AddMissing(missing, unit, item);
        }

        return missing.ToImmutable();
    }

    /// <summary>The part of a shared resource that belongs to a stage, w·P / Σ w·P; 1 in a school of one stage; null when it cannot be said.</summary>
    public Rational? Share(UnitRef unit)
    {
        if (SplitWeights(unit) is not { } weights)
        {
            return Rational.One;
        }

        var total = Rational.Zero;
        foreach (var (stage, weight) in weights.Numbers)
        {
            if (Enrolment(unit with { Stage = stage }) is not { } pupils)
            {
                return null;
            }

            total += weight * pupils;
        }

        return total.Sign > 0 ? weights[unit.Stage] * Enrolment(unit) / total : null;
    }

    private static string EnrolmentColumn(Stage stage) => stage switch
    {
        Stage.Primary => "enrolment_primary",
        Stage.Junior => "enrolment_junior",
        _ => "enrolment_senior",
    };

    private string EnrolmentColumn(UnitRef unit) => Table.PartOf(unit.Row).Layout == TableLayout.Unit ? "enrolment" : EnrolmentColumn(unit.Stage);

    /// <summary>The split weights of a combined school in the school layout; null where nothing is split.</summary>
    private StageNumbers? SplitWeights(UnitRef unit)
    {
        var part = Table.PartOf(unit.Row);
        return part.Layout == TableLayout.School ? _split.Weights.GetValueOrDefault(part.SchoolTypeOf(unit.Row.Row)) : null;
    }

    private void AddTerms(ImmutableArray<FigureTerm>.Builder terms, UnitRef unit, NumeratorItem item)
    {
        if (Table.PartOf(unit.Row).Layout == TableLayout.Unit)
        {
            terms.AddRange(TermsOfColumn(unit.Row, item.Item, item.Coefficient));
            return;
        }

        if (item.IsStaged)
        {
            terms.AddRange(TermsOfStage(unit, $"{item.Item}_{unit.Stage.Id()}", item.Coefficient));
            return;
        }

        var coefficient = _split.Items.Contains(item.Item) ? Times(item.Coefficient, Share(unit)) : item.Coefficient;
        terms.AddRange(TermsOfColumn(unit.Row, item.Item, coefficient));
        if (IndoorSign(item.Item) is { } sign)
        {
            var indoor = TermsOfColumn(unit.Row, _indoorSports!.Item, Times(sign, coefficient));
            terms.AddRange(indoor.Where(term => Table.PartOf(term.Row).Figure(term.Column) is not null));
        }
    }

    private static Rational? Times(Rational factor, Rational? coefficient) => coefficient is { } known ? factor * known : null;

    private Rational? IndoorSign(string item)
    {
        if (_indoorSports is null)
        {
            return null;
        }

        return item == _indoorSports.SubtractFrom ? -Rational.One : item == _indoorSports.AddTo ? Rational.One : null;
    }

    private ImmutableArray<FigureTerm> TermsOfColumn(RowRef row, string column, Rational? coefficient) =>
        [.. _campuses.RowsOf(row).Select(each => new FigureTerm(each, column, coefficient))];

    /// <summary>A column that is given per stage: a campus whose type lacks the stage adds nothing, its cell may be blank.</summary>
    private ImmutableArray<FigureTerm> TermsOfStage(UnitRef unit, string column, Rational coefficient) =>
        [.. TermsOfColumn(unit.Row, column, coefficient).Where(term => term.Row == unit.Row || Table.PartOf(term.Row).SchoolTypeOf(term.Row.Row).CanHave(unit.Stage))];

    public Rational? Sum(ImmutableArray<FigureTerm> terms)
    {
        var sum = Rational.Zero;
        foreach (var term in terms)
        {
            if (term.Coefficient is not { } coefficient || Table.PartOf(term.Row).Figure(term.Column)?.Exact(term.Row.Row) is not { } cell)
            {
                return null;
            }

            sum += coefficient * cell;
        }

        return sum;
    }

    private void AddMissing(ImmutableArray<string>.Builder missing, UnitRef unit, NumeratorItem item)
    {
        var isSchool = Table.PartOf(unit.Row).Layout == TableLayout.School;
        var terms = ImmutableArray.CreateBuilder<FigureTerm>();
        AddTerms(terms, unit, item);
        foreach (var term in terms.Where(IsBlank))
        {
            AddOnce(missing, isSchool && item.IsStaged ? item.Item : term.Column);
        }

        if (isSchool && !item.IsStaged && _split.Items.Contains(item.Item) && SplitWeights(unit) is { } weights)
        {
            foreach (var stage in weights.Numbers.Keys.Order().Where(stage => stage != unit.Stage && Enrolment(unit with { Stage = stage }) is null))
            {
                AddOnce(missing, EnrolmentColumn(stage));
            }
        }
    }

    private bool IsBlank(FigureTerm term) => Table.PartOf(term.Row).Figure(term.Column) is not { } column || !column.IsPresent(term.Row.Row);

    private static void AddOnce(ImmutableArray<string>.Builder names, string name)
    {
        if (!names.Contains(name))
        {
            names.Add(name);
        }
    }
}

using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Comparisons;

/// <summary>Amounts while a naive plan is being made.</summary>
internal sealed class NaiveState
{
    private static readonly Rational _hundredth = Rational.FromFraction(1, 100);
    private readonly Rational[][] _amounts;
    private readonly Rational[] _added;
    private readonly Dictionary<(int, int), int[]> _lifting;

    /// <summary>The stocks with what is locked.</summary>
    public NaiveState(ResourceProblem problem)
    {
        Problem = problem;
        (_amounts, _added) = ([.. problem.Units.Select(unit => unit.Stock.ToArray())], new Rational[problem.Purchases.Length]);
        _lifting = problem.Purchases.SelectMany((purchase, a) => purchase.Effects.Select(effect => (effect, a, Price: purchase.Price.Total / effect.Amount)))
            .GroupBy(each => (each.effect.Unit, each.effect.Indicator))
            .ToDictionary(cell => cell.Key, cell => cell.OrderBy(each => each.Price).ThenBy(each => each.a).Select(each => each.a).ToArray());
        for (var a = 0; a < _added.Length; a++)
        {
            Add(a, problem.Purchases[a].MinAdd);
        }
    }

    private NaiveState(NaiveState other) =>
        (Problem, _amounts, _added, _lifting, Spent) = (other.Problem, Array.ConvertAll(other._amounts, row => (Rational[])row.Clone()), (Rational[])other._added.Clone(), other._lifting, other.Spent);

    public ResourceProblem Problem { get; }

    public Rational Spent { get; private set; }

    public NaiveState Copy() => new(this);

    public Rational Amount(int unit, int indicator) => _amounts[unit][indicator];

    public SortedDictionary<int, Rational> Additions()
    {
        var found = new SortedDictionary<int, Rational>();
        for (var a = 0; a < _added.Length; a++)
        {
            if (_added[a].Sign > 0)
            {
                found.Add(a, _added[a]);
            }
        }

        return found;
    }

    /// <summary>Every unit to every norm, as far as the caps allow.</summary>
    public void ReachNorms()
    {
        for (var u = 0; u < _amounts.Length; u++)
        {
            for (var j = 0; j < _amounts[u].Length; j++)
            {
                if (Problem.RuleOf(Problem.Units[u], j).Norm is { } norm)
                {
                    Lift(u, j, norm * Problem.Units[u].Enrolment);
                }
            }
        }
    }

    /// <summary>Brings a cell to an amount by the cheapest purchases that lift it, as far as their caps allow.</summary>
    public void Lift(int unit, int indicator, Rational amount)
    {
        if (!_lifting.TryGetValue((unit, indicator), out var purchases))
        {
            return;
        }

        foreach (var a in purchases)
        {
            if (_amounts[unit][indicator] >= amount)
            {
                return;
            }

            var effect = Problem.Purchases[a].Effects.First(each => each.Unit == unit && each.Indicator == indicator).Amount;
            Add(a, (amount - _amounts[unit][indicator]) / effect);
        }
    }

    private void Add(int a, Rational more)
    {
        var purchase = Problem.Purchases[a];
        var step = purchase.Step ?? _hundredth;
        var added = step * Rational.FromInteger(((_added[a] + more) / step).Ceiling());
        if (purchase.MaxAdd is { } most && added > most)
        {
            added = Requirement.Most(most, purchase.Step ?? Rational.Zero);
        }

        more = added - _added[a];
        if (more.Sign <= 0)
        {
            return;
        }

        _added[a] = added;
        Spent += more * purchase.Price.Total;
        foreach (var effect in purchase.Effects)
        {
            _amounts[effect.Unit][effect.Indicator] += more * effect.Amount;
        }
    }
}

/// <summary>The coefficient of one stage's indicator in a naive plan.</summary>
internal sealed class NaiveCone
{
    private readonly int[] _units;
    private readonly ExactCone _cone;

    private NaiveCone(ResourceProblem problem, Stage stage, int indicator, Rational limit)
    {
        (Stage, Indicator) = (stage, indicator);
        _units = [.. Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage)];
        _cone = new ExactCone([.. _units.Select(u => problem.Units[u].Enrolment)], Rational.One + (limit * limit));
    }

    public Stage Stage { get; }

    public int Indicator { get; }

    /// <summary>One entry for every limited indicator of every stage that has units.</summary>
    public static List<NaiveCone> Of(ResourceProblem problem)
    {
        var found = new List<NaiveCone>();
        foreach (var rule in problem.Stages.Where(rule => problem.Units.Any(unit => unit.Stage == rule.Stage)))
        {
            for (var j = 0; j < rule.Indicators.Length; j++)
            {
                if (problem.EffectiveLimit(rule.Indicators[j]) is { } limit)
                {
                    found.Add(new NaiveCone(problem, rule.Stage, j, limit));
                }
            }
        }

        return found;
    }

    public bool Holds(NaiveState state) => _cone.Holds([.. _units.Select(u => state.Amount(u, Indicator))]);

    /// <summary>Per pupil of the stage.</summary>
    public Rational Mean(NaiveState state) => _units.Aggregate(Rational.Zero, (sum, u) => sum + state.Amount(u, Indicator)) / _cone.Total;

    /// <summary>The units below the mean, the one with the least per pupil first; ties by school code.</summary>
    public List<int> BelowMean(NaiveState state, Rational mean) =>
    [
        .. _units.Select(u => (Unit: u, Level: state.Amount(u, Indicator) / state.Problem.Units[u].Enrolment)).Where(each => each.Level < mean)
            .OrderBy(each => each.Level).ThenBy(each => state.Problem.Units[each.Unit].SchoolCode, StringComparer.Ordinal).Select(each => each.Unit),
    ];
}

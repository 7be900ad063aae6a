using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Planning.Resources.Comparisons;

/// <summary>Moves of single steps between units of one stage and indicator, in doubles shy of every limit; the result is tested exactly by the caller.</summary>
internal sealed class EqualCostMoves
{
    private const double Safe = 1 - 1e-12;
    private readonly ResourceProblem _problem;
    private readonly ImmutableArray<int> _precedence;
    private readonly Dictionary<(Stage, int), List<int>> _groups;
    private readonly int[] _kind;
    private readonly double[] _lifted;
    private readonly double[] _pupils;
    private readonly Dictionary<(Stage, int), (double Pupils, double Sum, double Squares, double SquaredRoot)> _cones = [];
    private readonly double[] _amount;
    private readonly Dictionary<string, int> _lines;

    public EqualCostMoves(ResourceProblem problem, ImmutableArray<Addition> additions, ImmutableArray<int> precedence)
    {
        (_problem, _precedence) = (problem, precedence);
        Additions = additions.ToDictionary(each => each.Purchase, each => each.Amount);
        _lines = additions.GroupBy(each => problem.Purchases[each.Purchase].SchoolCode).ToDictionary(each => each.Key, each => each.Count());
        var amounts = PlanCheck.Amounts(problem, Additions);
        _amount = [.. problem.Purchases.Select(purchase => amounts[purchase.Effects[0].Unit][purchase.Effects[0].Indicator].ToDouble())];
        _lifted = [.. problem.Purchases.Select(purchase => (purchase.Step ?? Rational.Zero).ToDouble() * purchase.Effects[0].Amount.ToDouble())];
        _pupils = [.. problem.Purchases.Select(purchase => problem.Units[purchase.Effects[0].Unit].Enrolment.ToDouble())];
        _kind = KindsOf(problem);
        _groups = Enumerable.Range(0, problem.Purchases.Length).Where(IsMovable).GroupBy(GroupOf).ToDictionary(each => each.Key, each => each.ToList());
        foreach (var (stage, j) in _groups.Keys)
        {
            var units = Enumerable.Range(0, problem.Units.Length).Where(u => problem.Units[u].Stage == stage).ToList();
            var limit = problem.EffectiveLimit(problem.RuleOf(stage)!.Indicators[j])?.ToDouble() ?? double.PositiveInfinity;
            _cones[(stage, j)] = (
                units.Sum(u => problem.Units[u].Enrolment.ToDouble()),
                units.Sum(u => amounts[u][j].ToDouble()),
                units.Sum(u => Math.Pow(amounts[u][j].ToDouble(), 2) / problem.Units[u].Enrolment.ToDouble()),
                1 + (limit * limit));
        }
    }

    public Dictionary<int, Rational> Additions { get; }

    /// <summary>Schools whose every addition can be had at schools that are touched anyway are left alone.</summary>
    public bool LeaveSchools(int most)
    {
        var isMoved = false;
        foreach (var school in _lines.OrderBy(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => each.Key).ToList())
        {
            isMoved |= TryLeave(school, ref most);
        }

        return isMoved;
    }

    /// <summary>Among schools touched, a step goes to who comes first: by precedence, then by the lower amount per pupil.</summary>
    public bool PreferWeak(int most)
    {
        var isMoved = false;
        foreach (var group in _groups.Values)
        {
            for (var isBetter = true; isBetter && most > 0;)
            {
                isBetter = false;
                foreach (var from in group.Where(a => Additions.ContainsKey(a) && CanGive(a)).ToList())
                {
                    var to = group.Where(b => b != from && Precedes(b, from) && IsTouched(b) && Fits(from, b)).OrderBy(Rank).ThenBy(Level).ThenBy(b => b).Cast<int?>().FirstOrDefault();
                    if (to is { } better && most-- > 0)
                    {
                        Move(from, better);
                        (isBetter, isMoved) = (true, true);
                    }
                }
            }
        }

        return isMoved;
    }

    /// <summary>Equal numbers for purchases whose steps are worth the same: item, step, price and effect agree.</summary>
    private static int[] KindsOf(ResourceProblem problem)
    {
        var kinds = new Dictionary<(string, Rational?, Rational, Rational), int>();
        return [.. problem.Purchases.Select(purchase =>
        {
            var key = (purchase.Item, purchase.Step, purchase.Price.Total, purchase.Effects[0].Amount);
            return kinds.TryGetValue(key, out var kind) ? kind : kinds[key] = kinds.Count;
        })];
    }

    private bool TryLeave(string school, ref int most)
    {
        var own = Additions.Keys.Where(a => _problem.Purchases[a].SchoolCode == school).Order().ToList();
        if (!own.TrueForAll(a => IsMovable(a) && _problem.Purchases[a].MinAdd.Sign == 0))
        {
            return false;
        }

        var done = new List<(int From, int To)>();
        foreach (var from in own)
        {
            while (Additions.ContainsKey(from) && most-- > 0)
            {
                var to = _groups[GroupOf(from)].Where(b => _problem.Purchases[b].SchoolCode != school && IsTouched(b) && Fits(from, b)).OrderBy(Marginal).ThenBy(b => b).Cast<int?>().FirstOrDefault();
                if (to is not { } target || !CanGive(from))
                {
                    foreach (var (one, other) in Enumerable.Reverse(done))
                    {
                        Move(other, one);
                    }

                    return false;
                }

                Move(from, target);
                done.Add((from, target));
            }
        }

        return !own.Exists(Additions.ContainsKey);
    }

    private bool IsMovable(int a)
    {
        var purchase = _problem.Purchases[a];
        return purchase.Step is not null && purchase.Effects.Length == 1 && _problem.RuleOf(_problem.Units[purchase.Effects[0].Unit].Stage)!.CompositeLimit is null;
    }

    private (Stage, int) GroupOf(int a) => (_problem.Units[_problem.Purchases[a].Effects[0].Unit].Stage, _problem.Purchases[a].Effects[0].Indicator);

    private bool IsTouched(int a) => _lines.GetValueOrDefault(_problem.Purchases[a].SchoolCode) > 0;

    private PlanUnit UnitOf(int a) => _problem.Units[_problem.Purchases[a].Effects[0].Unit];

    private double Level(int a) => _amount[a] / _pupils[a];

    private double Marginal(int a) => ((2 * _amount[a]) + _lifted[a]) / _pupils[a];

    private int Rank(int a) => _precedence.IsDefaultOrEmpty ? 0 : _precedence[_problem.Purchases[a].Effects[0].Unit];

    private bool Precedes(int b, int a) => Rank(b) < Rank(a) || (Rank(b) == Rank(a) && (_amount[b] + _lifted[b]) / _pupils[b] < Level(a) * Safe);

    /// <summary>Whether the unit keeps its norm, or its floor where it is below the norm, and its lock with a step less.</summary>
    private bool CanGive(int a)
    {
        var (purchase, unit) = (_problem.Purchases[a], UnitOf(a));
        var rule = _problem.RuleOf(unit, purchase.Effects[0].Indicator);
        var norm = rule.Norm is { } asked ? (asked * unit.Enrolment).ToDouble() : 0;
        var need = _amount[a] >= norm / Safe || Math.Abs(_amount[a] - norm) <= 1e-9 * norm ? norm : rule.Floor is { } floor ? (floor * unit.Enrolment).ToDouble() : 0;
        return Additions[a] - purchase.Step!.Value >= purchase.MinAdd && _amount[a] - _lifted[a] >= need / Safe;
    }

    /// <summary>Whether a step of <paramref name="a"/> can be had at <paramref name="b"/> for the same money, within its cap and the limit of dispersion.</summary>
    private bool Fits(int a, int b)
    {
        if (_kind[a] != _kind[b] || (_problem.Purchases[b].MaxAdd is { } most && most < Additions.GetValueOrDefault(b) + _problem.Purchases[b].Step!.Value))
        {
            return false;
        }

        var cone = _cones[GroupOf(a)];
        return double.IsPositiveInfinity(cone.SquaredRoot) || cone.Pupils * (cone.Squares + Change(a, -_lifted[a]) + Change(b, _lifted[b])) <= cone.SquaredRoot * cone.Sum * cone.Sum * Safe;
    }

    private double Change(int a, double by) => by * ((2 * _amount[a]) + by) / _pupils[a];

    private void Move(int from, int to)
    {
        var cone = _cones[GroupOf(from)];
        _cones[GroupOf(from)] = cone with { Squares = cone.Squares + Change(from, -_lifted[from]) + Change(to, _lifted[to]) };
        _amount[from] -= _lifted[from];
        _amount[to] += _lifted[to];
        Put(from, Additions[from] - _problem.Purchases[from].Step!.Value);
        Put(to, Additions.GetValueOrDefault(to) + _problem.Purchases[to].Step!.Value);
    }

    private void Put(int a, Rational amount)
    {
        var school = _problem.Purchases[a].SchoolCode;
        _lines[school] = _lines.GetValueOrDefault(school) + (amount.Sign > 0 ? 1 : 0) - (Additions.ContainsKey(a) ? 1 : 0);
        if (amount.Sign > 0)
        {
            Additions[a] = amount;
        }
        else
        {
            Additions.Remove(a);
        }
    }
}

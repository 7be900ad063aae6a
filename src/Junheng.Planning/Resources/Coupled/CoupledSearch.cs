using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;

namespace Junheng.Planning.Resources.Coupled;

/// <summary>
/// Plans and bounds for coupled stages: rounds of multipliers, exceptions that they single out, and plans made from those; small problems are then worked
/// off by branch and bound over exceptions and additions, large ones keep the certified gap.
/// </summary>
internal sealed class CoupledSearch
{
    /// <summary>Up to so many purchases the tree is searched.</summary>
    public const int LargestTree = 60;

    private readonly CoupledModel _model;
    private readonly SearchLimits _limits;
    private readonly CoupledBound _bound;
    private readonly CoupledPrimal _primal;
    private readonly CoupledAscent _ascent;
    private readonly List<BoundNode> _nodes = [];

    public CoupledSearch(CoupledModel model, SearchLimits limits)
    {
        (_model, _limits) = (model, limits);
        _bound = new CoupledBound(model);
        _primal = new CoupledPrimal(model);
        _ascent = new CoupledAscent(model, _bound, _primal, () => Target, Offered);
    }

    /// <summary>The best plan, by purchase of the problem; null while none is known.</summary>
    public Dictionary<int, Rational>? Best { get; private set; }

    public Rational? Cost { get; private set; }

    public double LowerBound { get; private set; } = double.PositiveInfinity;

    public bool IsCut { get; private set; }

    public ImmutableArray<BoundNode> Nodes => [.. _nodes];

    private double Target => Cost is { } cost ? _limits.Target(cost.ToDouble()) : double.PositiveInfinity;

    public void Run()
    {
        var box = new CoupledBox(new byte[_model.Cells], (double[])_model.Least.Clone(), (double[])_model.Most.Clone());
        for (var cell = 0; cell < _model.Cells; cell++)
        {
            box.States[cell] = _model.Norm[cell] > _model.Stock[cell] && _model.Floor[cell] < _model.Norm[cell] ? ExceptionOptions.Open : ExceptionOptions.Closed;
        }

        var (value, cones) = _ascent.Run(box, CoupledStart.Exceptions(_model));
        var isTree = _model.Price.Length <= LargestTree && value < Target;
        _nodes.Add(new BoundNode(-1, null, false, [Step(cones, value)], isTree ? NodeEnd.Branched : NodeEnd.Multipliers, value));
        if (!isTree)
        {
            LowerBound = value;
            return;
        }

        Branch(box, 0);
    }

    private static BoundStep Step(ImmutableArray<ConeBound> cones, double value) => new(cones, [], value, [], double.PositiveInfinity);

    /// <summary>Takes the primal's plan if it is exact and cheaper; narrows the box to what it leaves.</summary>
    private void Offered(CoupledBox box)
    {
        Offer(_primal.Additions);
        CapByCost(box);
    }

    private void Offer(double[] additions)
    {
        var exact = new Dictionary<int, Rational>();
        for (var a = 0; a < additions.Length; a++)
        {
            var amount = _model.ExactAddition(a, additions[a]);
            if (amount.Sign > 0)
            {
                exact[_model.PurchaseIndex[a]] = amount;
            }
        }

        NearNeeds.Settle(_model.Problem, exact);
        var cost = PlanCheck.CostOf(_model.Problem, exact);
        if ((Cost is not { } known || cost < known) && PlanCheck.Complies(_model.Problem, exact, _model.UnitIndex, _model.PurchaseIndex))
        {
            (Best, Cost) = (exact, cost);
        }
    }

    private void Visit(CoupledBox box, int parent, CellRef? cell, bool isTaken, PurchaseRange? range)
    {
        var place = _nodes.Count;
        if (place > _limits.Nodes || _limits.IsTimeUp)
        {
            IsCut = true;
            Close(new BoundNode(parent, cell, isTaken, [], NodeEnd.Unfinished, _nodes[parent].Bound) { Range = range });
            return;
        }

        if (IsPoint(box))
        {
            Offer(box.Least);
            Array.Clear(_bound.Multiplier);
            var cost = _bound.Value(box);
            Close(new BoundNode(parent, cell, isTaken, [], double.IsFinite(cost) && CompliesAt(box) ? NodeEnd.Levels : NodeEnd.Empty, cost) { Range = range }, box);
            return;
        }

        var (value, cones) = _ascent.Run(box, null);
        if (double.IsPositiveInfinity(value))
        {
            Close(new BoundNode(parent, cell, isTaken, [], NodeEnd.Empty, value) { Range = range });
            return;
        }

        value = Math.Max(value, _nodes[parent].Bound);
        var node = new BoundNode(parent, cell, isTaken, [Step(cones, value)], value >= Target ? NodeEnd.Multipliers : NodeEnd.Branched, value) { Range = range };
        if (value >= Target)
        {
            Close(node);
            return;
        }

        _nodes.Add(node);
        Branch(box, place);
    }

    private void Close(BoundNode node, CoupledBox? point = null)
    {
        _nodes.Add(node);
        if (node.End != NodeEnd.Empty)
        {
            LowerBound = Math.Min(LowerBound, point is null ? node.Bound : Math.Min(node.Bound, Cost?.ToDouble() ?? node.Bound));
        }
    }

    private bool CompliesAt(CoupledBox box)
    {
        var exact = Enumerable.Range(0, box.Least.Length).Where(a => box.Least[a] > 0).ToDictionary(a => _model.PurchaseIndex[a], a => _model.ExactAddition(a, box.Least[a]));
        return PlanCheck.Complies(_model.Problem, exact, _model.UnitIndex, _model.PurchaseIndex);
    }

    private static bool IsPoint(CoupledBox box)
    {
        for (var a = 0; a < box.Least.Length; a++)
        {
            if (box.Most[a] > box.Least[a])
            {
                return false;
            }
        }

        return true;
    }

    private void Branch(CoupledBox box, int node)
    {
        Tighten(box);
        var open = UndecidedCell(box);
        if (open >= 0)
        {
            var name = new CellRef(_model.UnitIndex[open / _model.Indicators], open % _model.Indicators);
            for (var taken = 1; taken >= 0; taken--)
            {
                var child = box.Copy();
                child.States[open] = taken == 1 ? ExceptionOptions.Taken : ExceptionOptions.Closed;
                Visit(child, node, name, taken == 1, null);
            }

            return;
        }

        Split(box, node);
    }

    /// <summary>Halves the widest range of additions.</summary>
    private void Split(CoupledBox box, int node)
    {
        var (widest, width) = (-1, 0.0);
        for (var a = 0; a < box.Least.Length; a++)
        {
            var spread = (box.Most[a] - box.Least[a]) * _model.Price[a] * (1 + Influence(a));
            if (spread > width)
            {
                (widest, width) = (a, spread);
            }
        }

        if (widest < 0)
        {
            Visit(box, node, null, false, null);
            return;
        }

        if (double.IsPositiveInfinity(width))
        {
            IsCut = true;
            LowerBound = Math.Min(LowerBound, _nodes[node].Bound);
            return;
        }

        var (step, least, most) = (_model.Step[widest], box.Least[widest], box.Most[widest]);
        var middle = step > 0 ? least + (Math.Floor(((most - least) / step * 0.5) + 1e-9) * step) : 0.5 * (least + most);
        var lower = box.Copy();
        lower.Most[widest] = middle;
        Visit(lower, node, null, false, new PurchaseRange(_model.PurchaseIndex[widest], null, _model.ExactAddition(widest, middle)));
        var upper = box.Copy();
        upper.Least[widest] = step > 0 ? middle + step : middle;
        Visit(upper, node, null, false, new PurchaseRange(_model.PurchaseIndex[widest], _model.ExactAddition(widest, upper.Least[widest]), null));
    }

    /// <summary>How much the cones that a purchase touches matter in the bound: ranges that decide nothing are halved last.</summary>
    private double Influence(int a)
    {
        double sum = 0;
        foreach (var effect in _model.Effects[a])
        {
            var q = _model.ConeOf[effect.Cell];
            sum += q >= 0 && _bound.Multiplier[q] > 0 ? 1000 : 0;
        }

        return sum;
    }

    /// <summary>No purchase is larger than what the best plan's cost leaves for it beside the bound.</summary>
    private void Tighten(CoupledBox box)
    {
        if (Cost is not { } cost)
        {
            return;
        }

        var value = _bound.Value(box);
        if (double.IsFinite(value))
        {
            _bound.Narrow(box, cost.ToDouble(), value);
        }

        CapByCost(box);
    }

    /// <summary>No purchase is larger than what the best plan's cost leaves for it.</summary>
    private void CapByCost(CoupledBox box)
    {
        if (Cost is not { } cost)
        {
            return;
        }

        double locked = 0;
        for (var a = 0; a < box.Least.Length; a++)
        {
            locked += _model.Price[a] * box.Least[a];
        }

        for (var a = 0; a < box.Least.Length; a++)
        {
            var room = Math.Max(0, cost.ToDouble() - locked) / _model.Price[a];
            var step = _model.Step[a];
            var most = box.Least[a] + (step > 0 ? Math.Floor((room / step) + 1e-7) * step : room * (1 + 1e-9));
            box.Most[a] = Math.Min(box.Most[a], most);
        }
    }

    private int UndecidedCell(CoupledBox box)
    {
        for (var unit = 0; unit < _model.UnitIndex.Length; unit++)
        {
            var (open, left, first) = (0, _model.Exceptions[unit], -1);
            for (var j = 0; j < _model.Indicators; j++)
            {
                var cell = (unit * _model.Indicators) + j;
                left -= box.States[cell] == ExceptionOptions.Taken ? 1 : 0;
                open += box.States[cell] == ExceptionOptions.Open ? 1 : 0;
                first = box.States[cell] == ExceptionOptions.Open && (first < 0 || _bound.Excepted[cell]) ? cell : first;
            }

            if (left > 0 && open > left)
            {
                return first;
            }
        }

        return -1;
    }
}

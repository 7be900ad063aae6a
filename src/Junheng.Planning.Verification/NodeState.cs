namespace Junheng.Planning.Verification;

/// <summary>Which exceptions a node leaves open, and within which range each purchase lies.</summary>
internal sealed class NodeState
{
    public const byte Closed = 0;
    public const byte Open = 1;
    public const byte Taken = 2;

    private NodeState(byte[] cells, int[] left, double[] least, double[] most) => (Cells, Left, Least, Most) = (cells, left, least, most);

    public byte[] Cells { get; }

    /// <summary>How many exceptions each unit may still take.</summary>
    public int[] Left { get; }

    public double[] Least { get; }

    public double[] Most { get; }

    /// <summary>The best bound certified on the way to the node.</summary>
    public double Bound { get; set; } = double.NegativeInfinity;

    /// <summary>Whether a unit's needs exceed its caps whatever it excepts.</summary>
    public bool IsImpossible { get; private set; }

    public NodeState Copy() => new((byte[])Cells.Clone(), (int[])Left.Clone(), (double[])Least.Clone(), (double[])Most.Clone()) { Bound = Bound, IsImpossible = IsImpossible };

    /// <summary>The root: a cell is open where its floor asks for less than its norm, taken where its norm lies above its cap.</summary>
    public static NodeState Root(PartModel part)
    {
        var state = new NodeState(
            new byte[part.Norm.Length], [.. Enumerable.Range(0, part.Units.Length).Select(i => part.RuleOf(i).Exceptions)], (double[])part.Least.Clone(), (double[])part.Most.Clone());
        for (var i = 0; i < part.Units.Length; i++)
        {
            for (var j = 0; j < part.Indicators; j++)
            {
                state.Set(part, (i * part.Indicators) + j);
            }

            state.IsImpossible |= state.Left[i] < 0;
            state.CloseIfSpent(i, part.Indicators);
        }

        return state;
    }

    public void Take(int cell, int indicators)
    {
        Cells[cell] = Taken;
        Left[cell / indicators]--;
        CloseIfSpent(cell / indicators, indicators);
    }

    private void Set(PartModel part, int cell)
    {
        var (full, low, cap) = (part.ExactNorm[cell], part.ExactFloor[cell], Reach(part, cell));
        if (cap is { } most && low > most)
        {
            IsImpossible = true;
        }

        if (cap is { } reach && full > reach)
        {
            Cells[cell] = Taken;
            Left[cell / part.Indicators]--;
        }
        else
        {
            var matters = part.IsPlain && part.OfCell[cell].Count == 1 ? part.NeedForNorm[cell] > part.NeedForFloor[cell] : full > low && full > Stock(part, cell);
            Cells[cell] = matters ? Open : Closed;
        }
    }

    private static Domain.Numbers.Rational Stock(PartModel part, int cell) => part.Problem.Units[part.Units[cell / part.Indicators]].Stock[cell % part.Indicators];

    /// <summary>The most that the caps allow; null without a bound.</summary>
    private static Domain.Numbers.Rational? Reach(PartModel part, int cell)
    {
        var reach = Stock(part, cell);
        foreach (var at in part.OfCell[cell])
        {
            var purchase = part.Problem.Purchases[part.Purchases[at]];
            if (purchase.MaxAdd is not { } most)
            {
                return null;
            }

            reach += Lattice.Down(most, purchase.Step) * purchase.Effects.First(effect => effect.Unit == part.Units[cell / part.Indicators] && effect.Indicator == cell % part.Indicators).Amount;
        }

        return reach;
    }

    private void CloseIfSpent(int unit, int indicators)
    {
        if (Left[unit] <= 0)
        {
            foreach (ref var cell in Cells.AsSpan(unit * indicators, indicators))
            {
                cell = cell == Open ? Closed : cell;
            }
        }
    }
}

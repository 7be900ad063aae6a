using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>
/// Whether P·Σ(y²/p) ≤ s²·(Σy)² holds exactly. First by fixed-point numbers that enclose the left side from above and below, which decides nearly
/// always and costs little: with 80 binary places, then with 200; where the two sides agree even so, by fractions.
/// </summary>
internal sealed class ExactCone
{
    private readonly Rational[] _pupils;
    private readonly Rational _total;
    private readonly Rational _squaredRoot;

    /// <param name="pupils">Enrolment per unit, positive.</param>
    /// <param name="squaredRoot">1 + κ².</param>
    public ExactCone(Rational[] pupils, Rational squaredRoot)
    {
        (_pupils, _squaredRoot) = (pupils, squaredRoot);
        _total = Rational.Zero;
        foreach (var p in pupils)
        {
            _total += p;
        }
    }

    private ExactCone(Rational[] pupils, Rational total, Rational squaredRoot) => (_pupils, _total, _squaredRoot) = (pupils, total, squaredRoot);

    /// <summary>1 + κ².</summary>
    public Rational SquaredRoot => _squaredRoot;

    /// <summary>Σ enrolment.</summary>
    public Rational Total => _total;

    /// <summary>The same units with another limit.</summary>
    public ExactCone WithLimit(Rational squaredRoot) => new(_pupils, _total, squaredRoot);

    /// <summary>Tests amounts, one per unit.</summary>
    public bool Holds(ReadOnlySpan<Rational> amounts)
    {
        var terms = default(ExactSum);
        foreach (var each in amounts)
        {
            terms.Add(each);
        }

        var sum = terms.Value;
        var right = _squaredRoot * sum * sum / _total;
        return HoldsWithin(amounts, right, 80) ?? HoldsWithin(amounts, right, 200) ?? HoldsByFractions(amounts, right);
    }

    private bool? HoldsWithin(ReadOnlySpan<Rational> amounts, Rational right, int bits)
    {
        var (below, above) = (BigInteger.Zero, 0);
        for (var i = 0; i < amounts.Length; i++)
        {
            var (numerator, denominator) = (amounts[i].Numerator, amounts[i].Denominator);
            var divisor = denominator.IsOne && _pupils[i].IsInteger ? _pupils[i].Numerator : denominator * denominator * _pupils[i].Numerator;
            below += BigInteger.DivRem((numerator * numerator * _pupils[i].Denominator) << bits, divisor, out var rest);
            above += rest.IsZero ? 0 : 1;
        }

        var scaled = right.Numerator << bits;
        return (below + above) * right.Denominator <= scaled ? true : below * right.Denominator <= scaled ? null : false;
    }

    private bool HoldsByFractions(ReadOnlySpan<Rational> amounts, Rational right)
    {
        var byPupils = new SortedDictionary<Rational, Rational>();
        for (var i = 0; i < amounts.Length; i++)
        {
            byPupils[_pupils[i]] = byPupils.GetValueOrDefault(_pupils[i]) + (amounts[i] * amounts[i]);
        }

        var squares = Rational.Zero;
        foreach (var (pupils, square) in byPupils)
        {
            squares += square / pupils;
        }

        return squares <= right;
    }
}

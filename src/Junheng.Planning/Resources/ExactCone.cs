using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>
/// Whether P·Σ(y²/p) ≤ s²·(Σy)² holds exactly. First by fixed-point numbers that enclose the left side from above and below, which decides nearly
/// always and costs little; where the two sides agree to 2⁻²⁰⁰, by fractions.
/// </summary>
internal sealed class ExactCone
{
    private const int Bits = 200;
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
        var sum = Rational.Zero;
        var (below, above) = (BigInteger.Zero, BigInteger.Zero);
        for (var i = 0; i < amounts.Length; i++)
        {
            sum += amounts[i];
            var (numerator, denominator) = (amounts[i].Numerator, amounts[i].Denominator);
            var quotient = BigInteger.DivRem((numerator * numerator * _pupils[i].Denominator) << Bits, denominator * denominator * _pupils[i].Numerator, out var rest);
            below += quotient;
            above += rest.IsZero ? quotient : quotient + 1;
        }

        var right = _squaredRoot * sum * sum / _total;
        var scaled = right.Numerator << Bits;
        if (above * right.Denominator <= scaled)
        {
            return true;
        }

        return below * right.Denominator <= scaled && HoldsByFractions(amounts, right);
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

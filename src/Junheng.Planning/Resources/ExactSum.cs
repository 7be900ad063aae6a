using System.Numerics;
using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>A sum of fractions that are mostly whole numbers and billionths, without reducing after every term.</summary>
internal struct ExactSum
{
    private const long Billion = 1_000_000_000;
    private BigInteger _billionths;
    private Rational _rest;

    /// <summary>The sum.</summary>
    public readonly Rational Value => Rational.FromFraction(_billionths, Billion) + _rest;

    /// <summary>Whether a fraction has a denominator that divides a billion.</summary>
    public static bool IsBillionths(Rational value) => value.IsInteger || (value.Denominator <= Billion && Billion % (long)value.Denominator == 0);

    public void Add(Rational value)
    {
        if (value.IsInteger)
        {
            _billionths += value.Numerator * Billion;
        }
        else if (IsBillionths(value))
        {
            _billionths += value.Numerator * (Billion / (long)value.Denominator);
        }
        else
        {
            _rest += value;
        }
    }
}

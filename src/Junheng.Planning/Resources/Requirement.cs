using Junheng.Domain.Numbers;

namespace Junheng.Planning.Resources;

/// <summary>What must and may be bought for one cell, exactly: a norm (or floor) per pupil, reached on the lattice of the steps.</summary>
internal readonly struct Requirement
{
    private const long Small = 1L << 53;
    private readonly Rational? _norm;
    private readonly Rational _step;
    private readonly double _perPupil;
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly long _wholeStep;

    public Requirement(Rational? norm, Rational step)
    {
        (_norm, _step, _perPupil) = (norm, step, norm?.ToDouble() ?? 0);
        var isSmall = norm is not { } each || (each.Numerator < Small && each.Denominator < Small);
        if (isSmall && step.IsInteger && step.Numerator < Small)
        {
            (_numerator, _denominator, _wholeStep) = ((long)(norm ?? Rational.Zero).Numerator, (long)(norm ?? Rational.Zero).Denominator, (long)step.Numerator);
        }
    }

    /// <summary>Smallest addition on the lattice of the steps that reaches a norm (or floor) and the lock.</summary>
    public static Rational Add(Rational? norm, Rational pupils, Rational stock, Rational locked, Rational step)
    {
        var need = norm is { } perPupil ? (perPupil * pupils) - stock : Rational.Zero;
        need = need < locked ? locked : need;
        if (need.Sign <= 0)
        {
            return Rational.Zero;
        }

        return step.Sign > 0 ? step * Rational.FromInteger((need / step).Ceiling()) : need;
    }

    /// <summary>Largest addition on the lattice of the steps within the cap.</summary>
    public static Rational Most(Rational cap, Rational step) => step.Sign > 0 ? step * Rational.FromInteger((cap / step).Floor()) : cap;

    /// <summary>The amount after the smallest addition, as the nearest double: <paramref name="people"/> and <paramref name="amount"/> are pupils and stock as doubles.</summary>
    public double Amount(Rational pupils, double people, Rational stock, double amount, Rational locked)
    {
        if (locked.Sign == 0)
        {
            if (_norm is null || amount > _perPupil * people * (1 + 1e-12))
            {
                return amount;
            }

            if (_denominator > 0 && people < Small && amount < Small && pupils.IsInteger && stock.IsInteger)
            {
                return Whole((long)people, (long)amount);
            }
        }

        return (stock + Add(_norm, pupils, stock, locked, _step)).ToDouble();
    }

    /// <summary>The same in machine integers, which hold every product here.</summary>
    private double Whole(long pupils, long stock)
    {
        var (needed, has) = ((Int128)_numerator * pupils, (Int128)_denominator * stock);
        if (needed <= has)
        {
            return stock;
        }

        if (_wholeStep == 0)
        {
            return needed < Small ? (double)needed / _denominator : Rational.FromFraction((System.Numerics.BigInteger)needed, _denominator).ToDouble();
        }

        var step = (Int128)_denominator * _wholeStep;
        var steps = (needed - has + step - 1) / step;
        return (double)(stock + (steps * _wholeStep));
    }
}

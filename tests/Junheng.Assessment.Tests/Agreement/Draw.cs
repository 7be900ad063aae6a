using System.Globalization;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Seeded random choices (SplitMix64): the same seed makes the same counties on every machine.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong _state = (seed * 0x9E3779B97F4A7C15) + 0x632BE59BD9B4E019;

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public int From(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in that many cases of a hundred.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    /// <summary>One of the choices.</summary>
    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>A decimal between two numbers with some decimals, as a cell has it.</summary>
    public string Decimal(double least, double most, int decimals)
    {
        var value = least + ((most - least) * (Next() >> 11) / (1UL << 53));
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    /// <summary>Puts a list into random order.</summary>
    public void Shuffle<T>(IList<T> list)
    {
        for (var at = list.Count - 1; at > 0; at--)
        {
            var other = Below(at + 1);
            (list[at], list[other]) = (list[other], list[at]);
        }
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}

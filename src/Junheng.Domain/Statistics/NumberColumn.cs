using System.Collections.Frozen;
using Junheng.Domain.Numbers;

namespace Junheng.Domain.Statistics;

/// <summary>
/// A column of figures, one a row: doubles for speed, presence bits because missing is not zero, and the decimal text of those cells
/// whose exact value a double's shortest decimal does not give back (more than 15 significant digits).
/// </summary>
public sealed class NumberColumn
{
    private readonly double[] _values;
    private readonly PresenceBits _present;
    private readonly FrozenDictionary<int, string>? _exactTexts;

    /// <summary>A column of figures.</summary>
    /// <param name="values">One finite value a row; 0 where the figure is missing.</param>
    /// <param name="present">One bit a row: set where there is a figure.</param>
    /// <param name="exactTexts">Row → decimal text, only where needed to be exact; null when nowhere.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public NumberColumn(double[] values, PresenceBits present, FrozenDictionary<int, string>? exactTexts = null)
    {
        if (values.Length != present.Count)
        {
            throw new ArgumentException("One presence bit a row.", nameof(present));
        }

        (_values, _present, _exactTexts) = (values, present, exactTexts);
    }

    /// <summary>Number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>All figures; 0 where missing, so always read together with <see cref="Present"/>.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Which rows have a figure.</summary>
    public PresenceBits Present => _present;

    /// <summary>Whether some figure has more digits than its double gives back.</summary>
    public bool HasLongTexts => _exactTexts is not null;

    /// <summary>A column of the given figures; null is missing.</summary>
    public static NumberColumn Of(IReadOnlyList<double?> figures)
    {
        var values = new double[figures.Count];
        var present = new PresenceBits(figures.Count);
        for (var row = 0; row < figures.Count; row++)
        {
            if (figures[row] is { } figure)
            {
                values[row] = figure;
                present.Set(row);
            }
        }

        return new NumberColumn(values, present);
    }

    /// <summary>True when the row has a figure.</summary>
    public bool IsPresent(int row) => _present[row];

    /// <summary>The row's figure, or null when missing.</summary>
    public double? Value(int row) => _present[row] ? _values[row] : null;

    /// <summary>The row's figure exactly as written in its cell, or null when missing.</summary>
    public Rational? Exact(int row)
    {
        if (!_present[row])
        {
            return null;
        }

        return _exactTexts is not null && _exactTexts.TryGetValue(row, out var text)
            ? Rational.ParseDecimal(text)
            : Rational.FromShortestDecimal(_values[row]);
    }
}

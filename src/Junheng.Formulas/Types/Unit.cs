using System.Collections.Immutable;
using System.Globalization;

namespace Junheng.Formulas.Types;

/// <summary>
/// The unit of a number: a product of base dimensions with whole exponents, e.g. <c>m2/pupil</c>.
/// Two numbers may be added or compared only in the same unit. Made by a <see cref="UnitVocabulary"/>, so that its dimensions are known ones.
/// </summary>
public sealed class Unit : IEquatable<Unit>
{
    private readonly ImmutableSortedDictionary<string, int> _exponents;

    private Unit(ImmutableSortedDictionary<string, int> exponents) => _exponents = exponents;

    /// <summary>The unit of a plain number, written <c>1</c>.</summary>
    public static Unit One { get; } = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>True for a plain number.</summary>
    public bool IsOne => _exponents.IsEmpty;

    /// <summary>Base dimension → exponent, never 0, in ordinal order of the dimensions.</summary>
    public IReadOnlyDictionary<string, int> Exponents => _exponents;

    /// <summary>The unit of a product.</summary>
    public static Unit operator *(Unit left, Unit right) => Combine(left, right, 1);

    /// <summary>The unit of a quotient.</summary>
    public static Unit operator /(Unit left, Unit right) => Combine(left, right, -1);

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && _exponents.SequenceEqual(other._exponents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => _exponents.Aggregate(17, (hash, part) => HashCode.Combine(hash, part.Key, part.Value));

    /// <summary>What <see cref="UnitVocabulary.TryParse"/> reads: <c>1</c>, <c>m2/pupil</c>, <c>hour*person/class^2</c>, <c>1/pupil</c>.</summary>
    public override string ToString()
    {
        var above = string.Join('*', _exponents.Where(part => part.Value > 0).Select(part => Power(part.Key, part.Value)));
        var below = string.Concat(_exponents.Where(part => part.Value < 0).Select(part => "/" + Power(part.Key, -part.Value)));
        return (above.Length == 0 ? "1" : above) + below;
    }

    internal static Unit Base(string dimension) => new(One._exponents.Add(dimension, 1));

    /// <summary>A unit to a power other than 0.</summary>
    internal static Unit Power(Unit unit, int exponent) =>
        new(unit._exponents.ToImmutableSortedDictionary(part => part.Key, part => part.Value * exponent, StringComparer.Ordinal));

    private static string Power(string dimension, int exponent) =>
        exponent == 1 ? dimension : string.Create(CultureInfo.InvariantCulture, $"{dimension}^{exponent}");

    private static Unit Combine(Unit left, Unit right, int sign)
    {
        if (right.IsOne)
        {
            return left;
        }

        var exponents = left._exponents.ToBuilder();
        foreach (var (dimension, exponent) in right._exponents)
        {
            var sum = exponents.GetValueOrDefault(dimension) + (sign * exponent);
            if (sum == 0)
            {
                exponents.Remove(dimension);
            }
            else
            {
                exponents[dimension] = sum;
            }
        }

        return new Unit(exponents.ToImmutable());
    }
}

using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Junheng.Formulas.Types;

/// <summary>The closed list of base dimensions (<c>pupil</c>, <c>person</c>, <c>m2</c>, <c>yuan</c>, <c>room</c> …), handed in as data.</summary>
public sealed class UnitVocabulary
{
    private const int MaximumExponent = 9;
    private readonly FrozenDictionary<string, Unit> _dimensions;

    /// <summary>A vocabulary of the given base dimensions.</summary>
    /// <param name="dimensions">Their ids: ASCII letters, digits and _, not starting with a digit.</param>
    /// <exception cref="ArgumentException">An id is malformed or given twice.</exception>
    public UnitVocabulary(IEnumerable<string> dimensions)
    {
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var dimension in dimensions)
        {
            var wellFormed = dimension.Length > 0 && !char.IsAsciiDigit(dimension[0]) && dimension.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
            if (!wellFormed || !units.TryAdd(dimension, Unit.Base(dimension)))
            {
                throw new ArgumentException($"Malformed or repeated base dimension '{dimension}'.", nameof(dimensions));
            }
        }

        _dimensions = units.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The ids of the base dimensions, in ordinal order.</summary>
    public IEnumerable<string> Dimensions => _dimensions.Keys.Order(StringComparer.Ordinal);

    /// <summary>The unit written <paramref name="text"/>.</summary>
    /// <exception cref="FormatException">It is not a unit of this vocabulary.</exception>
    public Unit Parse(string text) => TryParse(text, out var unit) ? unit : throw new FormatException($"Not a unit: '{text}'.");

    /// <summary>
    /// Reads <c>1</c> or dimensions joined by <c>*</c> and <c>/</c>, each with an optional exponent <c>^2</c> to <c>^9</c>: <c>m2/pupil</c>.
    /// Each <c>/</c> divides by the one dimension after it. False for anything else.
    /// </summary>
    public bool TryParse(string text, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        var product = Unit.One;
        var divides = false;
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('*', '/');
            var part = length < 0 ? text[start..] : text.Substring(start, length);
            if (Factor(part.Trim()) is not { } factor)
            {
                return false;
            }

            product = divides ? product / factor : product * factor;
            if (length < 0)
            {
                break;
            }

            divides = text[start + length] == '/';
            start += length + 1;
        }

        unit = product;
        return true;
    }

    private Unit? Factor(string text)
    {
        if (text == "1")
        {
            return Unit.One;
        }

        var caret = text.IndexOf('^', StringComparison.Ordinal);
        var exponent = 1;
        if (caret >= 0 && (!int.TryParse(text.AsSpan(caret + 1), NumberStyles.None, CultureInfo.InvariantCulture, out exponent)
            || exponent is < 1 or > MaximumExponent))
        {
            return null;
        }

        return _dimensions.TryGetValue(caret < 0 ? text : text[..caret], out var unit) ? Unit.Power(unit, exponent) : null;
    }
}

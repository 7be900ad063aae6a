namespace Junheng.Formulas;

/// <summary>
/// The bounds that keep every formula small: whatever exceeds one is an error with a position (when read) or
/// an <see cref="FormulaValue.Undefined"/> value (when evaluated), never a crash or a hang.
/// </summary>
public static class FormulaLimits
{
    /// <summary>Longest text, in UTF-16 units.</summary>
    public const int TextLength = 4_000;

    /// <summary>Most nodes of a syntax tree: names, constants, operators, calls and aggregates each count one.</summary>
    public const int Nodes = 1_000;

    /// <summary>Deepest nesting of parentheses, calls, aggregates and prefix operators.</summary>
    public const int Depth = 48;

    /// <summary>Most digits before the decimal point of a number, and most after it.</summary>
    public const int Digits = 30;

    /// <summary>Most decimals that <c>round</c> may ask for.</summary>
    public const int RoundingDigits = 12;

    /// <summary>Most years that <c>add_years</c> may add or take away.</summary>
    public const int Years = 200;

    /// <summary>Most levels from an entity type to the top of its schema.</summary>
    public const int Levels = 16;

    /// <summary>Largest numerator or denominator of a computed value, in bits; beyond it the value is undefined.</summary>
    public const int ValueBits = 16_384;

    /// <summary>Most names that a missing value lists; a last name <c>…</c> stands for the rest.</summary>
    public const int MissingNames = 20;

    /// <summary>Most members of one aggregate that a trace shows.</summary>
    public const int TracedMembers = 200;

    /// <summary>Most steps of one trace, about; once they are reached, aggregates show no further members.</summary>
    public const int TracedSteps = 20_000;

    /// <summary>Most errors that one binding reports.</summary>
    public const int Errors = 20;
}

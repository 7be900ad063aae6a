using System.Collections.Immutable;
using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Formulas;

/// <summary>What a formula gives for one entity. Evaluation is total: every formula gives one of these for every entity.</summary>
public abstract record FormulaValue
{
    private FormulaValue()
    {
    }

    /// <summary>The truth value true.</summary>
    public static FormulaValue True { get; } = new Truth(true);

    /// <summary>The truth value false.</summary>
    public static FormulaValue False { get; } = new Truth(false);

    /// <summary>True or false as a value.</summary>
    public static FormulaValue Of(bool value) => value ? True : False;

    /// <summary>A number as a value.</summary>
    public static FormulaValue Of(Rational value) => new Number(value);

    /// <summary>A text as a value.</summary>
    public static FormulaValue Of(string value) => new Text(value);

    /// <summary>A date as a value.</summary>
    public static FormulaValue Of(DateOnly value) => new Date(value);

    /// <summary>A missing value that names what is missing.</summary>
    public static FormulaValue MissingOf(params ReadOnlySpan<string> names) => new Missing([.. names]);

    /// <summary>An exact number, in the formula's unit.</summary>
    public sealed record Number(Rational Value) : FormulaValue
    {
        /// <summary>The exact number.</summary>
        public override string ToString() => Value.ToString();
    }

    /// <summary>True or false.</summary>
    public sealed record Truth(bool Value) : FormulaValue
    {
        /// <summary><c>true</c> or <c>false</c>.</summary>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>A text; compared ordinally.</summary>
    public sealed record Text(string Value) : FormulaValue
    {
        /// <summary>The text itself.</summary>
        public override string ToString() => Value;
    }

    /// <summary>A calendar day.</summary>
    public sealed record Date(DateOnly Value) : FormulaValue
    {
        /// <summary>The day as <c>yyyy-MM-dd</c>.</summary>
        public override string ToString() => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// It cannot be said, because something was not reported. Missing is never zero and never false; it propagates with its names.
    /// </summary>
    /// <param name="Names">What is missing, in order of appearance, each once, at most <see cref="FormulaLimits.MissingNames"/> and then <c>…</c>;
    /// a column by its name, a member of an aggregate by <c>label.column</c>.</param>
    public sealed record Missing(ImmutableArray<string> Names) : FormulaValue
    {
        /// <inheritdoc/>
        public bool Equals(Missing? other) => other is not null && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

        /// <inheritdoc/>
        public override int GetHashCode() => Names.Aggregate(17, (hash, name) => HashCode.Combine(hash, name));

        /// <summary><c>missing: a, b</c>.</summary>
        public override string ToString() => $"missing: {string.Join(", ", Names)}";
    }

    /// <summary>There is no such value: a division by zero, the largest of nothing, a number beyond the bounds.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Undefined(LocalizedText Reason) : FormulaValue
    {
        /// <summary><c>undefined: reason</c>.</summary>
        public override string ToString() => $"undefined: {Reason.En}";
    }
}

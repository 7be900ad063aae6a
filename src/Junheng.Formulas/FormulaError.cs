using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Formulas;

/// <summary>What is wrong in a formula, where, and how to mend it.</summary>
/// <param name="Rule">The rule's stable id, e.g. <c>formula.unknown-name</c>.</param>
/// <param name="Start">Where it begins in the formula's text, in UTF-16 units from 0.</param>
/// <param name="Length">How far it reaches; 0 at the end of the text.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record FormulaError(string Rule, int Start, int Length, LocalizedText Message, LocalizedText Remedy)
{
    /// <summary>The error as a finding of the input that the formula stands in.</summary>
    /// <param name="place">Where the formula stands, e.g. its definition file with line and column.</param>
    /// <param name="language">The language of the reader.</param>
    public Finding ToFinding(Origin place, Language language)
    {
        var message = new LocalizedText($"{Message.Zh}（公式第 {Start + 1} 个字符起）", $"{Message.En} (From character {Start + 1} of the formula.)");
        return new Finding(Rule, Severity.Error, place, message.In(language), Remedy.In(language));
    }

    /// <summary><c>start: message</c> in English, for logs.</summary>
    public override string ToString() => $"{Start}: {Message.En} {Remedy.En}";
}

/// <summary>What reading or binding a formula gives: the thing itself, or everything wrong with it.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public abstract record FormulaResult<T>
    where T : class
{
    private FormulaResult()
    {
    }

    /// <summary>The errors in order of position; empty when valid.</summary>
    public ImmutableArray<FormulaError> Errors => this is Invalid invalid ? invalid.Found : [];

    /// <summary>True with the value when valid.</summary>
    /// <param name="value">The value, or null.</param>
    public bool TryGet([NotNullWhen(true)] out T? value)
    {
        value = this is Valid valid ? valid.Value : null;
        return value is not null;
    }

    /// <summary>The value, where the caller knows that the formula is valid.</summary>
    /// <exception cref="InvalidOperationException">The formula has errors; the message lists them.</exception>
    public T Required() =>
        TryGet(out var value) ? value : throw new InvalidOperationException(string.Join(Environment.NewLine, Errors));

    /// <summary>Nothing is wrong.</summary>
    /// <param name="Value">What was asked for.</param>
    public sealed record Valid(T Value) : FormulaResult<T>;

    /// <summary>Something is wrong.</summary>
    /// <param name="Found">At least one error, in order of position.</param>
    public sealed record Invalid(ImmutableArray<FormulaError> Found) : FormulaResult<T>;
}

using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>A part of a column predicate: one tight loop over the rows.</summary>
internal abstract class PredicateNode
{
    /// <summary>Writes 0, 1 or 2 for every row.</summary>
    public abstract void Write(IColumnBatch batch, Span<byte> truths);

    protected static void RequireLength(int length, Span<byte> truths)
    {
        if (length != truths.Length)
        {
            throw new ArgumentException("A column has another length than its batch has rows.");
        }
    }
}

/// <summary>The same truth for every row.</summary>
internal sealed class ConstantPredicate(byte truth) : PredicateNode
{
    public override void Write(IColumnBatch batch, Span<byte> truths) => truths.Fill(truth);
}

/// <summary>How a double compares with a constant.</summary>
internal interface INumberTest
{
    static abstract bool Holds(double value, double constant);
}

internal readonly struct LessTest : INumberTest
{
    public static bool Holds(double value, double constant) => value < constant;
}

internal readonly struct LessOrEqualTest : INumberTest
{
    public static bool Holds(double value, double constant) => value <= constant;
}

internal readonly struct EqualTest : INumberTest
{
    public static bool Holds(double value, double constant) => value == constant;
}

/// <summary>A number column against a constant; the other three comparisons are negations of these.</summary>
internal sealed class NumberPredicate<TTest>(FormulaColumn column, double constant) : PredicateNode
    where TTest : struct, INumberTest
{
    public override void Write(IColumnBatch batch, Span<byte> truths)
    {
        var numbers = batch.Number(column);
        var values = numbers.Values;
        var present = numbers.Present;
        RequireLength(values.Length, truths);
        RequireLength(present.Length, truths);
        for (var row = 0; row < truths.Length && row < values.Length && row < present.Length; row++)
        {
            var here = Unsafe.BitCast<bool, byte>(present[row]);
            var holds = Unsafe.BitCast<bool, byte>(TTest.Holds(values[row], constant));
            truths[row] = (byte)((here & holds) | ((here ^ 1) << 1));
        }
    }
}

/// <summary>Whether the number of a column is missing.</summary>
internal sealed class NumberMissingPredicate(FormulaColumn column) : PredicateNode
{
    public override void Write(IColumnBatch batch, Span<byte> truths)
    {
        var present = batch.Number(column).Present;
        RequireLength(present.Length, truths);
        for (var row = 0; row < truths.Length && row < present.Length; row++)
        {
            truths[row] = (byte)(Unsafe.BitCast<bool, byte>(present[row]) ^ 1);
        }
    }
}

/// <summary>A text column through a table of 256 truths, made once per batch from the texts of its codes.</summary>
/// <param name="column">The column.</param>
/// <param name="texts">The texts for which it is true.</param>
/// <param name="whenMissing">What a missing text gives.</param>
internal sealed class CodePredicate(FormulaColumn column, ImmutableArray<string> texts, byte whenMissing) : PredicateNode
{
    public override void Write(IColumnBatch batch, Span<byte> truths)
    {
        var coded = batch.Codes(column);
        RequireLength(coded.Codes.Length, truths);
        Span<byte> table = stackalloc byte[256];
        table.Fill(whenMissing);
        for (var code = 1; code < coded.Texts.Count && code < table.Length; code++)
        {
            if (coded.Texts[code] is { } text)
            {
                table[code] = texts.Contains(text, StringComparer.Ordinal) ? ColumnPredicate.True : ColumnPredicate.False;
            }
        }

        var codes = coded.Codes;
        for (var row = 0; row < truths.Length && row < codes.Length; row++)
        {
            truths[row] = table[codes[row]];
        }
    }
}

/// <summary>The truths of another part through a table of three: <c>not</c> and <c>is missing</c>.</summary>
internal sealed class MappedPredicate(PredicateNode inner, byte whenFalse, byte whenTrue, byte whenMissing) : PredicateNode
{
    public override void Write(IColumnBatch batch, Span<byte> truths)
    {
        inner.Write(batch, truths);
        var table = (uint)(whenFalse | (whenTrue << 8) | (whenMissing << 16));
        foreach (ref var truth in truths)
        {
            truth = (byte)(table >> (truth << 3));
        }
    }
}

/// <summary>Parts joined by <c>and</c> or <c>or</c>.</summary>
/// <param name="parts">At least two.</param>
/// <param name="decisive">The truth that decides alone: 0 for <c>and</c>, 1 for <c>or</c>.</param>
internal sealed class JoinedPredicate(ImmutableArray<PredicateNode> parts, byte decisive) : PredicateNode
{
    public override void Write(IColumnBatch batch, Span<byte> truths)
    {
        parts[0].Write(batch, truths);
        var buffer = ArrayPool<byte>.Shared.Rent(truths.Length);
        var other = buffer.AsSpan(0, truths.Length);
        foreach (var part in parts.AsSpan()[1..])
        {
            part.Write(batch, other);
            KleeneBytes.Combine(truths, other, decisive);
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}

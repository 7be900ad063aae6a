using System.Collections.Immutable;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>A truth value of a formula, for a run of rows.</summary>
internal abstract class ScreenTruth
{
    public abstract void Write(ScreenBlock block, Span<byte> truths);
}

internal sealed class ScreenFixed(bool truth) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths) => truths.Fill(truth ? ColumnScreen.True : ColumnScreen.False);
}

/// <summary>Two numbers compared; doubtful where their errors overlap.</summary>
internal sealed class ScreenComparison(BinaryOperator op, ScreenNumber left, ScreenNumber right) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var a = block.RentNumbers();
        var b = block.RentNumbers();
        left.Write(block, a);
        right.Write(block, b);
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = (a.States[row] | b.States[row]) == ScreenNumbers.Here
                ? Compare(a.Values[row] - b.Values[row], a.Errors[row] + b.Errors[row], Math.Max(Math.Abs(a.Values[row]), Math.Abs(b.Values[row])))
                : a.States[row] == ScreenNumbers.Absent || b.States[row] == ScreenNumbers.Absent ? ColumnScreen.Absent : ColumnScreen.Doubtful;
        }

        block.Return(a);
        block.Return(b);
    }

    private byte Compare(double difference, double error, double size)
    {
        if (error > 0 && Math.Abs(difference) <= (error * (1 + 1e-9)) + (size * 2.3e-16))
        {
            return ColumnScreen.Doubtful;
        }

        var holds = op switch
        {
            BinaryOperator.Equal => difference == 0,
            BinaryOperator.NotEqual => difference != 0,
            BinaryOperator.Less => difference < 0,
            BinaryOperator.LessOrEqual => difference <= 0,
            BinaryOperator.Greater => difference > 0,
            _ => difference >= 0,
        };
        return holds ? ColumnScreen.True : ColumnScreen.False;
    }
}

/// <summary>A column of truth values, 0 and 1.</summary>
internal sealed class ScreenFlag(FormulaColumn column) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var numbers = block.Batch.Number(column);
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = !numbers.Present[block.Start + row] ? ColumnScreen.Absent
                : numbers.Values[block.Start + row] != 0 ? ColumnScreen.True : ColumnScreen.False;
        }
    }
}

/// <summary>A text column as one of some texts, or whether it is missing when there are none.</summary>
internal sealed class ScreenCodes(FormulaColumn column, ImmutableArray<string> texts, byte whenMissing) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var coded = block.Batch.Codes(column);
        Span<byte> table = stackalloc byte[256];
        table.Fill(whenMissing);
        for (var code = 1; code < coded.Texts.Count && code < table.Length; code++)
        {
            if (coded.Texts[code] is { } text)
            {
                table[code] = texts.Contains(text, StringComparer.Ordinal) ? ColumnScreen.True : ColumnScreen.False;
            }
        }

        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = table[coded.Codes[block.Start + row]];
        }
    }
}

/// <summary>Whether the figure of a column is missing.</summary>
internal sealed class ScreenMissing(FormulaColumn column) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var present = block.Batch.Number(column).Present;
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = present[block.Start + row] ? ColumnScreen.False : ColumnScreen.True;
        }
    }
}

internal sealed class ScreenNot(ScreenTruth inner) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        inner.Write(block, truths);
        foreach (ref var truth in truths)
        {
            truth = truth <= ColumnScreen.True ? (byte)(truth ^ 1) : truth;
        }
    }
}

/// <summary>Kleene's and, or: what decides alone wins, then doubt, then what is missing.</summary>
internal sealed class ScreenJoin(ScreenTruth left, ScreenTruth right, byte decisive) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var other = block.RentTruths();
        left.Write(block, truths);
        right.Write(block, other.AsSpan(0, truths.Length));
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = Join(truths[row], other[row]);
        }

        block.Return(other);
    }

    private byte Join(byte a, byte b) => a == decisive || b == decisive ? decisive : Math.Max(a, b) > ColumnScreen.True ? Math.Max(a, b) : a;
}

/// <summary><c>if</c> over truth values.</summary>
internal sealed class ScreenTruthChoice(ScreenTruth condition, ScreenTruth whenTrue, ScreenTruth whenFalse) : ScreenTruth
{
    public override void Write(ScreenBlock block, Span<byte> truths)
    {
        var (conditions, other) = (block.RentTruths(), block.RentTruths());
        condition.Write(block, conditions.AsSpan(0, truths.Length));
        whenTrue.Write(block, truths);
        whenFalse.Write(block, other.AsSpan(0, truths.Length));
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = conditions[row] switch
            {
                ColumnScreen.True => truths[row],
                ColumnScreen.False => other[row],
                var open => open,
            };
        }

        block.Return(conditions);
        block.Return(other);
    }
}

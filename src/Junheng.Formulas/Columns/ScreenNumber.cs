using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>A number of a formula, for a run of rows.</summary>
internal abstract class ScreenNumber
{
    /// <summary>Twice the unit roundoff of a double, so that the bound holds after its own rounding.</summary>
    protected const double Roundoff = 2.220446049250313e-16;

    /// <summary>Whole numbers up to here are exact.</summary>
    protected const double MostWhole = 9007199254740992;

    public abstract void Write(ScreenBlock block, ScreenNumbers into);

    /// <summary>How far a double may be from the decimal that it stands for.</summary>
    protected static double ErrorOf(double value) => Math.Abs(value) < MostWhole && value == Math.Floor(value) ? 0 : Math.Abs(value) * Roundoff;

    /// <summary>Absent beats doubtful: a sum with a missing part is missing whatever the other part is.</summary>
    protected static byte Join(byte left, byte right) =>
        left == ScreenNumbers.Absent || right == ScreenNumbers.Absent ? ScreenNumbers.Absent : (byte)(left | right);
}

internal sealed class ScreenConstant(double value, double error) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        into.Values.AsSpan(0, block.Count).Fill(value);
        into.Errors.AsSpan(0, block.Count).Fill(error);
        into.States.AsSpan(0, block.Count).Clear();
    }
}

internal sealed class ScreenColumn(FormulaColumn column) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        var numbers = block.Batch.Number(column);
        var values = numbers.Values.Slice(block.Start, block.Count);
        var present = numbers.Present.Slice(block.Start, block.Count);
        for (var row = 0; row < values.Length; row++)
        {
            into.Values[row] = values[row];
            into.Errors[row] = ErrorOf(values[row]);
            into.States[row] = present[row] ? ScreenNumbers.Here : ScreenNumbers.Absent;
        }
    }
}

internal sealed class ScreenSign(ScreenNumber inner, bool isAbsolute) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        inner.Write(block, into);
        foreach (ref var value in into.Values.AsSpan(0, block.Count))
        {
            value = isAbsolute ? Math.Abs(value) : -value;
        }
    }
}

/// <summary>Two numbers joined by + − × ÷.</summary>
internal sealed class ScreenArithmetic(BinaryOperator op, ScreenNumber left, ScreenNumber right) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        left.Write(block, into);
        var other = block.RentNumbers();
        right.Write(block, other);
        for (var row = 0; row < block.Count; row++)
        {
            into.States[row] = Join(into.States[row], other.States[row]);
            var (a, b, ea, eb) = (into.Values[row], other.Values[row], into.Errors[row], other.Errors[row]);
            if (op == BinaryOperator.Divide)
            {
                Divide(into, row, (a, ea), (b, eb));
                continue;
            }

            var (value, error) = op switch
            {
                BinaryOperator.Add => (a + b, ea + eb),
                BinaryOperator.Subtract => (a - b, ea + eb),
                _ => (a * b, (Math.Abs(a) * eb) + (Math.Abs(b) * ea) + (ea * eb)),
            };
            var isExact = ea == 0 && eb == 0 && Math.Abs(value) < MostWhole;
            into.Values[row] = value;
            into.Errors[row] = isExact ? 0 : (error * (1 + (4 * Roundoff))) + (Math.Abs(value) * Roundoff);
        }

        block.Return(other);
    }

    private static void Divide(ScreenNumbers into, int row, (double Value, double Error) a, (double Value, double Error) b)
    {
        var least = Math.Abs(b.Value) - b.Error;
        if (least <= 0)
        {
            // Exactly zero is undefined; a divisor that only may be zero is left to exact arithmetic.
            into.States[row] = b.Error == 0 || into.States[row] == ScreenNumbers.Absent ? ScreenNumbers.Absent : ScreenNumbers.Doubtful;
            return;
        }

        var value = a.Value / b.Value;
        into.Values[row] = value;
        into.Errors[row] = a is (0, 0) ? 0 : (((a.Error + (Math.Abs(value) * b.Error)) / least) + (Math.Abs(value) * Roundoff)) * (1 + (8 * Roundoff));
    }
}

/// <summary>The smallest or largest of some numbers.</summary>
internal sealed class ScreenExtreme(ScreenNumber[] parts, bool largest) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        parts[0].Write(block, into);
        var other = block.RentNumbers();
        foreach (var part in parts.AsSpan(1))
        {
            part.Write(block, other);
            for (var row = 0; row < block.Count; row++)
            {
                var takesOther = largest ? other.Values[row] > into.Values[row] : other.Values[row] < into.Values[row];
                into.Values[row] = takesOther ? other.Values[row] : into.Values[row];
                into.Errors[row] = Math.Max(into.Errors[row], other.Errors[row]);
                into.States[row] = Join(into.States[row], other.States[row]);
            }
        }

        block.Return(other);
    }
}

/// <summary><c>if</c> over numbers: a doubtful condition makes a doubtful number.</summary>
internal sealed class ScreenChoice(ScreenTruth condition, ScreenNumber whenTrue, ScreenNumber whenFalse) : ScreenNumber
{
    public override void Write(ScreenBlock block, ScreenNumbers into)
    {
        var truths = block.RentTruths();
        var other = block.RentNumbers();
        condition.Write(block, truths.AsSpan(0, block.Count));
        whenTrue.Write(block, into);
        whenFalse.Write(block, other);
        for (var row = 0; row < block.Count; row++)
        {
            switch (truths[row])
            {
                case ColumnScreen.False:
                    (into.Values[row], into.Errors[row], into.States[row]) = (other.Values[row], other.Errors[row], other.States[row]);
                    break;
                case ColumnScreen.Absent:
                    into.States[row] = ScreenNumbers.Absent;
                    break;
                case ColumnScreen.Doubtful:
                    into.States[row] = ScreenNumbers.Doubtful;
                    break;
                default:
                    break;
            }
        }

        block.Return(other);
        block.Return(truths);
    }
}

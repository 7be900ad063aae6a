using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Junheng.Benchmarks;

/// <summary>The sum of a column, as fast as one thread can read it: the yardstick.</summary>
public static class ColumnSum
{
    public static double Of(ReadOnlySpan<double> column)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(column);
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var at = 0;
        for (; at + 4 <= vectors.Length; at += 4)
        {
            a += vectors[at];
            b += vectors[at + 1];
            c += vectors[at + 2];
            d += vectors[at + 3];
        }

        for (; at < vectors.Length; at++)
        {
            a += vectors[at];
        }

        var sum = Vector256.Sum(a + b + (c + d));
        foreach (var value in column[(vectors.Length * Vector256<double>.Count)..])
        {
            sum += value;
        }

        return sum;
    }
}

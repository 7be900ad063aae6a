using System.Numerics;
using System.Runtime.InteropServices;

namespace Junheng.Formulas.Columns;

/// <summary>Three-valued <c>and</c> and <c>or</c> over bytes 0 = false, 1 = true, 2 = missing.</summary>
internal static class KleeneBytes
{
    /// <summary>
    /// Combines <paramref name="other"/> into <paramref name="truths"/>, of the same length;
    /// <paramref name="decisive"/> decides alone, else the larger stands.
    /// </summary>
    public static void Combine(Span<byte> truths, ReadOnlySpan<byte> other, byte decisive)
    {
        var wide = MemoryMarshal.Cast<byte, Vector<byte>>(truths);
        var wideOther = MemoryMarshal.Cast<byte, Vector<byte>>(other);
        var decides = new Vector<byte>(decisive);
        for (var i = 0; i < wide.Length && i < wideOther.Length; i++)
        {
            var either = Vector.Equals(wide[i], decides) | Vector.Equals(wideOther[i], decides);
            wide[i] = Vector.ConditionalSelect(either, decides, Vector.Max(wide[i], wideOther[i]));
        }

        for (var i = wide.Length * Vector<byte>.Count; i < truths.Length; i++)
        {
            truths[i] = truths[i] == decisive || other[i] == decisive ? decisive : Math.Max(truths[i], other[i]);
        }
    }
}

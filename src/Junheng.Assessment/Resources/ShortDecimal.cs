namespace Junheng.Assessment.Resources;

/// <summary>Decimals of at most four places and fifteen digits, which is what statistics are written in, as whole ten-thousandths.</summary>
internal static class ShortDecimal
{
    private const double Places = 10_000;
    private const double Largest = 1e15;

    /// <summary>
    /// The whole number of ten-thousandths that a double stands for. Two decimals of at most fifteen digits never share a double,
    /// so when a whole number of ten-thousandths gives this double back, it is the decimal of the cell. False for any longer decimal.
    /// </summary>
    public static bool TryScale(double value, out long tenThousandths)
    {
        var scaled = Math.Round(value * Places);
        var isShort = Math.Abs(scaled) < Largest && scaled / Places == value;
        tenThousandths = isShort ? (long)scaled : 0;
        return isShort;
    }
}

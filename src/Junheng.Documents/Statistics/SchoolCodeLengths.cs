using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>How long a county's school codes are, to notice those that lost a leading zero.</summary>
internal static class SchoolCodeLengths
{
    /// <summary>Shorter codes are numbers counted up (1, 2, … 12) rather than codes of one length.</summary>
    private const int ShortestUsual = 6;

    private const int LongestUsual = 32;

    /// <summary>The length that at least four in five of the county's codes have; null when there is none.</summary>
    public static int? UsualOf(StatisticsTable table, CountyRows county)
    {
        Span<int> counts = stackalloc int[LongestUsual + 1];
        var rows = 0;
        foreach (var run in county.Runs)
        {
            var codes = table.Parts[run.Part].SchoolCode;
            for (var row = run.Start; row < run.Start + run.Count; row++)
            {
                rows++;
                counts[Math.Min(codes.Utf8(row).Length, LongestUsual)]++;
            }
        }

        var usual = counts.IndexOf(Max(counts));
        return usual is >= ShortestUsual and < LongestUsual && counts[usual] < rows && counts[usual] * 5 >= rows * 4 ? usual : null;
    }

    /// <summary>Whether a row's code is all digits and shorter than usual.</summary>
    public static bool IsShorter(StatisticsTable table, RowRef row, int usual)
    {
        var code = table.PartOf(row).SchoolCode.Utf8(row.Row);
        return code.Length > 0 && code.Length < usual && !code.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    private static int Max(ReadOnlySpan<int> counts)
    {
        var max = 0;
        foreach (var count in counts)
        {
            max = Math.Max(max, count);
        }

        return max;
    }
}

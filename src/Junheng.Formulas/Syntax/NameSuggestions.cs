namespace Junheng.Formulas.Syntax;

/// <summary>Finds the name that somebody meant.</summary>
internal static class NameSuggestions
{
    private const int LongestCompared = 64;

    /// <summary>
    /// The nearest candidate by edit distance (insert, delete, replace, swap neighbours), or null when none is near; ties go to the ordinal first.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        var allowed = Math.Max(1, Math.Min(3, name.Length / 3));
        string? best = null;
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            if (Math.Abs(candidate.Length - name.Length) > allowed || name.Length > LongestCompared)
            {
                continue;
            }

            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < allowed || (distance == allowed && best is null))
            {
                (best, allowed) = (candidate, distance);
            }
        }

        return best;
    }

    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Step(table, left, right, i, j);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Step(int[,] table, string left, string right, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}

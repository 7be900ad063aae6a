namespace Junheng.Cli.Arguments;

/// <summary>Which known word was probably meant by a mistyped one.</summary>
internal static class Nearest
{
    private const int MostChanges = 2;

    /// <summary>The known word with the fewest letters to change, at most two; else null.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var best = known.Select(each => (Word: each, Changes: Changes(word, each))).OrderBy(each => each.Changes).FirstOrDefault();
        return best.Word is not null && best.Changes <= Math.Min(MostChanges, word.Length / 2) ? best.Word : null;
    }

    /// <summary>Levenshtein distance without regard to case.</summary>
    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                var same = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]);
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[to.Length];
    }
}

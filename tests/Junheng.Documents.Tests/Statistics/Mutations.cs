namespace Junheng.Documents.Tests.Statistics;

/// <summary>Seeded damage to bytes: flipped bits, other bytes, inserted marks, gaps, repetitions, cut ends.</summary>
internal static class Mutations
{
    /// <summary>One damaged copy; the same seed gives the same damage.</summary>
    public static byte[] Of(byte[] valid, int seed, ReadOnlySpan<byte> marks)
    {
        var random = new Random(seed);
        var bytes = valid.ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.Insert(at, marks[random.Next(marks.Length)]);
                    break;
                case 3 when bytes.Count > 8:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 7), bytes.Count - at - 1));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
            }
        }

        return random.Next(20) == 0 ? [.. bytes.Take(random.Next(1, bytes.Count))] : [.. bytes];
    }
}

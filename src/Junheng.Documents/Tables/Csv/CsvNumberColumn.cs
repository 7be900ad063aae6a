using System.Collections.Frozen;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Tables;

/// <summary>A column of figures in the making.</summary>
internal sealed class CsvNumberColumn(int capacity)
{
    private Dictionary<int, string>? _exactTexts;

    public double[] Values { get; } = new double[capacity];

    public PresenceBits Present { get; } = new(capacity);

    public void Set(int row, NumberReading reading)
    {
        Values[row] = reading.Value;
        Present.Set(row);
        if (reading.ExactText is not null)
        {
            (_exactTexts ??= [])[row] = reading.ExactText;
        }
    }

    /// <summary>The finished column of the first <paramref name="count"/> rows.</summary>
    public NumberColumn ToColumn(int count)
    {
        if (count == Values.Length)
        {
            return new NumberColumn(Values, Present, _exactTexts?.ToFrozenDictionary());
        }

        var present = new PresenceBits(count);
        for (var row = 0; row < count; row++)
        {
            if (Present[row])
            {
                present.Set(row);
            }
        }

        return new NumberColumn(Values[..count], present, _exactTexts?.ToFrozenDictionary());
    }
}

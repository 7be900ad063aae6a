namespace Junheng.Documents.Tables;

/// <summary>Collects remarks up to a limit and counts the rest, by kind.</summary>
internal sealed class RemarkList(int limit)
{
    private const int LongestText = 100;
    private readonly List<CellRemark> _kept = [];
    private readonly int[] _counts = new int[CellRemarkKinds.Count];

    public IReadOnlyList<CellRemark> Kept => _kept;

    public IReadOnlyList<int> CountsByKind => _counts;

    public void Add(int row, int column, CellRemarkKind kind, string text)
    {
        _counts[(int)kind]++;
        if (_kept.Count < limit)
        {
            _kept.Add(new CellRemark(row, column, kind, text.Length > LongestText ? text[..LongestText] + "…" : text));
        }
    }

    /// <summary>Takes over the remarks of a part whose rows were counted from its own first one.</summary>
    public void AddPart(RemarkList part, int rowOffset)
    {
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            _counts[kind] += part._counts[kind];
        }

        for (var i = 0; i < part._kept.Count && _kept.Count < limit; i++)
        {
            _kept.Add(part._kept[i] with { Row = part._kept[i].Row + rowOffset });
        }
    }
}

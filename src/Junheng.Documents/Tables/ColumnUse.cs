namespace Junheng.Documents.Tables;

/// <summary>What a column is read as.</summary>
public enum ColumnUse : byte
{
    /// <summary>Not read.</summary>
    Ignore = 0,

    /// <summary>Texts, e.g. codes and names.</summary>
    Text = 1,

    /// <summary>Figures.</summary>
    Number = 2,
}

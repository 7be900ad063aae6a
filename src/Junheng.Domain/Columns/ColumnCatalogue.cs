using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Domain.Columns;

/// <summary>What a public column holds.</summary>
public enum ColumnKind : byte
{
    /// <summary>A code that identifies a row; read as text, never as a number.</summary>
    Key = 0,

    /// <summary>Free text.</summary>
    Text = 1,

    /// <summary>One of a closed list of codes.</summary>
    Code = 2,

    /// <summary>A figure.</summary>
    Number = 3,

    /// <summary>A year.</summary>
    Year = 4,

    /// <summary>1 or 0.</summary>
    Flag = 5,
}

/// <summary>A public column of the input layouts.</summary>
/// <param name="Id">Its English id.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Unit of a figure, e.g. <c>m2</c>; empty otherwise.</param>
/// <param name="IsWhole">Whether shortfalls are counted in whole things (persons, rooms).</param>
/// <param name="IsStaged">Whether the school table gives it per stage, as <c>id_primary</c> and so on.</param>
/// <param name="IsItem">Whether it is a resource item that indicators count.</param>
/// <param name="Headings">Chinese headings that name it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Short">Its name inside a sentence: "缺 3 名<c>体育、艺术教师</c>".</param>
/// <param name="Measure">The measure word or unit symbol behind an amount.</param>
public sealed record ColumnDefinition(
    string Id,
    ColumnKind Kind,
    string Unit,
    bool IsWhole,
    bool IsStaged,
    bool IsItem,
    ImmutableArray<string> Headings,
    LocalizedText Title,
    LocalizedText Short,
    LocalizedText Measure);

/// <summary>All public columns: the vocabulary of the layouts.</summary>
public sealed class ColumnCatalogue
{
    private readonly FrozenDictionary<string, ColumnDefinition> _byId;

    /// <summary>A catalogue; ids are unique.</summary>
    public ColumnCatalogue(ImmutableArray<ColumnDefinition> columns)
    {
        Columns = columns;
        _byId = columns.ToFrozenDictionary(column => column.Id, StringComparer.Ordinal);
    }

    /// <summary>The columns in the order of the definition file.</summary>
    public ImmutableArray<ColumnDefinition> Columns { get; }

    /// <summary>The column of an id, or null.</summary>
    public ColumnDefinition? this[string id] => _byId.GetValueOrDefault(id);
}

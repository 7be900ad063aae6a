using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Junheng.Formulas.Types;

/// <summary>A level that formulas can be written for: a class, a unit (school-stage), a school, a county.</summary>
public sealed class FormulaEntityType
{
    private readonly FrozenDictionary<string, FormulaColumn> _byName;

    /// <summary>An entity type.</summary>
    /// <param name="name">Its name, e.g. <c>class</c>.</param>
    /// <param name="collection">The plural under which the levels above reach it, e.g. <c>classes</c>.</param>
    /// <param name="parent">The name of the level just above, or null at the top.</param>
    /// <param name="columns">Its columns, in the order of <see cref="FormulaColumn.Index"/>.</param>
    /// <param name="countUnit">The unit that <c>count</c> gives, e.g. <c>class</c>; plain numbers when left out.</param>
    /// <exception cref="ArgumentException">A name is malformed, reserved or given twice.</exception>
    public FormulaEntityType(string name, string collection, string? parent, IEnumerable<FormulaColumn> columns, Unit? countUnit = null)
    {
        (Name, Collection, Parent, CountUnit) = (FormulaNames.Checked(name), FormulaNames.Checked(collection), parent, countUnit ?? Unit.One);
        Columns = [.. columns.Select((column, index) => column with { Entity = name, Index = index })];
        var byName = new Dictionary<string, FormulaColumn>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (!byName.TryAdd(FormulaNames.Checked(column.Name), column))
            {
                throw new ArgumentException($"Column '{column}' is given twice.", nameof(columns));
            }
        }

        _byName = byName.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Its name, e.g. <c>class</c>.</summary>
    public string Name { get; }

    /// <summary>Its plural, e.g. <c>classes</c>.</summary>
    public string Collection { get; }

    /// <summary>The name of the level just above, or null at the top.</summary>
    public string? Parent { get; }

    /// <summary>The unit that <c>count</c> gives.</summary>
    public Unit CountUnit { get; }

    /// <summary>Its columns, by index.</summary>
    public ImmutableArray<FormulaColumn> Columns { get; }

    /// <summary>The column of a name, or null.</summary>
    public FormulaColumn? Column(string name) => _byName.GetValueOrDefault(name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

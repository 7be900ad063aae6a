using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Junheng.Formulas.Types;

/// <summary>
/// What formulas may speak of: the entity types with their columns, each below at most one other, and the settings. Immutable.
/// </summary>
public sealed class FormulaSchema
{
    private readonly FrozenDictionary<string, FormulaEntityType> _byName;
    private readonly FrozenDictionary<string, FormulaEntityType> _byCollection;
    private readonly FrozenDictionary<string, FormulaSetting> _settings;

    /// <summary>A schema.</summary>
    /// <param name="entities">The entity types, in any order.</param>
    /// <param name="settings">The settings; none when left out.</param>
    /// <exception cref="ArgumentException">A name, collection or setting is given twice, a parent is unknown,
    /// or the levels form a circle or are more than <see cref="FormulaLimits.Levels"/>.</exception>
    public FormulaSchema(IEnumerable<FormulaEntityType> entities, IEnumerable<FormulaSetting>? settings = null)
    {
        Entities = [.. entities];
        _byName = Entities.ToFrozenDictionary(entity => entity.Name, StringComparer.Ordinal);
        _byCollection = Entities.ToFrozenDictionary(entity => entity.Collection, StringComparer.Ordinal);
        _settings = (settings ?? []).ToFrozenDictionary(setting => setting.Id, StringComparer.Ordinal);
        foreach (var entity in Entities)
        {
            RefuseCircle(entity);
        }
    }

    /// <summary>The entity types, in the order given.</summary>
    public ImmutableArray<FormulaEntityType> Entities { get; }

    /// <summary>The settings' ids, in no particular order.</summary>
    public IEnumerable<string> SettingIds => _settings.Keys;

    /// <summary>The entity type of a name, or null.</summary>
    public FormulaEntityType? Entity(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The entity type whose plural is <paramref name="collection"/>, or null.</summary>
    public FormulaEntityType? EntityOfCollection(string collection) => _byCollection.GetValueOrDefault(collection);

    /// <summary>The setting of an id, or null.</summary>
    public FormulaSetting? Setting(string id) => _settings.GetValueOrDefault(id);

    /// <summary>The level just above, or null at the top.</summary>
    public FormulaEntityType? ParentOf(FormulaEntityType entity) => entity.Parent is null ? null : _byName[entity.Parent];

    /// <summary>The column of an entity type.</summary>
    /// <exception cref="ArgumentException">There is none of these names.</exception>
    public FormulaColumn Column(string entity, string name) =>
        Entity(entity)?.Column(name) ?? throw new ArgumentException($"No column '{entity}.{name}'.", nameof(name));

    /// <summary>The same entity types with other settings: a scenario or a province's overlay.</summary>
    public FormulaSchema WithSettings(IEnumerable<FormulaSetting> settings) => new(Entities, settings);

    /// <summary>
    /// The collections to walk from an entity of <paramref name="from"/> down to those of <paramref name="to"/>; null when it is not below.
    /// </summary>
    internal ImmutableArray<string>? PathDown(FormulaEntityType from, FormulaEntityType to)
    {
        var path = ImmutableArray.CreateBuilder<string>();
        for (var at = to; at is not null; at = ParentOf(at))
        {
            if (ReferenceEquals(at, from))
            {
                path.Reverse();
                return path.Count == 0 ? null : path.ToImmutable();
            }

            path.Add(at.Collection);
        }

        return null;
    }

    private void RefuseCircle(FormulaEntityType entity)
    {
        var levels = 1;
        for (var at = entity; at.Parent is not null; levels++)
        {
            at = _byName.GetValueOrDefault(at.Parent) ?? throw new ArgumentException($"'{at.Name}' lies below an unknown '{at.Parent}'.");
            if (levels > FormulaLimits.Levels)
            {
                throw new ArgumentException($"'{entity.Name}' lies too many levels below the top, or below itself.");
            }
        }
    }
}

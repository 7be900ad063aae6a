using System.Collections.Immutable;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency;

/// <summary>All rules that returns are checked by, as read from their definition files with settings applied. Immutable.</summary>
public sealed record CheckSet
{
    /// <summary>The rules, in the order of the files.</summary>
    public required ImmutableArray<CheckRule> Rules { get; init; }

    /// <summary>All settings with their values in use.</summary>
    public required ImmutableArray<Setting> Settings { get; init; }

    /// <summary>The sources that rules refer to.</summary>
    public required ImmutableArray<SourceNote> Sources { get; init; }

    /// <summary>SHA-256 over the definition files, lower-case hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The public columns that rules speak of.</summary>
    public required ColumnCatalogue Columns { get; init; }

    /// <summary>What the formulas were bound to.</summary>
    internal FormulaSchema Schema { get; init; } = null!;

    /// <summary>What each column of the schema stands for.</summary>
    internal CheckColumns Meanings { get; init; } = null!;

    /// <summary>The rules asked on a day, in order.</summary>
    public ImmutableArray<CheckRule> At(DateOnly date) => [.. Rules.Where(rule => rule.HoldsOn(date))];
}

using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Assessment.Structure;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Teachers;

/// <summary>The teacher ratios between the schools of one stage (师资三比例均衡).</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Ratios">One a ratio: the county's share, the coefficient, the exchanges.</param>
/// <param name="Locales">The same shares by locale; only locales that have units.</param>
/// <param name="Rows">One a unit, in the order asked for.</param>
public sealed record CountyStructure(Stage Stage, ImmutableArray<RatioSpread> Ratios, ImmutableArray<LocaleShares> Locales, ImmutableArray<StructureRow> Rows)
{
    /// <summary>The structure; null when the county has no such stage.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="ratios">The ratios.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="sortBy"><c>name</c> or a ratio's id; else by school code.</param>
    /// <param name="descending">Largest first.</param>
    public static CountyStructure? Of(CountyOnFile county, ImmutableArray<TeacherRatio> ratios, Stage stage, string sortBy = "code", bool descending = false)
    {
        if (county.County.Stages.FirstOrDefault(each => each.Stage == stage) is not { } assessed)
        {
            return null;
        }

        var spreads = ratios.Select(ratio => RatioSpread.Of(county.Report.Result, assessed.Block, ratio)).ToImmutableArray();
        var byUnit = spreads.Select(spread => spread.Units.ToDictionary(unit => unit.Unit)).ToList();
        var rows = county.Rows.Where(row => row.Unit.Stage == stage).Select(row => new StructureRow(row, [.. byUnit.Select(units => units[row.Unit.Unit])])).ToList();
        return new CountyStructure(
            stage,
            spreads,
            [.. rows.GroupBy(row => row.Row.Locale).Where(group => group.Key != Locale.Unknown).OrderBy(group => group.Key).Select(group => Shares(group.Key, [.. group], spreads.Length))],
            [.. Sorted(rows, ratios, sortBy, descending)]);
    }

    private static LocaleShares Shares(Locale locale, List<StructureRow> rows, int ratios) =>
        new(locale, rows.Count, [.. Enumerable.Range(0, ratios).Select(k => Share([.. rows.Select(row => row.Units[k])]))]);

    /// <summary>Σ counted ÷ Σ all; null while a unit lacks a figure.</summary>
    private static Rational? Share(List<UnitRatio> units) => units.TrueForAll(unit => unit.Share is not null)
        ? units.Aggregate(Rational.Zero, (sum, unit) => sum + unit.Counted!.Value) / units.Aggregate(Rational.Zero, (sum, unit) => sum + unit.All!.Value)
        : null;

    private static IEnumerable<StructureRow> Sorted(List<StructureRow> rows, ImmutableArray<TeacherRatio> ratios, string sortBy, bool descending)
    {
        var at = Array.FindIndex([.. ratios], ratio => ratio.Id == sortBy);
        IEnumerable<StructureRow> By<T>(Func<StructureRow, T> key, IComparer<T>? comparer = null) => descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        return at >= 0 ? By(row => row.Units[at].Share)
            : sortBy == "name" ? By(row => row.Row.Name, NameOrder.ByPinyin)
            : By(row => row.Row.Unit.SchoolCode, StringComparer.Ordinal);
    }
}

/// <summary>The shares of one locale.</summary>
/// <param name="Locale">Urban, town or rural.</param>
/// <param name="Units">How many units.</param>
/// <param name="Shares">One a ratio; null while a unit lacks a figure.</param>
public sealed record LocaleShares(Locale Locale, int Units, ImmutableArray<Rational?> Shares);

/// <summary>One unit's ratios.</summary>
/// <param name="Row">Its row of the matrix.</param>
/// <param name="Units">One a ratio.</param>
public sealed record StructureRow(SchoolRow Row, ImmutableArray<UnitRatio> Units);

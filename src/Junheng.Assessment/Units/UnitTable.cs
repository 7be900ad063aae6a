using System.Collections.Immutable;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>
/// A standard's view of a raw table: the school-stage units in its scope, in columns, sorted by county, stage and school code (ordinal).
/// The units of one county and stage stand together in a <see cref="StageBlock"/>. Column k is the numerator of the standard's k-th indicator.
/// </summary>
public sealed class UnitTable
{
    /// <summary>How many numerators fit beside the enrolment in a row's presence word.</summary>
    public const int MostNumerators = 31;

    private readonly double[] _enrolment;
    private readonly double[][] _numerators;
    private readonly uint[] _present;
    private readonly bool[] _isVerbatim;
    private readonly UnitFigures _figures;
    private IReadOnlyDictionary<(int Unit, int Indicator), ImmutableArray<NumeratorItem>>? _changes;

    internal UnitTable(
        ImmutableArray<CountyUnits> counties,
        ImmutableArray<StageBlock> blocks,
        ImmutableArray<UnitRef> units,
        UnitColumns columns,
        UnitFigures figures)
    {
        (Counties, Blocks, Units) = (counties, blocks, units);
        (_enrolment, _numerators, _present) = (columns.Enrolment, columns.Numerators, columns.Present);
        _isVerbatim = columns.IsVerbatim;
        _figures = figures;
    }

    /// <summary>Number of units; the bulk columns are longer, see <see cref="UnitColumns.Padding"/>.</summary>
    public int Count => Units.Length;

    /// <summary>The counties, sorted by code; one with no unit in scope is there with empty blocks.</summary>
    public ImmutableArray<CountyUnits> Counties { get; }

    /// <summary>County × stage of the standard, in the order of <see cref="Counties"/> and the standard's stages.</summary>
    public ImmutableArray<StageBlock> Blocks { get; }

    /// <summary>Where each unit comes from.</summary>
    public ImmutableArray<UnitRef> Units { get; }

    /// <summary>The raw table that this is a view of.</summary>
    public StatisticsTable Raw => _figures.Table;

    /// <summary>Pupils of each unit (在校生数); 0 where missing.</summary>
    public ReadOnlySpan<double> Enrolment => _enrolment.AsSpan(0, Count);

    /// <summary>One word a unit: bit 0 = the enrolment is there, bit 1 + k = numerator k is there.</summary>
    public ReadOnlySpan<uint> Present => _present.AsSpan(0, Count);

    /// <summary>Numerator <paramref name="indicator"/> of each unit, in the item's own unit (persons, m², yuan, rooms); 0 where missing.</summary>
    public ReadOnlySpan<double> Numerator(int indicator) => _numerators[indicator].AsSpan(0, Count);

    /// <summary>Whether a unit's enrolment is known.</summary>
    public bool HasEnrolment(int unit) => (_present[unit] & 1) != 0;

    /// <summary>Whether a unit's numerator is known.</summary>
    public bool HasNumerator(int unit, int indicator) => (_present[unit] >> (indicator + 1) & 1) != 0;

    /// <summary>Whether enrolments and a numerator are cells as they stand, each exactly the shortest decimal of its double.</summary>
    internal bool IsVerbatim(int indicator) => _isVerbatim[indicator];

    /// <summary>The stage blocks of a county, in the standard's order of stages.</summary>
    public IEnumerable<StageBlock> BlocksOf(int county)
    {
        var stages = Blocks.Length / Counties.Length;
        for (var at = county * stages; at < (county + 1) * stages; at++)
        {
            yield return Blocks[at];
        }
    }

    /// <summary>A unit's enrolment exactly as in its cell, or null when missing.</summary>
    public Rational? ExactEnrolment(int unit) => _figures.Enrolment(Units[unit]);

    /// <summary>A unit's numerator exactly, through merging, correction and split, or null when missing.</summary>
    public Rational? ExactNumerator(int unit, int indicator) => _figures.Sum(Terms(unit, indicator));

    /// <summary>The raw columns whose blank cells make a unit's numerator missing; empty when it is known.</summary>
    public ImmutableArray<string> MissingCells(int unit, int indicator) => _figures.MissingCells(Units[unit], ItemsOf(unit, indicator));

    /// <summary>How a unit's numerator comes from raw cells: the linear map raw item → unit item at this unit.</summary>
    public ImmutableArray<FigureTerm> Terms(int unit, int indicator) => _figures.Terms(Units[unit], ItemsOf(unit, indicator));

    /// <summary>How a unit's enrolment comes from raw cells: one term a merged campus.</summary>
    public ImmutableArray<FigureTerm> EnrolmentTerms(int unit) => _figures.EnrolmentTerms(Units[unit]);

    /// <summary>How a unit's amount of any public item comes from raw cells: merging and, for items that the standard splits, the split.</summary>
    public ImmutableArray<FigureTerm> TermsOf(int unit, NumeratorItem item) => _figures.Terms(Units[unit], [item]);

    /// <summary>Σ coefficient × cell, exactly; null when a cell is missing.</summary>
    public Rational? Sum(ImmutableArray<FigureTerm> terms) => _figures.Sum(terms);

    /// <summary>Whether every figure of another numerator is given for a unit.</summary>
    internal bool HasFigures(int unit, ImmutableArray<NumeratorItem> items) => _figures.Sum(_figures.Terms(Units[unit], items)) is not null;

    /// <summary>The same view with other numerators at some units; this one stays as it is.</summary>
    internal UnitTable With(IReadOnlyDictionary<(int Unit, int Indicator), ImmutableArray<NumeratorItem>> changes)
    {
        double[][] numerators = [.. _numerators.Select((column, k) => changes.Keys.Any(change => change.Indicator == k) ? (double[])column.Clone() : column)];
        bool[] isVerbatim = [.. _isVerbatim.Select((plain, k) => plain && !changes.Keys.Any(change => change.Indicator == k))];
        var present = (uint[])_present.Clone();
        foreach (var ((unit, indicator), items) in changes)
        {
            if (_figures.Sum(_figures.Terms(Units[unit], items)) is { } amount)
            {
                numerators[indicator][unit] = amount.ToDouble();
                present[unit] |= 2u << indicator;
            }
        }

        return new UnitTable(Counties, Blocks, Units, new UnitColumns(_enrolment, numerators, present, isVerbatim), _figures) { _changes = changes };
    }

    private ImmutableArray<NumeratorItem> ItemsOf(int unit, int indicator) =>
        _changes is not null && _changes.TryGetValue((unit, indicator), out var items) ? items : _figures.Items(indicator);
}

/// <summary>The units of one county and stage: a run of a <see cref="UnitTable"/>.</summary>
/// <param name="County">Index into <see cref="UnitTable.Counties"/>.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Start">First unit.</param>
/// <param name="Count">Number of units.</param>
public readonly record struct StageBlock(int County, Stage Stage, int Start, int Count)
{
    /// <summary>The unit after the last one.</summary>
    public int End => Start + Count;
}

/// <summary>One county of a view.</summary>
public sealed class CountyUnits
{
    private readonly CountyRows _rows;
    private readonly ExcludedUnits _excluded;

    internal CountyUnits(CountyRows rows, string name, int reportYear, ExcludedUnits excluded) =>
        (_rows, Name, ReportYear, _excluded) = (rows, name, reportYear, excluded);

    /// <summary>County code.</summary>
    public string Code => _rows.Code;

    /// <summary>County name; empty when the table has none.</summary>
    public string Name { get; }

    /// <summary>The report year judged; 0 when the rows carry none, −1 when all are later than the date.</summary>
    public int ReportYear { get; }

    /// <summary>Schools and stages outside the standard's scope, sorted by school code and stage; worked out when asked for.</summary>
    public ImmutableArray<ExcludedUnit> Excluded => _excluded.Of(_rows);
}

/// <summary>A unit outside the scope of the standard.</summary>
/// <param name="Row">Where it comes from.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="SchoolCode">Its school.</param>
/// <param name="Reason">The exclusion rule's id, e.g. <c>no_pupils</c>.</param>
public sealed record ExcludedUnit(RowRef Row, Stage Stage, string SchoolCode, string Reason);

/// <summary>Where a unit comes from.</summary>
/// <param name="Row">The raw row (the main school's row, when campuses were merged into it).</param>
/// <param name="Stage">The unit's stage.</param>
public readonly record struct UnitRef(RowRef Row, Stage Stage);

/// <summary>One raw cell's share in a unit's figure: the figure is Σ coefficient × cell.</summary>
/// <param name="Row">The raw row.</param>
/// <param name="Column">The raw column's id.</param>
/// <param name="Coefficient">What the cell is multiplied by; null where it cannot be said because an enrolment is missing.</param>
public readonly record struct FigureTerm(RowRef Row, string Column, Rational? Coefficient);

/// <summary>The bulk columns of a view; arrays of one length.</summary>
/// <param name="Enrolment">Pupils; 0 where missing.</param>
/// <param name="Numerators">One array an indicator; 0 where missing.</param>
/// <param name="Present">Presence words.</param>
/// <param name="IsVerbatim">Per indicator, whether enrolments and numerators are cells as they stand.</param>
internal readonly record struct UnitColumns(double[] Enrolment, double[][] Numerators, uint[] Present, bool[] IsVerbatim)
{
    /// <summary>Unused slots behind the last unit, so that the kernel may read a whole vector at any unit.</summary>
    public const int Padding = 8;

    public static UnitColumns Allocate(int count, int indicators)
    {
        var units = count + Padding;
        var numerators = new double[indicators][];
        for (var k = 0; k < indicators; k++)
        {
            numerators[k] = GC.AllocateUninitializedArray<double>(units);
        }

        return new UnitColumns(GC.AllocateUninitializedArray<double>(units), numerators, GC.AllocateUninitializedArray<uint>(units), new bool[indicators]);
    }
}

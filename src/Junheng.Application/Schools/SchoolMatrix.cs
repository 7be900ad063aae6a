using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Schools;

/// <summary>What of the matrix is wanted; null = everything.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Township">Only this township.</param>
/// <param name="Locale">Only this locale.</param>
/// <param name="Verdict">Only this verdict.</param>
/// <param name="SortBy"><c>code</c>, <c>name</c>, <c>township</c>, <c>pupils</c>, <c>verdict</c>, <c>lacking</c> or an indicator's id.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Columns">Only these columns, in their usual order; null for the usual ones.</param>
public sealed record MatrixQuery(
    Stage Stage, string? Township = null, Locale? Locale = null, Verdict? Verdict = null, string SortBy = "code", bool Descending = false, ImmutableHashSet<string>? Columns = null)
{
    /// <summary>Whether a column is wanted: every indicator and the pupils unless others were chosen.</summary>
    public bool Shows(string column) => Columns is null ? column is not ("code" or "township" or "locale" or "lacking") : Columns.Contains(column);
}

/// <summary>School × indicator of one stage, against norm and floor.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Indicators">The columns.</param>
/// <param name="Numbers">Norm and floor of each column.</param>
/// <param name="Rows">The rows wanted, sorted.</param>
/// <param name="AllRows">How many units the stage has.</param>
/// <param name="Townships">The townships to choose from.</param>
public sealed record SchoolMatrix(
    Stage Stage,
    ImmutableArray<Indicator> Indicators,
    ImmutableArray<IndicatorNumbers> Numbers,
    ImmutableArray<SchoolRow> Rows,
    int AllRows,
    ImmutableArray<string> Townships)
{
    /// <summary>The columns that are no indicators, in their order behind name and verdict.</summary>
    public static ImmutableArray<string> PlainColumns { get; } = ["code", "township", "locale", "pupils", "lacking"];

    /// <summary>The matrix of a county as judged.</summary>
    public static SchoolMatrix Of(CountyOnFile county, MatrixQuery query)
    {
        var result = county.Report.Result;
        var rows = county.Rows.Where(row => row.Unit.Stage == query.Stage).ToList();
        var wanted = rows
            .Where(row => query.Township is null || row.Township == query.Township)
            .Where(row => query.Locale is null || row.Locale == query.Locale)
            .Where(row => query.Verdict is null || row.Unit.Verdict == query.Verdict);
        return new SchoolMatrix(
            query.Stage,
            result.InForce.Standard.Indicators,
            result.InForce.Plan[query.Stage].Indicators,
            [.. Sorted(wanted, query, result.InForce.Standard)],
            rows.Count,
            [.. rows.Select(row => row.Township).Where(name => name.Length > 0).Distinct()]);
    }

    private static IEnumerable<SchoolRow> Sorted(IEnumerable<SchoolRow> rows, MatrixQuery query, Standard standard)
    {
        IEnumerable<SchoolRow> By<T>(Func<SchoolRow, T> key, IComparer<T>? comparer = null) => query.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        return query.SortBy switch
        {
            "name" => By(row => row.Name, NameOrder.ByPinyin),
            "pupils" => By(row => row.Pupils),
            "verdict" => By(row => Rank(row.Unit.Verdict)),
            _ when standard.IndexOf(query.SortBy) is var k and >= 0 => By(row => row.Cells[k].Value),
            "township" => By(row => row.Township, NameOrder.ByPinyin),
            "lacking" => By(row => row.Unit.Findings.Length),
            _ => By(row => row.Unit.SchoolCode, StringComparer.Ordinal),
        };
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.NotMet => 0,
        Verdict.Undecided => 1,
        _ => 2,
    };
}

/// <summary>One unit's row.</summary>
/// <param name="Unit">The unit with its reasons.</param>
/// <param name="Township">Empty when not given.</param>
/// <param name="Locale">Unknown when not given.</param>
/// <param name="Type">Unknown when not given.</param>
/// <param name="Pupils">Enrolment of the stage; null when missing.</param>
/// <param name="Cells">One an indicator.</param>
public sealed record SchoolRow(UnitAssessment Unit, string Township, Locale Locale, SchoolType Type, Rational? Pupils, ImmutableArray<SchoolCell> Cells)
{
    /// <summary>The name to show: the code where there is no name.</summary>
    public string Name => Unit.SchoolName.Length > 0 ? Unit.SchoolName : Unit.SchoolCode;

    /// <summary>The row of a unit.</summary>
    public static SchoolRow Of(AssessmentResult result, UnitAssessment unit)
    {
        var row = result.Units.Units[unit.Unit].Row;
        var part = result.Units.Raw.PartOf(row);
        var pupils = result.Units.ExactEnrolment(unit.Unit);
        return new SchoolRow(
            unit,
            part.Township?[row.Row] ?? "",
            part.Locales?[row.Row] ?? Locale.Unknown,
            part.SchoolTypeOf(row.Row),
            pupils,
            [.. result.InForce.Standard.Indicators.Select((indicator, k) => SchoolCell.Of(indicator, unit, result.Units.ExactNumerator(unit.Unit, k), pupils))]);
    }
}

/// <summary>One figure of the matrix.</summary>
/// <param name="Indicator">Which.</param>
/// <param name="Value">The exact value; null when undecided.</param>
/// <param name="Standing">How it stands against norm and floor.</param>
/// <param name="RoundingSensitive">Whether its printed text would give another verdict.</param>
/// <param name="Finding">Why it is not met or undecided; null when it is met.</param>
public sealed record SchoolCell(Indicator Indicator, Rational? Value, Standing Standing, bool RoundingSensitive, IndicatorFinding? Finding)
{
    internal static SchoolCell Of(Indicator indicator, UnitAssessment unit, Rational? amount, Rational? pupils)
    {
        var finding = unit.Findings.FirstOrDefault(each => each.Indicator.Id == indicator.Id);
        return new SchoolCell(
            indicator,
            amount is { } x && pupils is { Sign: > 0 } p ? indicator.Scale * x / p : null,
            finding?.Standing ?? Standing.Met,
            unit.RoundingSensitive.Any(each => each.Id == indicator.Id),
            finding);
    }
}

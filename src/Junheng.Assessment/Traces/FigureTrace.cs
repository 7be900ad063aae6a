using System.Collections.Immutable;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Traces;

/// <summary>Where one unit's figure comes from, down to the source cells, and what it is held against. Screen, Excel and Word show this same trace.</summary>
/// <param name="CountyCode">County.</param>
/// <param name="SchoolCode">School.</param>
/// <param name="SchoolName">School name; empty when not given.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Formula">Its formula in canonical text.</param>
/// <param name="Numerator">The cells of the numerator.</param>
/// <param name="Enrolment">The cells of the enrolment.</param>
/// <param name="NumeratorTotal">Σ coefficient × cell, exactly; null when a cell is missing.</param>
/// <param name="EnrolmentTotal">Pupils, exactly; null when missing.</param>
/// <param name="Value">The figure, exactly; null when it cannot be said.</param>
/// <param name="Norm">The norm in force; null without one.</param>
/// <param name="Floor">The floor in force; null without one.</param>
/// <param name="Standing">How the unit stands.</param>
/// <param name="Verdict">Met, not met or undecided; not applicable without a norm.</param>
/// <param name="RoundingSensitive">Whether the printed value would give another verdict.</param>
/// <param name="PrintDigits">Decimals of the official form.</param>
public sealed record FigureTrace(
    string CountyCode,
    string SchoolCode,
    string SchoolName,
    Stage Stage,
    Indicator Indicator,
    string Formula,
    ImmutableArray<TracedCell> Numerator,
    ImmutableArray<TracedCell> Enrolment,
    Rational? NumeratorTotal,
    Rational? EnrolmentTotal,
    Rational? Value,
    NumberInForce? Norm,
    NumberInForce? Floor,
    Standing Standing,
    Verdict Verdict,
    bool RoundingSensitive,
    int PrintDigits);

/// <summary>One source cell of a figure.</summary>
/// <param name="Column">Public column id.</param>
/// <param name="Title">The column's name.</param>
/// <param name="SchoolCode">The school of the row: a campus has its own.</param>
/// <param name="Origin">File, sheet and cell.</param>
/// <param name="Cell">The cell's figure, exactly as written; null when blank.</param>
/// <param name="Coefficient">What it is multiplied by: 1, −1 for indoor sports area taken out, or the stage's share of a split; null when that cannot be said.</param>
public sealed record TracedCell(string Column, LocalizedText Title, string SchoolCode, Origin Origin, Rational? Cell, Rational? Coefficient)
{
    /// <summary>What the cell adds to the figure; null when it cannot be said.</summary>
    public Rational? Contribution => Cell is { } cell && Coefficient is { } coefficient ? cell * coefficient : null;
}

/// <summary>A number of the standard with where it stands and since when.</summary>
/// <param name="Value">The number.</param>
/// <param name="From">Since when.</param>
/// <param name="Source">Where it stands and how sure it is.</param>
/// <param name="Overlay">The overlay that gave it; null for the standard itself.</param>
public sealed record NumberInForce(Rational Value, DateOnly From, RuleSource Source, string? Overlay);

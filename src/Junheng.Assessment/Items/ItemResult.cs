using System.Collections.Immutable;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Items;

/// <summary>How a county stands on an evaluation item.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="EasedVerdict">Verdict with the easements in force.</param>
/// <param name="Value">The figure that the form prints, exactly; null when there is none.</param>
/// <param name="Conclusion">The conclusion as written; null when none was given.</param>
/// <param name="Norm">The norm in force; null for items without a number.</param>
/// <param name="Missing">Fields that are missing.</param>
/// <param name="Note">Why it is undecided, or what is worth knowing; null when nothing is.</param>
/// <param name="Inputs">The lines that it was decided from.</param>
/// <param name="DataFindings">Contradictions found.</param>
public sealed record ItemResult(
    string Id,
    Verdict Verdict,
    Verdict EasedVerdict,
    Rational? Value,
    string? Conclusion,
    Rational? Norm,
    ImmutableArray<string> Missing,
    LocalizedText? Note,
    ImmutableArray<ItemFigure> Inputs,
    ImmutableArray<ItemContradiction> DataFindings);

/// <summary>Two sources that say different things about one item.</summary>
/// <param name="Item">The item's id.</param>
/// <param name="Origin">The line that is contradicted.</param>
/// <param name="Message">Both sources, named.</param>
/// <param name="Remedy">How to settle it.</param>
public sealed record ItemContradiction(string Item, Origin Origin, LocalizedText Message, LocalizedText Remedy);

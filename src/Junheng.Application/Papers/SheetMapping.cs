using System.Collections.Immutable;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Papers;

/// <summary>How sure it is that a sheet was read rightly.</summary>
public enum MappingStatus : byte
{
    /// <summary>The sheet has one of the two public layouts.</summary>
    PublicLayout = 0,

    /// <summary>A map that is known from a real form.</summary>
    Known = 1,

    /// <summary>A map that is only assumed: shown to the person, to be checked on a real form.</summary>
    Assumed = 2,

    /// <summary>The sheet was not read.</summary>
    NotRead = 3,
}

/// <summary>What was made of one sheet: which column or cell became which item and by what, what was left over, and every choice that was made.</summary>
/// <param name="File">The file's name without its folder; <c>archive.zip/member.xlsx</c> within an archive.</param>
/// <param name="Sheet">The sheet's name; null for CSV.</param>
/// <param name="MapId">The map; null without one.</param>
/// <param name="MapTitle">The map's title; null without one.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="ReportYear">The report year of the sheet's figures; 0 = not given, or a column of the sheet gives it.</param>
/// <param name="Stage">The stage of the sheet's staged figures; <see cref="Stage.None"/> where each item says its own.</param>
/// <param name="Schools">How many schools it speaks of.</param>
/// <param name="Mapped">What was recognised.</param>
/// <param name="LeftOver">Headings with figures below them that became nothing.</param>
/// <param name="Choices">What was chosen automatically, and by what.</param>
/// <param name="Questions">What could not be decided; each is a finding too.</param>
public sealed record SheetMapping(
    string File,
    string? Sheet,
    string? MapId,
    LocalizedText? MapTitle,
    MappingStatus Status,
    int ReportYear,
    Stage Stage,
    int Schools,
    ImmutableArray<MappedItem> Mapped,
    ImmutableArray<LeftOverHeading> LeftOver,
    ImmutableArray<LocalizedText> Choices,
    ImmutableArray<LocalizedText> Questions)
{
    /// <summary>A map file (YAML) with everything recognised, the left-over headings as comments; null unless drafts were asked for.</summary>
    public string? Draft { get; init; }
}

/// <summary>One item of a sheet.</summary>
/// <param name="Item">Public column id, e.g. <c>pe_art_teachers_primary</c>.</param>
/// <param name="By">What it was recognised by: heading path, or row label × column label.</param>
/// <param name="Cells">The first cell or cells that it was read from, e.g. <c>R6+S6</c>.</param>
/// <param name="Samples">Some of the values read, as texts.</param>
/// <param name="Operation">What was done to the cells: empty, <c>sum</c>, <c>×10000</c>, <c>sum ×10000</c>.</param>
/// <param name="Note">Anything worth knowing; null when nothing.</param>
public sealed record MappedItem(string Item, string By, string Cells, ImmutableArray<string> Samples, string Operation, LocalizedText? Note = null);

/// <summary>A heading that became nothing.</summary>
/// <param name="Path">Its path from the top, parts joined by <c> › </c>.</param>
/// <param name="Cell">Its cell.</param>
/// <param name="Samples">Some of the texts below it.</param>
public sealed record LeftOverHeading(string Path, string Cell, ImmutableArray<string> Samples);

using System.Collections.Immutable;

namespace Junheng.Web.Features.Api;

/// <summary>One page of a list.</summary>
/// <param name="Items">What stands on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Most of a page.</param>
/// <param name="Next">The address of the next page; null on the last.</param>
/// <typeparam name="T">What it lists.</typeparam>
internal sealed record Paged<T>(ImmutableArray<T> Items, int Total, int Page, int Size, string? Next);

/// <summary>A county.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Years">Its report years, newest first.</param>
internal sealed record RegionView(string Code, string Name, ImmutableArray<int> Years);

/// <summary>One stage of a school with its verdict.</summary>
/// <param name="SchoolCode">School.</param>
/// <param name="SchoolName">Its name; empty where none is on record.</param>
/// <param name="Stage">primary or junior.</param>
/// <param name="Verdict">met, not_met, not_applicable or undecided.</param>
/// <param name="EasedVerdict">The same with the easements that hold.</param>
internal sealed record UnitView(string SchoolCode, string SchoolName, string Stage, string Verdict, string EasedVerdict);

/// <summary>One indicator of a unit.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Value">Unrounded; null where something is missing.</param>
/// <param name="Verdict">met, not_met, not_applicable or undecided.</param>
internal sealed record FigureView(string Indicator, double? Value, string Verdict);

/// <summary>A unit with its indicators.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Figures">Its indicators in the order of the standard.</param>
internal sealed record UnitFiguresView(UnitView Unit, ImmutableArray<FigureView> Figures);

/// <summary>A school.</summary>
/// <param name="SchoolCode">Its code.</param>
/// <param name="ResultId">The result that the figures belong to.</param>
/// <param name="Units">Its stages.</param>
internal sealed record SchoolView(string SchoolCode, string ResultId, ImmutableArray<UnitFiguresView> Units);

/// <summary>A return on record.</summary>
/// <param name="ReportYear">Year Y means 1 September Y.</param>
/// <param name="Version">From 1.</param>
/// <param name="File">The file that it came in.</param>
/// <param name="Sha256">That file's hash.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="StoredAt">When it was stored.</param>
internal sealed record ReturnView(int ReportYear, int Version, string File, string Sha256, int Rows, DateTimeOffset StoredAt);

using System.Globalization;
using Junheng.Application.Compare;
using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Application.Regions;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Shared;

/// <summary>The addresses of the pages: county, year and filters always stand in them.</summary>
internal static class Links
{
    public static string Overview(CountyOnFile county, int? year = null) => $"/counties/{Escape(county.County.Code)}{Query(county, year)}";

    public static string Schools(CountyOnFile county, Stage? stage = null, string? verdict = null, string? sort = null) =>
        $"/counties/{Escape(county.County.Code)}/schools{Query(county, ("stage", stage?.Id()), ("verdict", verdict), ("sort", sort))}";

    public static string School(CountyOnFile county, string school) =>
        $"/counties/{Escape(county.County.Code)}/schools/{Escape(school)}{Query(county)}";

    public static string Indicator(CountyOnFile county, string indicator, Stage stage) =>
        $"/counties/{Escape(county.County.Code)}/indicators/{Escape(indicator)}{Query(county, ("stage", stage.Id()))}";

    public static string Item(CountyOnFile county, string item) =>
        $"/counties/{Escape(county.County.Code)}/items/{Escape(item)}{Query(county)}";

    /// <summary>Years and schools side by side; without columns the newest year and the one before.</summary>
    public static string Compare(CountyOnFile county, Stage? stage = null, params ReadOnlySpan<CompareKey> columns)
    {
        var query = new QueryBuilder(county.Basis.Words().Select(word => KeyValuePair.Create(word.Name, word.Value)));
        if (stage is { } chosen)
        {
            query.Add("stage", chosen.Id());
        }

        foreach (var column in columns)
        {
            query.Add("with", column.ToString());
        }

        return $"/counties/{Escape(county.County.Code)}/compare{query}";
    }

    public static string Structure(CountyOnFile county, Stage? stage = null) =>
        $"/counties/{Escape(county.County.Code)}/teachers{Query(county, ("stage", stage?.Id()))}";

    public static string StructureTrace(CountyOnFile county, string school, Stage stage, string ratio) =>
        $"/counties/{Escape(county.County.Code)}/teachers/{Escape(school)}{Query(county, ("stage", stage.Id()), ("ratio", ratio))}";

    public static string Retention(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/retention{Query(county)}";

    public static string SchoolSheet(CountyOnFile county, string school) =>
        $"/counties/{Escape(county.County.Code)}/schools/{Escape(school)}/sheet{Query(county)}";

    public static string Items(CountyOnFile county, string? item = null) =>
        $"/items{Query(county, ("county", county.County.Code))}{(item is null ? "" : "#" + Anchor(item))}";

    public static string WhatIf(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/what-if{Query(county)}";

    /// <summary>What if something in a school's row were otherwise?</summary>
    public static string WhatIf(CountyOnFile county, string school) => $"{WhatIf(county)}#s-{Escape(school)}";

    /// <summary>What if a unit had what it lacks?</summary>
    public static string WhatIf(CountyOnFile county, string school, Stage stage, string indicator) =>
        $"/counties/{Escape(county.County.Code)}/what-if{Query(county, ("school", school), ("stage", stage.Id()), ("indicator", indicator))}";

    public static string Mapping(CountyOnFile? county) => $"/mapping{(county is null ? "" : Query(county, ("county", county.County.Code)))}";

    public static string Modelled(CountyOnFile? county) => $"/modelled{(county is null ? "" : Query(county, ("county", county.County.Code)))}";

    public static string Sizes(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/sizes{Query(county)}";

    public static string Quality(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/data{Query(county)}";

    public static string Trace(CountyOnFile county, string school, Stage stage, string indicator) =>
        $"/trace{Query(county, ("county", county.County.Code), ("school", school), ("stage", stage.Id()), ("indicator", indicator))}";

    public static string Map(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/map{Query(county)}";

    public static string Screen(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/screen{Query(county)}";

    public static string Paper(CountyOnFile county, string format) => $"/counties/{Escape(county.County.Code)}/papers/{format}{Query(county)}";

    public static string Plan(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/plan{Query(county)}";

    public static string Download(string sha256) => $"/files/{sha256}";

    public static string Sheet(string sha256, string? sheet, string? cell = null) =>
        $"/files/{sha256}/sheets/{Escape(LookAtCell.SheetId(sheet))}{Query(("cell", cell))}{(cell is null ? "" : "#cell")}";

    /// <summary>The sheet around an origin; null where its file is not on record or it names no cell.</summary>
    public static string? Cell(CountyOnFile county, Origin origin) =>
        county.FileHash(origin.File) is { } hash && origin.Cell is not null ? Sheet(hash, origin.Sheet, origin.Cell) : null;

    /// <summary>The page of a region; of a county its own first page.</summary>
    public static string Region(RegionNode node, Basis basis) => node.Level == RegionLevel.County ? County(node, basis) : $"/regions/{Escape(node.Code)}{Query(basis)}";

    public static string Regions(RegionNode node, string page, Basis basis) => $"/regions/{Escape(node.Code)}/{page}{Query(basis)}";

    public static string Ranking(RegionNode node, Basis basis, string by) => $"/regions/{Escape(node.Code)}/ranking{Query(basis, ("by", by))}";

    public static string County(RegionNode node, Basis basis) => $"/counties/{Escape(node.Code)}{Query(basis)}";

    public static string Indicator(RegionNode county, Basis basis, string indicator, Stage stage) =>
        $"/counties/{Escape(county.Code)}/indicators/{Escape(indicator)}{Query(basis, ("stage", stage.Id()))}";

    public static string Anchor(string id) => id.Replace('.', '-');

    private static string Escape(string text) => Uri.EscapeDataString(text);

    /// <summary>The year and basis that a county was judged by, then what is special to the page.</summary>
    private static string Query(CountyOnFile county, params ReadOnlySpan<(string Name, string? Value)> values) => Query(county, null, values);

    private static string Query(CountyOnFile county, int? year, params ReadOnlySpan<(string Name, string? Value)> values) => Query(county.Basis with { Year = year ?? county.Year }, values);

    /// <summary>A basis as it stands in an address, then what is special to the page.</summary>
    internal static string Query(Basis basis, params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        if (basis.Year is { } year)
        {
            query.Add(BasisWords.Year, year.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var (name, value) in basis.Words())
        {
            query.Add(name, value);
        }

        Add(query, values);
        return query.ToString();
    }

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        Add(query, values);
        return query.ToString();
    }

    private static void Add(QueryBuilder query, ReadOnlySpan<(string Name, string? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }
}

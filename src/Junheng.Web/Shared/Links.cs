using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Shared;

/// <summary>The addresses of the pages: county, year and filters always stand in them.</summary>
internal static class Links
{
    public static string Overview(CountyOnFile county, int? year = null) => $"/counties/{Escape(county.County.Code)}{Query(("year", Year(county, year)))}";

    public static string Schools(CountyOnFile county, Stage? stage = null, string? verdict = null, string? sort = null) =>
        $"/counties/{Escape(county.County.Code)}/schools{Query(("year", Year(county)), ("stage", stage?.Id()), ("verdict", verdict), ("sort", sort))}";

    public static string School(CountyOnFile county, string school) =>
        $"/counties/{Escape(county.County.Code)}/schools/{Escape(school)}{Query(("year", Year(county)))}";

    public static string Indicator(CountyOnFile county, string indicator, Stage stage) =>
        $"/counties/{Escape(county.County.Code)}/indicators/{Escape(indicator)}{Query(("year", Year(county)), ("stage", stage.Id()))}";

    public static string Items(CountyOnFile county, string? item = null) =>
        $"/items{Query(("county", county.County.Code), ("year", Year(county)))}{(item is null ? "" : "#" + Anchor(item))}";

    public static string WhatIf(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/what-if{Query(("year", Year(county)))}";

    /// <summary>What if a unit had what it lacks?</summary>
    public static string WhatIf(CountyOnFile county, string school, Stage stage, string indicator) =>
        $"/counties/{Escape(county.County.Code)}/what-if{Query(("year", Year(county)), ("school", school), ("stage", stage.Id()), ("indicator", indicator))}";

    public static string Mapping(CountyOnFile? county) => $"/mapping{Query(("county", county?.County.Code))}";

    public static string Modelled(CountyOnFile? county) => $"/modelled{Query(("county", county?.County.Code), ("year", county is null ? null : Year(county)))}";

    public static string Quality(CountyOnFile county) => $"/counties/{Escape(county.County.Code)}/data{Query(("year", Year(county)))}";

    public static string Trace(CountyOnFile county, string school, Stage stage, string indicator) =>
        $"/trace{Query(("county", county.County.Code), ("year", Year(county)), ("school", school), ("stage", stage.Id()), ("indicator", indicator))}";

    public static string Download(string sha256) => $"/files/{sha256}";

    public static string Sheet(string sha256, string? sheet, string? cell = null) =>
        $"/files/{sha256}/sheets/{Escape(LookAtCell.SheetId(sheet))}{Query(("cell", cell))}{(cell is null ? "" : "#cell")}";

    /// <summary>The sheet around an origin; null where its file is not on record or it names no cell.</summary>
    public static string? Cell(CountyOnFile county, Origin origin) =>
        county.FileHash(origin.File) is { } hash && origin.Cell is not null ? Sheet(hash, origin.Sheet, origin.Cell) : null;

    public static string Anchor(string id) => id.Replace('.', '-');

    private static string Year(CountyOnFile county, int? year = null) => (year ?? county.Year).ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in values)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return query.ToString();
    }
}

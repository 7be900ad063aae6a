using System.Collections.Immutable;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms;

/// <summary>What came of looking for a sheet's map.</summary>
/// <param name="Recognised">The sheet with its map; null where there is none.</param>
/// <param name="Rivals">Maps that fit equally well: a question. Empty otherwise.</param>
/// <param name="Nearest">The map that came nearest, where none fits; null where nothing came near.</param>
/// <param name="Match">What that map found and lacked.</param>
internal sealed record Recognition(RecognisedSheet? Recognised, ImmutableArray<FormMap> Rivals, FormMap? Nearest, FormMatch? Match);

/// <summary>Finds the map of a sheet: a clerk's own maps first, then those of the product; among several the one that finds most on the sheet.</summary>
internal sealed class FormRecogniser(FormMaps maps, IReadOnlyList<IFormReader> readers, int? reportYear)
{
    /// <summary>Looks for the map of a sheet.</summary>
    public Recognition Recognise(SheetGrid sheet)
    {
        var year = reportYear ?? SheetHead.Of(sheet).ReportYear()?.Year ?? 0;
        var own = Matches(sheet, maps.Own, year);
        var matches = own.Exists(each => each.Match.IsMatch) ? own : [.. own, .. Matches(sheet, maps.BuiltIn, year)];
        var best = matches.Where(each => each.Match.IsMatch).OrderByDescending(each => each.Match.Weight).ToList();
        if (best.Count == 0)
        {
            var nearest = matches.Where(each => !each.Match.Found.IsEmpty).OrderByDescending(each => each.Match.Weight).FirstOrDefault();
            return new Recognition(null, [], nearest.Map, nearest.Match);
        }

        var rivals = best.Where(each => each.Match.Weight == best[0].Match.Weight).Select(each => each.Map).ToImmutableArray();
        return rivals.Length > 1
            ? new Recognition(null, rivals, null, null)
            : new Recognition(new RecognisedSheet(sheet, best[0].Map, best[0].Match, maps.Own.Contains(best[0].Map)), [], null, null);
    }

    /// <summary>Forms of one school are told by their codes whatever the year: their reader refuses those of another generation.</summary>
    private List<(FormMap Map, FormMatch Match)> Matches(SheetGrid sheet, ImmutableArray<FormMap> candidates, int year)
    {
        var matches = new List<(FormMap Map, FormMatch Match)>();
        foreach (var layout in new[] { FormLayout.Sheet, FormLayout.List })
        {
            var reader = readers.First(each => each.Layout == layout);
            matches.AddRange(candidates
                .Where(map => map.Layout == layout && (layout == FormLayout.Sheet || map.HoldsFor(year)))
                .Select(map => (Map: map, Match: reader.Match(sheet, map)))
                .Where(each => each.Match.IsCertain || each.Map.HoldsFor(year)));
            if (matches.Exists(each => each.Match.IsCertain))
            {
                break;
            }
        }

        return matches;
    }
}

using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Domain.Text;

namespace Junheng.Application.Regions;

/// <summary>
/// Use case: judge the counties of a city, a province or the nation by a basis, all at once in memory. A county's verdict is the same as on its own page: one pure
/// function judges both. Counties without a return of the year are named, not judged by an older one.
/// </summary>
public sealed class AssessRegion(IRegionReturns returns, ReadRegions regions, JudgeTogether judge, IStandardLibrary library, TimeProvider clock)
{
    /// <summary>The region as judged; null where there is no such region or none of its counties may be seen.</summary>
    /// <param name="code">Its code; <see cref="RegionTree.Nation"/> for everything on record.</param>
    /// <param name="basis">By what it is judged.</param>
    /// <param name="maySee">Whether the reader may see a county.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RegionOnFile?> RunAsync(string code, Basis basis, Func<RegionTree, RegionNode, bool> maySee, Language language, CancellationToken cancellation)
    {
        var tree = await regions.RunAsync(cancellation);
        if (tree.Find(code) is not { } node)
        {
            return null;
        }

        var all = tree.CountiesOf(node).ToList();
        var seen = all.Where(county => maySee(tree, county)).ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        var stored = await returns.CountiesAsync(cancellation);
        var scopes = seen.Select(county => county.Scope).ToHashSet();
        var years = stored.Where(county => scopes.Contains(county.Region.Scope)).SelectMany(county => county.Years).Distinct().OrderDescending().ToImmutableArray();
        var year = ReportDates.YearOf(years, basis) ?? basis.Year;
        var judged = await judge.RunAsync(stored, year ?? 0, InForce(basis, year ?? 0, language), cancellation);
        var positions = judged.Outlines.Select((outline, at) => (outline.Code, at)).ToDictionary(each => each.Code, each => each.at, StringComparer.Ordinal);
        var codes = stored.ToDictionary(county => county.Region.Scope, county => county.Region.Code);
        return new RegionOnFile(
            node,
            tree.Trail(node),
            tree,
            basis with { Year = year },
            years,
            judged,
            [.. seen.Select(county => County(tree, county, judged, Position(county)))],
            all.Count - seen.Count);

        int Position(RegionNode county) => positions.TryGetValue(county.Code, out var at) || (county.Scope is { } scope && codes.TryGetValue(scope, out var former) && positions.TryGetValue(former, out at)) ? at : -1;
    }

    private StandardInForce InForce(Basis basis, int year, Language language) => library.Open(basis.Standard, language) switch
    {
        StandardOpening.Opened opened => opened.Standard.At(basis.Date ?? ReportDates.Within(year, DateOnly.FromDateTime(clock.GetLocalNow().DateTime))),
        StandardOpening.Refused refused => throw new InvalidOperationException($"The standard is unsound: {refused.Findings[0].Message}"),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    private static CountyInRegion County(RegionTree tree, RegionNode node, JudgedCounties judged, int at)
    {
        var trail = tree.Trail(node);
        return new CountyInRegion(
            node,
            trail.FirstOrDefault(each => each.Level == RegionLevel.City),
            trail.FirstOrDefault(each => each.Level == RegionLevel.Province),
            at,
            at < 0 ? null : judged.Outlines[at]);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Registers;

namespace Junheng.Application.Regions;

/// <summary>One region of the tree.</summary>
/// <param name="Code">Six digits; of a county the present code.</param>
/// <param name="Name">Its name; empty where nobody has registered one.</param>
/// <param name="Level">Nation, province, city or county.</param>
/// <param name="Above">The code of the region above; null for the nation.</param>
/// <param name="Scope">Its number; null for a region that is only known from the codes of its counties.</param>
public sealed record RegionNode(string Code, string Name, RegionLevel Level, string? Above, ScopeId? Scope);

/// <summary>
/// 国 → 省 → 市 → 县, as the register says; where it is silent, by the digits of the codes (GB/T 2260: two for the province, four for the city).
/// </summary>
public sealed class RegionTree
{
    /// <summary>The code of the nation: everything on record.</summary>
    public const string Nation = "000000";

    private readonly FrozenDictionary<string, RegionNode> _byCode;
    private readonly FrozenDictionary<string, ImmutableArray<RegionNode>> _below;
    private readonly FrozenDictionary<ScopeId, RegionNode> _byScope;

    private RegionTree(Dictionary<string, RegionNode> nodes)
    {
        _byCode = nodes.ToFrozenDictionary(StringComparer.Ordinal);
        _below = nodes.Values.Where(node => node.Above is not null).GroupBy(node => node.Above!).ToFrozenDictionary(group => group.Key, group => group.OrderBy(node => node.Code, StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        Counties = [.. nodes.Values.Where(node => node.Level == RegionLevel.County).OrderBy(node => node.Code, StringComparer.Ordinal)];
        _byScope = nodes.Values.Where(node => node.Scope is not null).ToFrozenDictionary(node => node.Scope!.Value);
    }

    /// <summary>The tree of regions on record on a day.</summary>
    /// <param name="regions">Every region that has a scope.</param>
    /// <param name="register">The registers as they stood on the day.</param>
    public static RegionTree Of(IEnumerable<Region> regions, RegisterSnapshot register)
    {
        var nodes = new Dictionary<string, RegionNode>(StringComparer.Ordinal) { [Nation] = new(Nation, "", RegionLevel.Nation, null, null) };
        var known = regions.Select(region => (Region: region, State: register.Find(new SubjectId(SubjectKind.Region, region.Scope.Value)))).ToList();
        var codes = known.ToDictionary(each => each.Region.Scope.Value, each => each.State?.Code is { Length: > 0 } code ? code : each.Region.Code);
        foreach (var (region, state) in known)
        {
            var parent = state?.Parent?.Number ?? region.Parent?.Value;
            var code = codes[region.Scope.Value];
            var above = parent is { } number && codes.TryGetValue(number, out var registered) ? registered : ByDigits(code, region.Level);
            nodes[code] = new RegionNode(code, state?.Name is { Length: > 0 } name ? name : region.Name, region.Level, above, region.Scope);
        }

        foreach (var node in nodes.Values.ToList())
        {
            for (var above = node.Above; above is not null && !nodes.ContainsKey(above); above = nodes[above].Above)
            {
                var level = above.EndsWith("0000", StringComparison.Ordinal) ? RegionLevel.Province : RegionLevel.City;
                nodes[above] = new RegionNode(above, "", level, ByDigits(above, level), null);
            }
        }

        return new RegionTree(nodes);
    }

    /// <summary>Every county, by code.</summary>
    public ImmutableArray<RegionNode> Counties { get; }

    /// <summary>The region of a code; null where there is none.</summary>
    public RegionNode? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The region of a scope; null where there is none.</summary>
    public RegionNode? Find(ScopeId scope) => _byScope.GetValueOrDefault(scope);

    /// <summary>The regions straight below, by code.</summary>
    public ImmutableArray<RegionNode> Below(RegionNode node) => _below.GetValueOrDefault(node.Code, []);

    /// <summary>Every county in a region, the region itself where it is one; by code.</summary>
    public IEnumerable<RegionNode> CountiesOf(RegionNode node) =>
        node.Level == RegionLevel.County ? [node] : Below(node).SelectMany(CountiesOf);

    /// <summary>From the nation down to the region itself.</summary>
    public ImmutableArray<RegionNode> Trail(RegionNode node)
    {
        var trail = new List<RegionNode> { node };
        for (var at = node; at.Above is { } above && trail.Count <= 4; at = trail[^1])
        {
            trail.Add(_byCode[above]);
        }

        trail.Reverse();
        return [.. trail];
    }

    /// <summary>The scopes that a region lies in, itself first: what a grant may name.</summary>
    public ImmutableArray<ScopeId> ScopesOf(RegionNode node) => [.. Trail(node).Reverse().Select(each => each.Scope).OfType<ScopeId>()];

    private static string ByDigits(string code, RegionLevel level) => level switch
    {
        RegionLevel.County when code.Length == 6 => code[..4] + "00",
        RegionLevel.City when code.Length == 6 => code[..2] + "0000",
        _ => Nation,
    };
}

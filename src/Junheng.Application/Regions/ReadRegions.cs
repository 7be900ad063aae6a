using Junheng.Application.Registers;

namespace Junheng.Application.Regions;

/// <summary>Use case: the tree of regions today. It is made anew only when a region or an event of the registers was added.</summary>
public sealed class ReadRegions(IRegionReturns returns, IRegisters registers, TimeProvider clock)
{
    private volatile Kept? _kept;

    /// <summary>The tree.</summary>
    public async Task<RegionTree> RunAsync(CancellationToken cancellation)
    {
        var regions = await returns.RegionsAsync(cancellation);
        var register = await registers.ReadAsync(cancellation);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var stamp = new Stamp(register.LastNumber, today, regions.Length, regions.Aggregate(0, (hash, region) => HashCode.Combine(hash, region)));
        if (_kept is { } kept && kept.Stamp == stamp)
        {
            return kept.Tree;
        }

        var tree = RegionTree.Of(regions, register.AsAt(today));
        _kept = new Kept(stamp, tree);
        return tree;
    }

    private sealed record Kept(Stamp Stamp, RegionTree Tree);

    private sealed record Stamp(long LastEvent, DateOnly Day, int Regions, int Hash);
}

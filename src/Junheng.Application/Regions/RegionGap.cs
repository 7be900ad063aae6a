using System.Collections.Immutable;
using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Standards;

namespace Junheng.Application.Regions;

/// <summary>How far the counties of a region lie apart (县际差距, S009): every indicator at every stage.</summary>
/// <param name="Counties">The counties compared, by code.</param>
/// <param name="Rows">One a stage and indicator, in the standard's order.</param>
public sealed record RegionGap(ImmutableArray<CountyInRegion> Counties, ImmutableArray<GapRow> Rows)
{
    /// <summary>The gaps of a region.</summary>
    public static RegionGap Of(RegionOnFile region)
    {
        var counties = region.Reported.ToImmutableArray();
        var indices = counties.Select(county => county.Index).ToList();
        var standard = region.InForce.Standard;
        return new RegionGap(counties,
        [
            .. from stage in Enumerable.Range(0, standard.Stages.Length)
               from k in Enumerable.Range(0, standard.Indicators.Length)
               let gap = CountyGap.Of(region.Judged.Result.Units, indices, stage, k)
               select new GapRow(
                   stage, standard.Indicators[k], gap.Between.WeightedCv, gap.All, gap.ShareBetween, gap.Between.Mean * standard.Indicators[k].Scale.ToDouble(),
                   [.. gap.Counties.Select(each => new CountyFigure(each.Mean * standard.Indicators[k].Scale.ToDouble(), each.Missing))]),
        ]);
    }
}

/// <summary>One indicator at one stage, between counties.</summary>
/// <param name="Stage">Position of the stage in the standard.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="BetweenCv">The pupil-weighted coefficient of the counties' means; null where undefined.</param>
/// <param name="AllCv">The coefficient of all schools of the region together; null where undefined.</param>
/// <param name="ShareBetween">Which part of the squared differences lies between counties; null where undefined.</param>
/// <param name="Mean">The region's mean in the indicator's unit.</param>
/// <param name="Counties">Each county's mean, in the order of the counties.</param>
public sealed record GapRow(int Stage, Indicator Indicator, double? BetweenCv, double? AllCv, double? ShareBetween, double? Mean, ImmutableArray<CountyFigure> Counties)
{
    /// <summary>Position of the county with the largest mean; −1 where there is none.</summary>
    public int Largest => At(Counties.Max(each => each.Mean));

    /// <summary>Position of the county with the smallest mean; −1 where there is none.</summary>
    public int Smallest => At(Counties.Min(each => each.Mean));

    private int At(double? mean) => mean is null ? -1 : Counties.Select(each => each.Mean).ToList().IndexOf(mean);
}

/// <summary>A county's mean.</summary>
/// <param name="Mean">In the indicator's unit; null where no school has the figures.</param>
/// <param name="Missing">How many school-stages lack a figure.</param>
public sealed record CountyFigure(double? Mean, int Missing);

using System.Collections.Immutable;
using Junheng.Assessment.Units;

namespace Junheng.Assessment.Dispersion;

/// <summary>
/// How far counties lie apart in one indicator at one stage (县际差距): the counties' means as places, weighted by pupils, beside the dispersion of all their units.
/// The square of the latter is the square of the former plus what lies within the counties. For information: no standard limits it.
/// </summary>
/// <param name="Between">Between counties, over the units that have both figures; ratios without the indicator's scale.</param>
/// <param name="All">The weighted coefficient of all those units together; null where it is undefined.</param>
/// <param name="ShareBetween">The part of the squared coefficient that lies between the counties, 0 to 1; null where it is undefined.</param>
/// <param name="Counties">One a county asked for, in that order.</param>
public sealed record CountyGap(DispersionSummary Between, double? All, double? ShareBetween, ImmutableArray<CountyMean> Counties)
{
    /// <summary>The gap between counties of a view. Linear in their units.</summary>
    /// <param name="units">The view.</param>
    /// <param name="counties">Indices of counties.</param>
    /// <param name="stage">Position of the stage in the standard.</param>
    /// <param name="indicator">Position of the indicator.</param>
    public static CountyGap Of(UnitTable units, IReadOnlyList<int> counties, int stage, int indicator)
    {
        var stages = units.Counties.Length == 0 ? 0 : units.Blocks.Length / units.Counties.Length;
        var (all, places, means) = (new List<Place>(), new List<Place>(), ImmutableArray.CreateBuilder<CountyMean>(counties.Count));
        foreach (var county in counties)
        {
            var block = units.Blocks[(county * stages) + stage];
            var (amount, pupils, known) = (0.0, 0.0, 0);
            for (var unit = block.Start; unit < block.End; unit++)
            {
                if (units.HasEnrolment(unit) && units.HasNumerator(unit, indicator))
                {
                    var place = new Place(units.Numerator(indicator)[unit], units.Enrolment[unit]);
                    all.Add(place);
                    (amount, pupils, known) = (amount + place.Numerator, pupils + place.Denominator, known + 1);
                }
            }

            means.Add(new CountyMean(county, pupils > 0 ? amount / pupils : null, pupils, known, block.Count - known));
            if (pupils > 0)
            {
                places.Add(new Place(amount, pupils));
            }
        }

        var between = DispersionSummary.Of(places, counties.Count - places.Count);
        var total = DispersionSummary.Of(all).WeightedCv;
        double? share = between.WeightedCv is { } apart && total is > 0 ? Math.Min(1, apart * apart / (total.Value * total.Value)) : null;
        return new CountyGap(between, total, share, means.ToImmutable());
    }
}

/// <summary>A county's mean of one indicator at one stage.</summary>
/// <param name="County">Index into the view's counties.</param>
/// <param name="Mean">Amount ÷ pupils over the units that have both, without the indicator's scale; null when none has.</param>
/// <param name="Pupils">Pupils of those units.</param>
/// <param name="Known">Units that have both figures.</param>
/// <param name="Missing">Units that lack one.</param>
public sealed record CountyMean(int County, double? Mean, double Pupils, int Known, int Missing);

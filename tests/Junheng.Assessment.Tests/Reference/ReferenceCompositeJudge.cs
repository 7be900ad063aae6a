namespace Junheng.Assessment.Tests.Reference;

/// <summary>The composite CV of 2012: the arithmetic mean of the unrounded single CVs, against one limit per stage.</summary>
public static class ReferenceCompositeJudge
{
    private const int EnclosureDigits = 100;
    private const int PrintedDecimals = 3;

    /// <summary>The composite of a stage: null where a single CV is null, undecided while any single CV has a reason.</summary>
    public static ReferenceComposite Judge(IReadOnlyList<ReferenceSpread> spreads, ReferenceNumber limit)
    {
        if (spreads.Any(spread => spread.CvSquared is null))
        {
            return new(null, null, null, null, limit, ReferenceVerdict.Undecided, false);
        }

        var complete = Judge([.. spreads.Select(spread => spread.CvSquared!)], limit);
        return spreads.All(spread => spread.CvReason is null)
            ? complete
            : complete with { CvVerdict = ReferenceVerdict.Undecided, RoundingSensitive = false };
    }

    /// <summary>The composite of squared CVs that are all known. An enclosure that still contains the limit counts as met.</summary>
    public static ReferenceComposite Judge(IReadOnlyList<ReferenceNumber> cvSquares, ReferenceNumber limit)
    {
        var roots = cvSquares.Select(square => ReferenceSquareRoot.Enclose(square, EnclosureDigits)).ToList();
        var count = ReferenceNumber.Of(roots.Count);
        var lower = ReferenceNumber.Sum(roots.Select(root => root.Lower)) / count;
        var upper = ReferenceNumber.Sum(roots.Select(root => root.Upper)) / count;
        var holds = lower <= limit;
        var printed = upper.Printed(PrintedDecimals);
        return new(lower, upper, lower.ToDouble(), printed, limit, ReferenceVerdicts.Of(holds), RoundingSensitive: printed <= limit != holds);
    }
}

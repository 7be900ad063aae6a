namespace Junheng.Assessment.Tests.Reference;

/// <summary>Which units a standard leaves out, and the first reason that applies. A missing enrolment or type excludes nobody by itself.</summary>
public static class ReferenceScope
{
    private static readonly ReferenceNumber SmallestTeachingPoint = ReferenceNumber.Of(50);

    /// <summary>Organisers whose schools the 2012 method counts: county education bureau (7) and other county bodies (8).</summary>
    private static readonly int[] CountyOrganisers = [7, 8];

    /// <summary>The reason why the unit is out of scope, or null where it counts.</summary>
    public static string? ReasonOutside(ReferenceUnit unit, ReferenceStandard standard)
    {
        if (unit.Enrolment is { Sign: 0 })
        {
            return "no_pupils";
        }

        if (unit.SchoolType is "special" or "vocational")
        {
            return unit.SchoolType;
        }

        var isTeachingPoint = unit.SchoolType == "teaching_point";
        if (isTeachingPoint && unit.Enrolment is { } pupils && pupils < SmallestTeachingPoint)
        {
            return "teaching_point_under_50";
        }

        return standard.Year == 2012 ? ReasonOutside2012(unit, isTeachingPoint) : null;
    }

    private static string? ReasonOutside2012(ReferenceUnit unit, bool isTeachingPoint)
    {
        if (isTeachingPoint)
        {
            return "teaching_point";
        }

        return unit.OrganiserType is { } organiser && !CountyOrganisers.Contains(organiser) ? "organiser" : null;
    }
}

using Junheng.Application.Access;
using Junheng.Application.Regions;
using Junheng.Application.Samples;

namespace Junheng.Web.Gate;

/// <summary>Which counties of a region the reader of a request may see: one decision each, in the one place where access is decided.</summary>
internal static class SeenCounties
{
    /// <summary>The question for one county.</summary>
    public static Func<RegionTree, RegionNode, bool> Of(HttpContext context)
    {
        var subjects = context.RequestServices.GetRequiredService<AccessSubjects>();
        var isDemo = context.Features.Get<OpenDemo>() is { IsOpen: true };
        return (tree, county) => subjects.Decide(context, AccessAction.ViewFigures, Subject(tree, county, isDemo)) == AccessDecision.Allowed;
    }

    /// <summary>A county as what access is decided about.</summary>
    public static AccessSubject Subject(RegionTree tree, RegionNode county, bool isDemo) =>
        new(tree.ScopesOf(county), IsOpenDemo: isDemo && (county.Code == SampleCounty.Code || SampleLargeProvince.Holds(county.Code)));
}

/// <summary>The regions that the page of a county lies in.</summary>
/// <param name="Nodes">From the nation down to the county.</param>
internal sealed record RegionTrail(System.Collections.Immutable.ImmutableArray<RegionNode> Nodes);

/// <summary>Whether the demo stood open when the gate decided about a request.</summary>
/// <param name="IsOpen">Whether it did.</param>
internal sealed record OpenDemo(bool IsOpen);

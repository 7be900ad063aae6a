using Junheng.Assessment.Standards;

namespace Junheng.Application.Explain;

/// <summary>What a source is called: readers know titles, not tags.</summary>
public static class SourceWords
{
    private const string PlanTexts = "SEED";

    /// <summary>The title of a source that a standard lists; of a system of the plan texts (S001 …) theirs; the tag itself otherwise.</summary>
    public static string Of(Standard standard, string tag) =>
        standard.Sources.FirstOrDefault(each => each.Tag == (IsOfPlanTexts(tag) ? PlanTexts : tag))?.Title ?? tag;

    private static bool IsOfPlanTexts(string tag) => tag.Length == 4 && tag[0] == 'S' && tag.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

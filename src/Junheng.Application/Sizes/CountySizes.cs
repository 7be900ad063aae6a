using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Schools;
using Junheng.Assessment.Items;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Structure;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Sizes;

/// <summary>Sizes of a county's schools and classes against the caps of its standard, and the years ahead (大校额、大班额, S026).</summary>
/// <param name="Schools">The item of school sizes as judged; null where the standard has none.</param>
/// <param name="Classes">The item of class sizes as judged; null where the standard has none.</param>
/// <param name="Caps">The caps; null where the standard has none.</param>
/// <param name="Years">The years looked ahead.</param>
/// <param name="Rows">One a school: those above a cap first, then those that will be, then by pinyin.</param>
public sealed record CountySizes(ItemResult? Schools, ItemResult? Classes, CapNumbers? Caps, ImmutableArray<int> Years, ImmutableArray<SchoolSize> Rows)
{
    /// <summary>The sizes of a county as judged. Linear in its rows.</summary>
    public static CountySizes Of(CountyOnFile county, SizeCaps caps)
    {
        var result = county.Report.Result;
        ItemResult? Item(string id) => county.County.Items.FirstOrDefault(each => each.Id == id);
        var years = Enumerable.Range(county.Year + 1, caps.Years).ToImmutableArray();
        if (CapNumbers.Of(result.InForce, caps) is not { } numbers)
        {
            return new CountySizes(null, null, null, years, []);
        }

        var schools = SizeRows.Of(county).Select(rows => SchoolSize.Of(rows, numbers, caps.Years)).OfType<SchoolSize>();
        return new CountySizes(
            Item(caps.SchoolItem),
            Item(caps.ClassItem),
            numbers,
            years,
            [.. schools.OrderBy(Rank).ThenByDescending(school => school.IsTooLarge).ThenBy(school => school.Name, NameOrder.ByPinyin)]);
    }

    private static int Rank(SchoolSize school) =>
        school.IsTooLarge || school.HasLargeClass == true ? 0 : school.HasLargeClass is null && school.Largest is not null ? 1 : school.Ahead.Any(year => year.IsTooLarge == true || year.NeedsClasses == true) ? 2 : 3;
}

/// <summary>The caps in force.</summary>
/// <param name="Single">Pupils of a school of one stage.</param>
/// <param name="Combined">Pupils of the compulsory stages of a combined school.</param>
/// <param name="OfClass">Pupils of a class by stage.</param>
/// <param name="SchoolItem">The item of school sizes.</param>
/// <param name="ClassItem">The item of class sizes.</param>
public sealed record CapNumbers(Rational Single, Rational Combined, ImmutableDictionary<Stage, Rational> OfClass, EvaluationItem SchoolItem, EvaluationItem ClassItem)
{
    /// <summary>The caps of a standard on its day; null where it has none.</summary>
    public static CapNumbers? Of(StandardInForce inForce, SizeCaps caps)
    {
        EvaluationItem? Item(string id) => inForce.Standard.Items.FirstOrDefault(each => each.Id == id && !each.Norms.IsEmpty);
        if (Item(caps.SchoolItem) is not { } schools || Item(caps.ClassItem) is not { } classes)
        {
            return null;
        }

        var (ofSchool, ofClass) = (schools.Norms[inForce.NormIndex(schools)].Named, classes.Norms[inForce.NormIndex(classes)].Named);
        return ofSchool.TryGetValue("single", out var single) && ofSchool.TryGetValue("combined", out var combined)
            ? new CapNumbers(single, combined, Stages.All.Where(stage => ofClass.ContainsKey(stage.Id())).ToImmutableDictionary(stage => stage, stage => ofClass[stage.Id()]), schools, classes)
            : null;
    }
}

using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Reports;
using Junheng.Assessment.Items;
using Junheng.Assessment.Retention;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Application.Items;

/// <summary>One evaluation item of a county: what it asks, what was given, what comes out, and what the tables say of the same.</summary>
/// <param name="Item">The item.</param>
/// <param name="Part">The part of the verdict that it belongs to.</param>
/// <param name="Result">How the county stands.</param>
/// <param name="Norm">Its norms in force; null without any.</param>
/// <param name="Source">The source that the norms name; null when it is not listed.</param>
/// <param name="Formula">The requirement in canonical text; null when a conclusion decides.</param>
/// <param name="ValueFormula">How the printed figure is computed; null without one.</param>
/// <param name="Fields">Every field of the item, given or not.</param>
/// <param name="Table">What the school table counts.</param>
/// <param name="Cohort">The cohort whose retention the item states; null for other items.</param>
/// <param name="Easements">The easements of the item.</param>
/// <param name="Holder">Who usually has the figures.</param>
/// <param name="Before">The item before it in the standard; null for the first.</param>
/// <param name="After">The item behind it; null for the last.</param>
public sealed record ItemPortrait(
    EvaluationItem Item,
    StandardPart Part,
    ItemResult Result,
    DatedItemNorm? Norm,
    SourceNote? Source,
    string? Formula,
    string? ValueFormula,
    ImmutableArray<ItemLine> Fields,
    ImmutableArray<TableComparison> Table,
    CohortRetention? Cohort,
    ImmutableArray<Easement> Easements,
    LocalizedText Holder,
    EvaluationItem? Before,
    EvaluationItem? After)
{
    /// <summary>The portrait; null when the standard has no such item.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="id">The item's id.</param>
    /// <param name="cohorts">The cohorts known.</param>
    public static ItemPortrait? Of(CountyOnFile county, string id, ImmutableArray<Cohort> cohorts)
    {
        var (result, inForce) = (county.Report.Result, county.Report.Result.InForce);
        var items = inForce.Standard.Items;
        if (items.FirstOrDefault(each => each.Id == id) is not { } item || inForce.Standard.Parts.FirstOrDefault(part => Names(part.Rule, id)) is not { } part)
        {
            return null;
        }

        var (at, stated, index) = (items.IndexOf(item), county.County.Items.First(each => each.Id == id), inForce.NormIndex(item));
        var norm = item.Norms.IsEmpty ? null : item.Norms[index];
        return new ItemPortrait(
            item,
            part,
            stated,
            norm,
            inForce.Standard.Sources.FirstOrDefault(source => source.Tag == norm?.Source.Tag),
            item.Test?.ByNorm[index].ToString(),
            item.Value?.ByNorm[index].ToString(),
            [.. item.Fields.Append(EvaluationItem.Conclusion).Select(field => new ItemLine(field, [.. stated.Inputs.Where(line => line.Field == field.Id)])).Where(line => line.Field != EvaluationItem.Conclusion || line.Given.Length > 0 || item.Test is null)],
            [.. result.TableReadings(result.IndexOf(county.County.Code), item).Select(reading => TableComparison.Of(reading, stated))],
            cohorts.FirstOrDefault(each => each.Item == id) is { } cohort ? CohortRetention.Of(result.Units.Raw, cohort, county.Year, norm?.Norm) : null,
            [.. inForce.Standard.Easements.Where(easement => easement.Item == id)],
            UsualHolders.OfItem(id),
            at > 0 ? items[at - 1] : null,
            at < items.Length - 1 ? items[at + 1] : null);
    }

    private static bool Names(VerdictRule rule, string id) => rule switch
    {
        VerdictRule.All all => all.Rules.Any(inner => Names(inner, id)),
        VerdictRule.Items each => each.Ids.Contains(id),
        VerdictRule.Veto veto => veto.Ids.Contains(id),
        VerdictRule.Manual manual => manual.Id == id,
        _ => false,
    };
}

/// <summary>A field of an item with what was given for it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Given">The lines that give it: none when it is missing, several when sources disagree.</param>
public sealed record ItemLine(ItemField Field, ImmutableArray<ItemFigure> Given);

/// <summary>What the school table counts beside what is stated.</summary>
/// <param name="Reading">From the table.</param>
/// <param name="Stated">The stated figure of the same field; null when none is stated or it states none.</param>
/// <param name="Agrees">Whether both say the same; null while one of them is open.</param>
public sealed record TableComparison(TableReading Reading, Rational? Stated, bool? Agrees)
{
    internal static TableComparison Of(TableReading reading, ItemResult item)
    {
        Rational? stated = reading.Count.Field is { } field && item.Inputs.FirstOrDefault(line => line.Field == field) is { } line && Rational.TryParseDecimal(line.Text, out var number) ? number : null;
        return new TableComparison(reading, stated, stated is { } said && reading.Total is { } counted ? said == counted : null);
    }
}

using System.Collections.Immutable;
using Junheng.Assessment.Units;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Standards;

/// <summary>
/// An evaluation standard, read from its definition files with overlays and settings applied. Immutable; a scenario or a province's stricter value
/// is another object with another <see cref="ContentHash"/>. What holds on a day is <see cref="At"/>.
/// </summary>
public sealed record Standard
{
    /// <summary>Public id, e.g. <c>cn-2017-quality-balance</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the definition.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the definition files and overlays, lower-case hex: reproduces an old verdict.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>First day it was in force.</summary>
    public required DateOnly Effective { get; init; }

    /// <summary>Ids of the overlays applied, in order.</summary>
    public required ImmutableArray<string> Overlays { get; init; }

    /// <summary>The stages it judges, in order.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>Decimals of its form.</summary>
    public required PrintDigits Print { get; init; }

    /// <summary>Its indicators, in order.</summary>
    public required ImmutableArray<Indicator> Indicators { get; init; }

    /// <summary>Which units are left out, first applicable reason first.</summary>
    public required ImmutableArray<ScopeRule> Scope { get; init; }

    /// <summary>How shared resources are divided.</summary>
    public required SplitRule Split { get; init; }

    /// <summary>The correction for indoor sports area; null when the standard makes none.</summary>
    public required IndoorSportsRule? IndoorSports { get; init; }

    /// <summary>The parts of the county verdict, in order.</summary>
    public required ImmutableArray<StandardPart> Parts { get; init; }

    /// <summary>The items that are not per school, in order.</summary>
    public required ImmutableArray<EvaluationItem> Items { get; init; }

    /// <summary>Transitional easements.</summary>
    public required ImmutableArray<Easement> Easements { get; init; }

    /// <summary>All settings with their values in use.</summary>
    public required ImmutableArray<Setting> Settings { get; init; }

    /// <summary>The sources that rules refer to.</summary>
    public required ImmutableArray<SourceNote> Sources { get; init; }

    /// <summary>What is modelled, partly or not.</summary>
    public required ImmutableArray<ModelledRule> Modelled { get; init; }

    /// <summary>The public columns that its formulas speak of.</summary>
    public required ColumnCatalogue Columns { get; init; }

    /// <summary>The items (columns) that its indicators need, each once, in order of first use.</summary>
    public IEnumerable<string> RequiredItems => Indicators.SelectMany(indicator => indicator.Numerator).Select(item => item.Item).Distinct(StringComparer.Ordinal);

    /// <summary>The standard as it holds on a day.</summary>
    public StandardInForce At(DateOnly date) => new(this, date);
}

/// <summary>A per-pupil figure of a unit.</summary>
/// <param name="Id">Public id, e.g. <c>R1</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Short">A name for table heads.</param>
/// <param name="Unit">Its unit as printed, e.g. 人/百人.</param>
/// <param name="Formula">How it is computed at a unit.</param>
/// <param name="Scale">100 for "per 100 pupils", else 1.</param>
/// <param name="Numerator">The linear numerator over the enrolment.</param>
/// <param name="Norms">Its dated numbers: the standard's in order of date, then overlays'.</param>
public sealed record Indicator(
    string Id,
    LocalizedText Title,
    LocalizedText Short,
    LocalizedText Unit,
    BoundFormula Formula,
    Domain.Numbers.Rational Scale,
    ImmutableArray<NumeratorItem> Numerator,
    ImmutableArray<DatedNorm> Norms)
{
    /// <summary>The item that a shortfall is counted in: the numerator's first.</summary>
    public string Item => Numerator[0].Item;
}

/// <summary>Why a unit is not judged.</summary>
/// <param name="Reason">Public id, e.g. <c>teaching_point_under_50</c>.</param>
/// <param name="When">The condition at a unit.</param>
/// <param name="Title">The reason in words.</param>
/// <param name="Source">Where the rule stands.</param>
public sealed record ScopeRule(string Reason, BoundFormula When, LocalizedText Title, RuleSource Source);

/// <summary>A transitional easement (过渡性规定) of an indicator or an item.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Title">Its words.</param>
/// <param name="Indicator">The indicator it eases; null when it eases an item.</param>
/// <param name="Item">The item it eases; null when it eases an indicator.</param>
/// <param name="When">When it may be used: at a unit for an indicator, at the county for an item.</param>
/// <param name="Numerator">The eased numerator of the indicator; empty for an item.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="YearsAfterCertification">The second clock: years after certification in which the normal value must be reached; null when none.</param>
/// <param name="Source">Where it stands.</param>
public sealed record Easement(
    string Id,
    LocalizedText Title,
    string? Indicator,
    string? Item,
    BoundFormula When,
    ImmutableArray<NumeratorItem> Numerator,
    DateOnly From,
    DateOnly Until,
    int? YearsAfterCertification,
    RuleSource Source)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly date) => date >= From && date <= Until;
}

/// <summary>One item of the evaluation that is not per school: G1 … Q9, recognition, vetoes, prerequisites.</summary>
/// <param name="Id">Public id.</param>
/// <param name="Title">Official words.</param>
/// <param name="Short">A short name.</param>
/// <param name="Fields">What the items file gives for it; every item also has the field <c>conclusion</c>.</param>
/// <param name="Value">What the form prints, or null.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Digits">Decimals that the form prints.</param>
/// <param name="Test">The requirement over the fields; null when only a conclusion decides.</param>
/// <param name="EasedTests">Tests under easements, by easement id.</param>
/// <param name="TableCheck">What the school table says of the same requirement; null when nothing.</param>
/// <param name="Norms">Its dated norms.</param>
/// <param name="Note">Disputes and local readings.</param>
/// <param name="Table">What can be counted in the school table for it.</param>
public sealed record EvaluationItem(
    string Id,
    LocalizedText Title,
    LocalizedText Short,
    ImmutableArray<ItemField> Fields,
    ItemFormula? Value,
    string Unit,
    int Digits,
    ItemFormula? Test,
    ImmutableArray<EasedTest> EasedTests,
    ItemFormula? TableCheck,
    ImmutableArray<DatedItemNorm> Norms,
    LocalizedText? Note,
    ImmutableArray<TableCount> Table)
{
    /// <summary>The field that every item has: what somebody concluded, where there are no figures.</summary>
    public static ItemField Conclusion { get; } = new("conclusion", FormulaKind.Truth, "", new LocalizedText("结论", "Conclusion"));

    /// <summary>A field by its id, the conclusion included; null when the item has none of that id.</summary>
    public ItemField? FieldOf(string id) => Fields.FirstOrDefault(field => field.Id == id) ?? (id == Conclusion.Id ? Conclusion : null);
}

/// <summary>A field of an evaluation item.</summary>
/// <param name="Id">Field id of the items file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Unit">Unit of a number.</param>
/// <param name="Title">Its name.</param>
public sealed record ItemField(string Id, FormulaKind Kind, string Unit, LocalizedText Title)
{
    /// <summary>Whether a text of the items file can be read as a value of this field; a blank one can, as missing.</summary>
    public bool CanRead(string text) => Items.FieldValue.Of(Kind, text, Id) is not null;
}

/// <summary>A formula over an item's fields, bound once for each set of norms: norms are constants of the bound formula.</summary>
/// <param name="ByNorm">One bound formula a dated norm, in the order of <see cref="EvaluationItem.Norms"/>.</param>
public sealed record ItemFormula(ImmutableArray<BoundFormula> ByNorm);

/// <summary>A count that the school table gives for an item, beside what is stated: information, never the verdict.</summary>
/// <param name="Field">The item's field that states the same; null for none.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Level"><c>school</c> or <c>unit</c>: what the conditions are evaluated at.</param>
/// <param name="When">Which of them count.</param>
/// <param name="Amount">How much each counts; null for one.</param>
/// <param name="Shows">What is shown of each; null for nothing.</param>
public sealed record TableCount(string? Field, LocalizedText Title, string Level, ItemFormula When, ItemFormula? Amount, ItemFormula? Shows);

/// <summary>An item's test under an easement.</summary>
/// <param name="Easement">The easement's id.</param>
/// <param name="Test">The test.</param>
public sealed record EasedTest(string Easement, ItemFormula Test);

/// <summary>An item's norms from a day on.</summary>
/// <param name="From">First day.</param>
/// <param name="Norm">The main norm; null for items without a number.</param>
/// <param name="Named">Further norms by name.</param>
/// <param name="Source">Where they stand.</param>
public sealed record DatedItemNorm(DateOnly From, Domain.Numbers.Rational? Norm, ImmutableDictionary<string, Domain.Numbers.Rational> Named, RuleSource Source);

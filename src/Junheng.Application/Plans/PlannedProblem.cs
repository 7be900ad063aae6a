using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans;

/// <summary>A problem with the words around it: what its positions mean to people.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="CountyName">The county's name; empty when the table has none.</param>
/// <param name="StageId"><c>primary</c>, <c>junior</c>, or <c>all</c> for the stages of a county together.</param>
/// <param name="Indicators">The standard's indicators, in the problem's order.</param>
/// <param name="Units">The schools behind the units, in the problem's order.</param>
/// <param name="Items">What the purchases buy, in the problem's order.</param>
/// <param name="Assumptions">Amounts that were assumed where a cell is blank.</param>
public sealed record PlannedProblem(
    ResourceProblem Problem,
    string CountyName,
    string StageId,
    ImmutableArray<Indicator> Indicators,
    ImmutableArray<PlannedUnit> Units,
    ImmutableArray<PlannedItem> Items,
    ImmutableArray<PlanAssumption> Assumptions)
{
    /// <summary>The stages in it.</summary>
    public IEnumerable<Stage> Stages => Problem.Stages.Select(rule => rule.Stage);
}

/// <summary>The school behind a unit.</summary>
/// <param name="Name">Its name; empty when the table has none.</param>
/// <param name="Township">Its township; empty when the table has none.</param>
/// <param name="Locale">Urban, town or rural.</param>
public sealed record PlannedUnit(string Name, string Township, Locale Locale);

/// <summary>What a purchase buys.</summary>
/// <param name="Column">The item.</param>
/// <param name="Counts">The items it counts in: its own, and others where the prices say so.</param>
/// <param name="Before">How much of the item the school (or its stage) has.</param>
public sealed record PlannedItem(ColumnDefinition Column, ImmutableArray<string> Counts, Rational Before);

/// <summary>An amount assumed in place of a blank cell.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Columns">The blank columns.</param>
/// <param name="Amount">The amount assumed.</param>
public sealed record PlanAssumption(string SchoolCode, Stage Stage, string Indicator, ImmutableArray<string> Columns, Rational Amount);

using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans;

/// <summary>
/// Makes the problems of a county: units with their amounts, and what can be bought where. The linear map raw item → unit item is the view's own, so that
/// a square metre of a combined school lifts both its stages by their shares.
/// </summary>
internal sealed class ProblemBuilder
{
    private readonly UnitTable _table;
    private readonly StandardInForce _inForce;
    private readonly StageRules _rules;
    private readonly PlanTerms _terms;
    private readonly PlanFindings _findings;
    private readonly string _county;

    private ProblemBuilder(UnitTable table, StandardInForce inForce, StageRules rules, string county, PlanTerms terms, PlanFindings findings) =>
        (_table, _inForce, _rules, _county, _terms, _findings) = (table, inForce, rules, county, terms, findings);

    /// <summary>One problem a stage, or one for the county where its stages share a purchase or a budget; none where anything is wrong.</summary>
    public static ImmutableArray<PlannedProblem> Of(UnitTable table, StandardInForce inForce, StageRules rules, int county, PlanTerms terms, PlanFindings findings)
    {
        var builder = new ProblemBuilder(table, inForce, rules, table.Counties[county].Code, terms, findings);
        ImmutableArray<StageBlock> blocks = [.. table.BlocksOf(county).Where(block => block.Count > 0 && (terms.Stages.IsEmpty || terms.Stages.Contains(block.Stage)))];
        var units = blocks.SelectMany(block => Enumerable.Range(block.Start, block.Count)).ToArray();
        if (units.Length == 0)
        {
            return [];
        }

        var all = builder.Build(units, "all");
        if (findings.HasErrors)
        {
            return [];
        }

        var isOne = terms.Budget is not null || all.Problem.Purchases.Any(purchase => purchase.Stage == Stage.None);
        return isOne && (blocks.Length > 1 || terms.Budget is not null)
            ? [all with { CountyName = table.Counties[county].Name }]
            : [.. blocks.Select(block => builder.Build([.. Enumerable.Range(block.Start, block.Count)], block.Stage.Id()) with { CountyName = table.Counties[county].Name })];
    }

    private PlannedProblem Build(int[] units, string stageId)
    {
        var assumed = MissingAmounts.Of(_table, _rules.Indicators, units, _terms.Missing, _findings, _inForce);
        var planned = ImmutableArray.CreateBuilder<PlanUnit>();
        var schools = ImmutableArray.CreateBuilder<PlannedUnit>();
        foreach (var unit in units)
        {
            var row = _table.Units[unit].Row;
            var part = _table.Raw.PartOf(row);
            schools.Add(new PlannedUnit(part.SchoolName?[row.Row] ?? "", part.Township?[row.Row] ?? "", part.Locales?[row.Row] ?? Locale.Unknown));
            planned.Add(new PlanUnit(
                part.SchoolCode[row.Row],
                _table.Units[unit].Stage,
                _table.ExactEnrolment(unit) ?? Rational.Zero,
                [.. _rules.Indicators.Select(k => assumed.TryGetValue((unit, k), out var amount) ? amount.Amount : _table.ExactNumerator(unit, k) ?? Rational.Zero)]));
        }

        var purchases = new PurchaseList(_table, _inForce, _rules, _county, _terms, _findings).Of(units, stageId == "all");
        var problem = new ResourceProblem(
            _county,
            [.. _rules.Indicators.Select(k => _inForce.Standard.Indicators[k].Id)],
            [.. _rules.Rules.Where(rule => units.Any(unit => _table.Units[unit].Stage == rule.Stage))],
            planned.ToImmutable(),
            [.. purchases.Select(each => each.Purchase)],
            _terms.Budget,
            _terms.Margin);
        return new PlannedProblem(
            problem,
            "",
            stageId,
            [.. _rules.Indicators.Select(k => _inForce.Standard.Indicators[k])],
            schools.ToImmutable(),
            [.. purchases.Select(each => each.Item)],
            [.. assumed.OrderBy(each => each.Key).Select(each => each.Value)]);
    }
}

/// <summary>Collects what is wrong with what a plan is asked for.</summary>
internal sealed class PlanFindings(Domain.Text.Language language)
{
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public bool HasErrors => _all.Exists(finding => finding.Severity == Severity.Error);

    public Domain.Text.Language Language => language;

    public void Add(string rule, Severity severity, Origin place, string county, Domain.Text.LocalizedText message, Domain.Text.LocalizedText remedy)
    {
        var finding = new Finding(rule, severity, place, message.In(language), remedy.In(language), county);
        if (!_all.Contains(finding))
        {
            _all.Add(finding);
        }
    }

    public void AddRange(IEnumerable<Finding> findings) => _all.AddRange(findings);
}

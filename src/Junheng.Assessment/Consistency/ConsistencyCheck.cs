using System.Collections.Immutable;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Assessment.Consistency.Tests;
using Junheng.Assessment.Standards;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Consistency;

/// <summary>Checks returns by rules: a pure function of the table, the rules and the standard whose norms some rules look at.</summary>
public static class ConsistencyCheck
{
    /// <summary>
    /// Every hit of the rules that are asked on the standard's date, in the table's judged report year per county, earlier years serving comparisons. Sorted by county
    /// (whole-table questions first), hard before soft, then by rule, school and stage. Linear in rows for every rule but those on copies, which look at pairs
    /// of schools that share a value.
    /// </summary>
    public static ConsistencyResult Run(StatisticsTable table, CheckSet set, StandardInForce standard)
    {
        var schools = CheckedSchools.Of(table, standard.Date);
        var entities = new SubjectEntities(schools, set.Meanings);
        var (units, whole) = (new SubjectBatch(schools, set.Meanings, CheckLevel.Unit), new SubjectBatch(schools, set.Meanings, CheckLevel.School));
        var hits = new HitMaker(set, entities);
        var formulas = new FormulaCheck(entities, units, whole, hits);
        var tests = new TestContext(set, standard, entities, hits);
        var rules = set.At(standard.Date);
        var found = new ImmutableArray<CheckHit>[rules.Length];
        Parallel.For(0, rules.Length, rule => found[rule] =
            [.. rules[rule].Test is { } test ? CheckTests.Of(test.Name)!.Run(rules[rule], tests) : formulas.Run(rules[rule])]);
        var order = rules.Select((rule, at) => (rule, at)).ToDictionary(each => each.rule, each => each.at);
        return new ConsistencyResult(
            rules,
            [
                .. found.SelectMany(each => each)
                    .OrderBy(hit => hit.CountyCode, StringComparer.Ordinal)
                    .ThenBy(hit => hit.Rule.Kind)
                    .ThenBy(hit => order[hit.Rule])
                    .ThenBy(hit => hit.SchoolCode, StringComparer.Ordinal)
                    .ThenBy(hit => hit.Stage)
                    .ThenBy(hit => hit.Content, StringComparer.Ordinal),
            ],
            [.. rules.Where(rule => rule.Compares.Length == 2).Select(rule => SourceComparison.Of(rule, set, rule.Level == CheckLevel.Unit ? units : whole))],
            schools.Current);
    }
}

/// <summary>What checking found.</summary>
/// <param name="Rules">The rules asked, in order.</param>
/// <param name="Hits">The hits, sorted.</param>
/// <param name="Sources">One number, one source: how two registers agree, one entry a rule that compares them.</param>
/// <param name="Schools">How many schools were checked.</param>
public sealed record ConsistencyResult(
    ImmutableArray<CheckRule> Rules, ImmutableArray<CheckHit> Hits, ImmutableArray<SourceComparison> Sources, int Schools);

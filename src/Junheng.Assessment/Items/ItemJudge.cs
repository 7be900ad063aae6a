using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Text;
using Junheng.Formulas;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Items;

/// <summary>Judges the evaluation items of one county: figures first, else a conclusion; sources that contradict each other leave an item undecided.</summary>
internal sealed class ItemJudge(StandardInForce inForce, ItemFigures figures, string county, IReadOnlyList<SchoolEntity> schools)
{
    private const string ConclusionField = "conclusion";

    public ItemResult Judge(EvaluationItem item)
    {
        var lines = figures.Of(county, item.Id);
        var norm = inForce.NormIndex(item);
        var contradictions = ImmutableArray.CreateBuilder<ItemContradiction>();
        var values = Values(item, lines, contradictions);
        var entity = new CountyEntity(county, inForce.Date, column => values.GetValueOrDefault(column.Name) ?? FormulaValue.MissingOf(column.Name), schools);
        var test = Evaluate(item.Test, norm, entity);
        var conclusion = Conclusion(lines);
        var (verdict, note) = Decide(item, test, conclusion, lines, contradictions);
        verdict = AgainstTable(item, norm, entity, verdict, lines, contradictions);
        if (contradictions.Count > 0)
        {
            (verdict, note) = (Verdict.Undecided, contradictions[0].Message);
        }
        else if (verdict == Verdict.NotMet && item.Test is { } failed)
        {
            note = FailedCondition.Of(failed.ByNorm[norm].Trace(entity), item) ?? note;
        }

        return new ItemResult(
            item.Id,
            verdict,
            Eased(item, norm, entity, verdict, lines.Length > 0 && contradictions.Count == 0),
            Evaluate(item.Value, norm, entity) is FormulaValue.Number number ? number.Value : null,
            lines.FirstOrDefault(line => line.Field == ConclusionField)?.Text is { Length: > 0 } text ? text : null,
            item.Norms.Length > 0 ? item.Norms[norm].Norm : null,
            test is FormulaValue.Missing missing ? missing.Names : [],
            note,
            lines,
            contradictions.ToImmutable());
    }

    private static FormulaValue? Evaluate(ItemFormula? formula, int norm, CountyEntity entity) => formula?.ByNorm[norm].Evaluate(entity);

    private static Verdict? VerdictOf(FormulaValue? test) => test switch
    {
        FormulaValue.Truth truth => truth.Value ? Verdict.Met : Verdict.NotMet,
        null => null,
        _ => Verdict.Undecided,
    };

    private static Verdict? Conclusion(ImmutableArray<ItemFigure> lines) =>
        lines.FirstOrDefault(line => line.Field == ConclusionField) is { } line && FieldValue.Truth(line.Text) is { } truth ? truth ? Verdict.Met : Verdict.NotMet : null;

    private static Dictionary<string, FormulaValue> Values(
        EvaluationItem item, ImmutableArray<ItemFigure> lines, ImmutableArray<ItemContradiction>.Builder contradictions)
    {
        var values = new Dictionary<string, FormulaValue>(StringComparer.Ordinal);
        foreach (var group in lines.GroupBy(line => line.Field))
        {
            if (group.Select(line => line.Text).Distinct().Count() > 1)
            {
                var given = string.Join(" / ", group.Select(line => $"{line.Text} ({line.Origin})"));
                contradictions.Add(new ItemContradiction(
                    item.Id, group.Last().Origin, new($"{item.Id} 的“{group.Key}”给了不同的值：{given}", $"{item.Id}: '{group.Key}' is given differently: {given}"), new("核实后只保留一个", "Keep the right one")));
            }

            var field = item.Fields.FirstOrDefault(field => field.Id == group.Key);
            values[group.Key] = FieldValue.Of(field?.Kind ?? FormulaKind.Text, group.First().Text, group.Key) ?? FormulaValue.MissingOf(group.Key);
        }

        return values;
    }

    private static (Verdict Verdict, LocalizedText? Note) Decide(
        EvaluationItem item, FormulaValue? test, Verdict? conclusion, ImmutableArray<ItemFigure> lines, ImmutableArray<ItemContradiction>.Builder contradictions)
    {
        var tested = VerdictOf(test);
        if (tested is Verdict.Met or Verdict.NotMet)
        {
            if (conclusion is not null && conclusion != tested)
            {
                contradictions.Add(new ItemContradiction(
                    item.Id,
                    lines.First(line => line.Field == ConclusionField).Origin,
                    new($"{item.Id} 的数据与所填结论不一致", $"{item.Id}: the figures and the stated conclusion disagree"),
                    new("核实数据，或改正结论", "Check the figures or correct the conclusion")));
            }

            return (tested.Value, null);
        }

        return conclusion is { } stated ? (stated, new LocalizedText("按所填结论", "By the stated conclusion")) : (Verdict.Undecided, WhyUndecided(test));
    }

    private static LocalizedText WhyUndecided(FormulaValue? test) => test switch
    {
        FormulaValue.Missing missing => new($"缺：{string.Join("、", missing.Names)}", $"Missing: {string.Join(", ", missing.Names)}"),
        FormulaValue.Undefined undefined => undefined.Reason,
        _ => new("缺结论", "No conclusion given"),
    };

    /// <summary>The school table may say something else about the same requirement; then nobody can tell which is right.</summary>
    private Verdict AgainstTable(
        EvaluationItem item, int norm, CountyEntity entity, Verdict verdict, ImmutableArray<ItemFigure> lines, ImmutableArray<ItemContradiction>.Builder contradictions)
    {
        if (verdict is Verdict.Met or Verdict.NotMet && schools.Count > 0 && VerdictOf(Evaluate(item.TableCheck, norm, entity)) is { } table and not Verdict.Undecided && table != verdict)
        {
            contradictions.Add(new ItemContradiction(
                item.Id,
                lines.Length > 0 ? lines[0].Origin : Origin.None,
                new($"{item.Id}：填报{Word(verdict)}，而学校数据表明{Word(table)}", $"{item.Id}: the items file says {verdict.Id()}, the school table says {table.Id()}"),
                new("核对学校规模与班额数据，使两处一致", "Check school and class sizes so that both agree")));
        }

        return verdict;
    }

    /// <summary>An easement is applied where its condition is known to hold; to what nobody states, or states in two ways, none is.</summary>
    private Verdict Eased(EvaluationItem item, int norm, CountyEntity entity, Verdict strict, bool isStated)
    {
        if (!isStated)
        {
            return strict;
        }

        var eased = item.EasedTests
            .Where(test => inForce.EasementsInForce.Any(easement => easement.Id == test.Easement && easement.When.Evaluate(entity) is FormulaValue.Truth { Value: true }))
            .Select(test => VerdictOf(Evaluate(test.Test, norm, entity)) ?? Verdict.Undecided);
        return eased.Aggregate(strict, Verdicts.MoreFavourable);
    }

    private static string Word(Verdict verdict) => verdict == Verdict.Met ? "达标" : "未达标";
}

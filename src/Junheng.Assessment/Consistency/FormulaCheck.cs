using Junheng.Assessment.Consistency.Subjects;
using Junheng.Formulas;
using Junheng.Formulas.Columns;

namespace Junheng.Assessment.Consistency;

/// <summary>Asks a rule that is a formula: columns in doubles sort out the rows where it surely holds, exact arithmetic decides the rest.</summary>
internal sealed class FormulaCheck(SubjectEntities entities, SubjectBatch units, SubjectBatch schools, HitMaker hits)
{
    /// <summary>The hits of a rule, in the order of counties, schools and stages.</summary>
    public IEnumerable<CheckHit> Run(CheckRule rule)
    {
        if (rule.Level == CheckLevel.County)
        {
            return Enumerable.Range(0, entities.Schools.Counties.Length).SelectMany(county => Counties(rule, county));
        }

        var batch = rule.Level == CheckLevel.Unit ? units : schools;
        return Candidates(rule, batch).SelectMany(subject => Ask(rule, rule.Level == CheckLevel.Unit ? entities.Unit(subject) : entities.School(subject), subject));
    }

    private static bool Is(BoundFormula formula, IFormulaEntity entity, bool truth) => formula.Evaluate(entity) is FormulaValue.Truth { Value: var value } && value == truth;

    private IEnumerable<CheckHit> Ask(CheckRule rule, IFormulaEntity entity, int subject) =>
        (rule.When is null || Is(rule.When, entity, true)) && Is(rule.Holds!, entity, false) ? [hits.OfFormula(rule, entity, subject)] : [];

    private IEnumerable<CheckHit> Counties(CheckRule rule, int county)
    {
        var entity = entities.County(county);
        return (rule.When is null || Is(rule.When, entity, true)) && Is(rule.Holds!, entity, false) ? [hits.OfCountyFormula(rule, entity, county)] : [];
    }

    /// <summary>The subjects where the rule may be broken.</summary>
    private static List<int> Candidates(CheckRule rule, SubjectBatch batch)
    {
        var asked = Screen(rule.When, batch);
        if (asked is not null && !asked.AsSpan().ContainsAny(ColumnScreen.True, ColumnScreen.Doubtful))
        {
            return [];
        }

        var holds = Screen(rule.Holds, batch);
        var candidates = new List<int>();
        for (var row = 0; row < batch.RowCount; row++)
        {
            var mayApply = asked is null || asked[row] is ColumnScreen.True or ColumnScreen.Doubtful;
            if (mayApply && (holds is null || holds[row] is ColumnScreen.False or ColumnScreen.Doubtful))
            {
                candidates.Add(row);
            }
        }

        return candidates;
    }

    /// <summary>The formula for all rows as far as doubles can tell; null where they can't at all.</summary>
    private static byte[]? Screen(BoundFormula? formula, SubjectBatch batch)
    {
        if (formula is null || !ColumnScreen.TryCompile(formula, out var screen) || formula.Columns.Any(batch.HasLongTexts))
        {
            return null;
        }

        var truths = new byte[batch.RowCount];
        screen.Evaluate(batch, truths);
        return truths;
    }
}

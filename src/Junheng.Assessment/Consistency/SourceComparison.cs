using Junheng.Assessment.Consistency.Subjects;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Consistency;

/// <summary>How one fact agrees between two registers (一数一源); nothing is overwritten by it.</summary>
/// <param name="Rule">The rule that compares them, and says how far they may differ.</param>
/// <param name="Compared">Schools or units that have both figures.</param>
/// <param name="Equal">Of these, how many have the same figure in both.</param>
/// <param name="OnlyFirst">How many have the first figure only.</param>
/// <param name="OnlySecond">How many have the second only.</param>
public sealed record SourceComparison(CheckRule Rule, int Compared, int Equal, int OnlyFirst, int OnlySecond)
{
    internal static SourceComparison Of(CheckRule rule, CheckSet set, SubjectBatch batch)
    {
        var first = batch.Number(Column(rule, set, 0));
        var second = batch.Number(Column(rule, set, 1));
        var (compared, equal, onlyFirst, onlySecond) = (0, 0, 0, 0);
        for (var row = 0; row < batch.RowCount; row++)
        {
            var (a, b) = (first.Present[row], second.Present[row]);
            compared += a && b ? 1 : 0;
            equal += a && b && first.Values[row] == second.Values[row] ? 1 : 0;
            onlyFirst += a && !b ? 1 : 0;
            onlySecond += b && !a ? 1 : 0;
        }

        return new SourceComparison(rule, compared, equal, onlyFirst, onlySecond);
    }

    private static FormulaColumn Column(CheckRule rule, CheckSet set, int at)
    {
        var column = set.Meanings.Nearest(rule.Level, rule.Compares[at])!;
        return set.Schema.Column(column.Level == CheckLevel.Unit ? "unit" : "school", column.Name);
    }
}

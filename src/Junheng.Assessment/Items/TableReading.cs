using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Formulas;

namespace Junheng.Assessment.Items;

/// <summary>What the school table counts for an item: how many, which schools, and where it cannot say.</summary>
/// <param name="Count">What is counted.</param>
/// <param name="Total">The sum over those that count; null while one cannot be decided, or there is no unit.</param>
/// <param name="Members">Those that count, sorted by school code.</param>
/// <param name="Unknown">Those that cannot be decided for want of a figure.</param>
public sealed record TableReading(TableCount Count, Rational? Total, ImmutableArray<TableMember> Members, ImmutableArray<TableMember> Unknown)
{
    /// <summary>The readings of an item in one county. Linear in its units.</summary>
    internal static ImmutableArray<TableReading> Of(StandardInForce inForce, UnitTable units, int county, EvaluationItem item)
    {
        if (item.Table.IsEmpty)
        {
            return [];
        }

        var (norm, schools) = (inForce.NormIndex(item), CountyEntity.Schools(units, units.BlocksOf(county)));
        return [.. item.Table.Select(count => Read(count, norm, schools))];
    }

    private static TableReading Read(TableCount count, int norm, IReadOnlyList<SchoolEntity> schools)
    {
        IEnumerable<(SchoolEntity School, Stage Stage, IFormulaEntity Entity)> entities = count.Level == AssessmentSchema.SchoolLevel
            ? schools.Select(school => (school, Stage.None, (IFormulaEntity)school))
            : schools.SelectMany(school => school.Units.Select(unit => (school, unit.Stage, (IFormulaEntity)unit)));
        var (members, unknown) = (ImmutableArray.CreateBuilder<TableMember>(), ImmutableArray.CreateBuilder<TableMember>());
        foreach (var (school, stage, entity) in entities)
        {
            var answer = count.When.ByNorm[norm].Evaluate(entity);
            var amount = count.Amount is null ? Rational.One : Number(count.Amount, norm, entity);
            var member = new TableMember(school.Code, school.Label, stage, amount, count.Shows is null ? null : Number(count.Shows, norm, entity));
            if (answer is FormulaValue.Truth { Value: true } && amount is not null)
            {
                members.Add(member);
            }
            else if (answer is not FormulaValue.Truth { Value: false })
            {
                unknown.Add(member);
            }
        }

        return new TableReading(
            count,
            unknown.Count > 0 || schools.Count == 0 ? null : members.Aggregate(Rational.Zero, (sum, member) => sum + member.Amount!.Value),
            members.ToImmutable(),
            unknown.ToImmutable());
    }

    private static Rational? Number(ItemFormula formula, int norm, IFormulaEntity entity) => formula.ByNorm[norm].Evaluate(entity) is FormulaValue.Number number ? number.Value : null;
}

/// <summary>A school, or one stage of it, in a count.</summary>
/// <param name="SchoolCode">School code.</param>
/// <param name="Name">School name; the code where there is none.</param>
/// <param name="Stage">Its stage; none for the whole school.</param>
/// <param name="Amount">How much it counts; null when that is missing.</param>
/// <param name="Shown">The figure to show; null for none.</param>
public sealed record TableMember(string SchoolCode, string Name, Stage Stage, Rational? Amount, Rational? Shown);

using FsCheck;
using FsCheck.Fluent;
using Junheng.Formulas.Columns;

namespace Junheng.Formulas.Tests;

public sealed class ColumnPredicateTests
{
    [Theory]
    [InlineData("enrolment >= 50")]
    [InlineData("50 > enrolment")]
    [InlineData("stage = 'primary' and enrolment > $scope.teaching_point_min / 2")]
    [InlineData("not (stage in ('primary', 'junior')) or a is missing")]
    [InlineData("stage != 'nowhere'")]
    [InlineData("stage is not missing and enrolment is not missing")]
    [InlineData("(enrolment > 3) is missing")]
    [InlineData("a = 2.5 or a != 3 or a <= 0.1 or a < 0.3")]
    [InlineData("true")]
    [InlineData("1 > 2 or a > 1")]
    [InlineData("a < 0.30000000000000000001")]
    [InlineData("a <= 0.29999999999999999999")]
    [InlineData("a = 0.30000000000000000001")]
    [InlineData("a != 0.30000000000000000001")]
    [InlineData("a >= 0.30000000000000000001")]
    [InlineData("a > 0.29999999999999999999")]
    public void Columns_give_what_rows_give(string text) => AssertAgrees(text, new ColumnBatch(1037, new Random(7)));

    [Fact]
    public void Random_predicates_agree_with_the_row_evaluator() =>
        Prop.ForAll(
            Conditions(5).ToArbitrary(),
            ArbMap.Default.ArbFor<int>(),
            (text, seed) => AssertAgrees(text, new ColumnBatch(70, new Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData("a > b")]
    [InlineData("a + 1 > 2")]
    [InlineData("p")]
    [InlineData("p = true")]
    [InlineData("a in (1, 2)")]
    [InlineData("opened_on > date'2026-01-01'")]
    [InlineData("grounds > 5")]
    [InlineData("count(classes) > 5")]
    [InlineData("stage = 'primary' and a + b > 1")]
    [InlineData("not (a + b is missing)")]
    [InlineData("a > 1 / 0")]
    [InlineData("a + 1")]
    public void What_it_does_not_know_is_left_to_the_row_evaluator(string text) =>
        Assert.False(ColumnPredicate.TryCompile(SchoolWorld.Compile(text), out _));

    [Fact]
    public void A_span_of_another_length_is_refused()
    {
        Assert.True(ColumnPredicate.TryCompile(SchoolWorld.Compile("a > 1"), out var predicate));
        Assert.Throws<ArgumentException>(() => predicate.Evaluate(new ColumnBatch(3, new Random(1)), new byte[4]));
    }

    private static void AssertAgrees(string text, ColumnBatch batch)
    {
        var formula = SchoolWorld.Compile(text);
        Assert.True(ColumnPredicate.TryCompile(formula, out var predicate), text);
        var truths = new byte[batch.RowCount];
        predicate.Evaluate(batch, truths);
        var expected = Enumerable.Range(0, batch.RowCount).Select(row => formula.Evaluate(batch.Row(row)) switch
        {
            FormulaValue.Truth truth => truth.Value ? ColumnPredicate.True : ColumnPredicate.False,
            FormulaValue.Missing => ColumnPredicate.Missing,
            var other => throw new InvalidOperationException($"{text}: {other}"),
        });
        Assert.Equal(expected, truths);
    }

    private static Gen<string> Conditions(int depth)
    {
        var number = Gen.Elements("enrolment", "a");
        var constant = Gen.Elements("0", "2.5", "-1", "30", "0.3", "$scope.teaching_point_min", "0.1 + 0.2");
        var sign = Gen.Elements("=", "!=", "<", "<=", ">", ">=");
        var leaf = Gen.OneOf(
            from n in number from s in sign from c in constant select $"{n} {s} {c}",
            from n in number from s in sign from c in constant select $"{c} {s} {n}",
            from t in Gen.Elements("primary", "junior", "nowhere", "not a text") from s in Gen.Elements("=", "!=") select $"stage {s} '{t}'",
            Gen.Elements("stage in ('primary', 'senior')", "stage is missing", "a is not missing", "enrolment is missing", "true", "1 > 2"));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Conditions(depth - 1);
        return Gen.OneOf(
            leaf,
            from l in inner from r in inner from op in Gen.Elements("and", "or") select $"({l}) {op} ({r})",
            from l in inner select $"not ({l})",
            from l in inner select $"({l}) is missing");
    }
}

namespace Junheng.Formulas.Tests;

public sealed class MissingValueTests
{
    private static readonly bool?[] Truths = [false, true, null];

    public static TheoryData<bool?, bool?> Pairs()
    {
        var pairs = new TheoryData<bool?, bool?>();
        foreach (var left in Truths)
        {
            foreach (var right in Truths)
            {
                pairs.Add(left, right);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void And_follows_the_table_of_Kleene(bool? p, bool? q) => Assert.Equal(p & q, Truth("p and q", p, q));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Or_follows_the_table_of_Kleene(bool? p, bool? q) => Assert.Equal(p | q, Truth("p or q", p, q));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Not_of_or_is_and_of_nots(bool? p, bool? q) => Assert.Equal(Truth("not p and not q", p, q), Truth("not (p or q)", p, q));

    [Fact]
    public void A_missing_part_makes_a_number_missing_with_all_names() =>
        Assert.Equal(FormulaValue.MissingOf("a", "b"), SchoolWorld.Evaluate("a + b * a + c", SchoolWorld.Unit(("c", 1))));

    [Fact]
    public void Missing_outweighs_undefined_in_either_order()
    {
        Assert.Equal(FormulaValue.MissingOf("a"), SchoolWorld.Evaluate("a + 1 / 0", SchoolWorld.Unit()));
        Assert.Equal(FormulaValue.MissingOf("a"), SchoolWorld.Evaluate("1 / 0 + a", SchoolWorld.Unit()));
    }

    [Fact]
    public void False_and_undefined_is_false() => Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("1 / 0 > 1 and false"));

    [Fact]
    public void True_and_undefined_is_undefined() => Assert.IsType<FormulaValue.Undefined>(SchoolWorld.Evaluate("1 / 0 > 1 and true"));

    [Fact]
    public void Is_missing_sees_what_is_missing()
    {
        var unit = SchoolWorld.Unit(("a", 0));
        Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("a is missing", unit));
        Assert.Equal(FormulaValue.True, SchoolWorld.Evaluate("a + b is missing", unit));
        Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("b is not missing", unit));
    }

    [Fact]
    public void An_undefined_value_is_not_missing() => Assert.Equal(FormulaValue.False, SchoolWorld.Evaluate("1 / 0 is missing"));

    [Fact]
    public void A_missing_condition_makes_if_missing() =>
        Assert.Equal(FormulaValue.MissingOf("p"), SchoolWorld.Evaluate("if(p, 1, 1)", SchoolWorld.Unit()));

    [Fact]
    public void In_of_a_missing_text_is_missing() =>
        Assert.Equal(FormulaValue.MissingOf("stage"), SchoolWorld.Evaluate("stage in ('primary')", SchoolWorld.Unit()));

    [Fact]
    public void An_entity_may_name_what_is_missing_itself() =>
        Assert.Equal(FormulaValue.MissingOf("line 12"), SchoolWorld.Evaluate("a + 1", SchoolWorld.Unit(("a", FormulaValue.MissingOf("line 12")))));

    private static bool? Truth(string text, bool? p, bool? q) =>
        SchoolWorld.Evaluate(text, SchoolWorld.Unit(("p", p), ("q", q))) switch
        {
            FormulaValue.Truth truth => truth.Value,
            FormulaValue.Missing => null,
            var other => throw new InvalidOperationException(other.ToString()),
        };
}

using Junheng.Domain.Findings;
using Junheng.Domain.Text;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

public sealed class ParsingTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "(+ 1 (* 2 3))")]
    [InlineData("(1 + 2) * 3", "(* (+ 1 2) 3)")]
    [InlineData("8 - 4 - 2", "(- (- 8 4) 2)")]
    [InlineData("8 / 4 / 2", "(/ (/ 8 4) 2)")]
    [InlineData("-a * b", "(* (neg a) b)")]
    [InlineData("a * -b", "(* a (neg b))")]
    [InlineData("p or q and not p", "(or p (and q (not p)))")]
    [InlineData("not a = b", "(not (= a b))")]
    [InlineData("a + b is missing", "(missing (+ a b))")]
    [InlineData("a is not missing and q", "(and (present a) q)")]
    [InlineData("a + 1 in (1, -2)", "(in (+ a 1) 1 (neg 2))")]
    [InlineData("if(p, a, b) / max(a, b, 1)", "(/ (if p a b) (max a b 1))")]
    [InlineData("sum(units.a) + 1", "(+ (sum units a) 1)")]
    [InlineData("max(units.a where q)", "(max units a :where q)")]
    [InlineData("sum(units: a * 2 where q) at date'2026-09-01'", "(sum units (* a 2) :where q :at 2026-09-01)")]
    [InlineData("sum(units.a at $census.day)", "(sum units a :at $census.day)")]
    [InlineData("count(classes)", "(count classes)")]
    [InlineData("not exists(classes where pupils > 45) at $census.day", "(not (exists classes :where (> pupils 45) :at $census.day))")]
    [InlineData("add_years(opened_on, -3) < $census.day", "(< (add_years opened_on (neg 3)) $census.day)")]
    [InlineData("exists = add_years", "(= exists add_years)")]
    [InlineData("date = date'2026-09-01'", "(= date 2026-09-01)")]
    [InlineData("班额 > 45", "(> 班额 45)")]
    public void Operators_bind_as_in_school(string text, string shape) =>
        Assert.Equal(shape, SyntaxShape.Of(FormulaParser.Parse(text).Required().Root));

    [Theory]
    [InlineData("((100))*  a/p", "100 * a / p")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("(a-b)-c", "a - b - c")]
    [InlineData("007.50", "7.5")]
    [InlineData("0.05", "0.05")]
    [InlineData("stage='it''s'", "stage = 'it''s'")]
    [InlineData("not(p and q)", "not (p and q)")]
    [InlineData("(not p) = q", "(not p) = q")]
    [InlineData("sum( units : a  where q at date'2026-09-01')", "sum(units.a where q) at date'2026-09-01'")]
    [InlineData("exists( units  where (p or q) at $x )", "exists(units where p or q) at $x")]
    [InlineData("add_years( date'2024-02-29',-1 )", "add_years(date'2024-02-29', -1)")]
    [InlineData("x in( 'a','b' )", "x in ('a', 'b')")]
    public void Canonical_text_has_only_the_parentheses_it_needs(string text, string canonical) =>
        Assert.Equal(canonical, FormulaParser.Parse(text).Required().ToString());

    [Theory]
    [InlineData("", "unexpected", 0, 0)]
    [InlineData("1 +", "unexpected", 3, 0)]
    [InlineData("1 2", "unexpected", 2, 1)]
    [InlineData("(1", "expected", 2, 0)]
    [InlineData("1 < 2 < 3", "chained-comparison", 6, 1)]
    [InlineData("1e9", "malformed-number", 0, 2)]
    [InlineData("1.", "malformed-number", 0, 2)]
    [InlineData("a = 'x", "unclosed-text", 4, 2)]
    [InlineData("date'2026-02-30'", "malformed-date", 0, 16)]
    [InlineData("$", "malformed-setting", 0, 1)]
    [InlineData("$scope.", "malformed-setting", 0, 7)]
    [InlineData("a ≥ 3", "unknown-sign", 2, 1)]
    [InlineData("a + not q", "not-needs-parentheses", 4, 3)]
    [InlineData("summ(units.a)", "unknown-function", 0, 4)]
    [InlineData("if(q, 1)", "argument-count", 0, 8)]
    [InlineData("min(a)", "argument-count", 0, 6)]
    [InlineData("add_years(opened_on)", "argument-count", 0, 20)]
    [InlineData("exists(teachers)", "aggregate-shape", 7, 8)]
    [InlineData("exists(teachers.certified)", "aggregate-shape", 15, 1)]
    [InlineData("exists(teachers: p where q)", "aggregate-shape", 15, 1)]
    [InlineData("share(teachers)", "aggregate-shape", 6, 8)]
    [InlineData("count(classes.pupils)", "aggregate-shape", 13, 1)]
    [InlineData("sum(units)", "aggregate-shape", 4, 5)]
    [InlineData("sum(units.a at 3)", "expected", 15, 1)]
    [InlineData("1 + units.enrolment", "collection-alone", 4, 5)]
    [InlineData("a in ()", "expected", 6, 1)]
    [InlineData("a in (b)", "expected", 6, 1)]
    public void An_error_names_its_rule_and_place(string text, string rule, int start, int length)
    {
        var error = Assert.Single(FormulaParser.Parse(text).Errors);
        Assert.Equal(("formula." + rule, start, length), (error.Rule, error.Start, error.Length));
    }

    [Theory]
    [InlineData("a ≥ 3", ">=")]
    [InlineData("a ＞ 3", ">")]
    [InlineData("（a)", "(")]
    [InlineData("a × 3", "*")]
    [InlineData("a = “x”", "'")]
    [InlineData("p & q", "and")]
    [InlineData("85％", "/ 100")]
    public void A_confused_sign_is_answered_with_the_sign_that_was_meant(string text, string meant)
    {
        var error = Assert.Single(FormulaParser.Parse(text).Errors);
        Assert.Equal(($"请写成 {meant}", $"Write {meant}"), (error.Remedy.Zh, error.Remedy.En));
    }

    [Fact]
    public void An_error_becomes_a_finding_in_the_readers_language()
    {
        var place = new Origin("standard.yaml", null, "12:5");
        var error = Assert.Single(FormulaParser.Parse("a ≥ 3").Errors);
        var finding = new Finding("formula.unknown-sign", Severity.Error, place, "公式中不能用 '≥'。（公式第 3 个字符起）", "请写成 >=");
        Assert.Equal(finding, error.ToFinding(place, Language.Zh));
        Assert.Equal("'≥' means nothing in a formula. (From character 3 of the formula.)", error.ToFinding(place, Language.En).Message);
    }

    [Theory]
    [InlineData("summ(units.a)", "Did you mean sum?")]
    [InlineData("exist(units where p)", "Did you mean exists?")]
    [InlineData("add_year(opened_on, 1)", "Did you mean add_years?")]
    public void A_mistyped_function_is_answered_with_the_nearest(string text, string remedy) =>
        Assert.Equal(remedy, Assert.Single(FormulaParser.Parse(text).Errors).Remedy.En);

    [Fact]
    public void The_functions_are_listed_where_none_is_near()
    {
        var remedy = Assert.Single(FormulaParser.Parse("sqrt(a)").Errors).Remedy;
        foreach (var name in Operators.Functions.Keys.Union(Operators.Aggregates.Keys))
        {
            Assert.Contains(name, remedy.En, StringComparison.Ordinal);
            Assert.Contains(name, remedy.Zh, StringComparison.Ordinal);
        }
    }
}

using System.Text;
using Junheng.Formulas.Evaluation;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Tests;

/// <summary>Whatever text comes: an answer within a bounded number of steps, never an exception.</summary>
public sealed class FuzzTests
{
    private const int StepsPerToken = 4;

    private static readonly string[] Seeds =
    [
        "100 * above_degree_teachers / enrolment",
        "sum(units.enrolment where stage = 'primary') at date'2026-09-01' > 3 * count(schools)",
        "if(school_type in ('primary', 'nine_year'), round(grounds / 3, 2), -1.50)",
        "not (boarding and sum(units: a * 2 where p or q) >= $scope.teaching_point_min) or grounds is not missing",
        "max(units.enrolment) - min(units: abs(floor(b)) where a is missing)",
        "share(teachers where certified and training_hours >= 90) < 0.85",
        "mean(schools: sum(units: count(classes where pupils > $class.limit)))",
        "not exists(schools where boarding and exists(units where enrolment > $class.limit)) or add_years($census.day, -3) < date'2026-12-31'",
        "max(entries.closed_on where state != 'open') <= date'2026-12-31'",
    ];

    private static readonly string[] Pieces =
    [
        "(", ")", "((((((((", "-", "--", "not ", "1e999999999", "9999999999", "0.", ".", "..", "'", "''", "date'", "$", "$$", " at ", " where ", " in (", ",", ":",
        "sum(", "max(", "if(", " is ", "missing", "\0", "\r\n", "\ud800", "\udfff", "𠮷", "＞", "，", "é", "\u202e", "\u0661", "∞", "<", ">", "=", "!", "!=", "/0", "*", " and ", " or ",
        "units.enrolment", "classes", "0000000000000000000000000000000000000000",
    ];

    [Fact]
    public void Mutations_of_formulas_never_break_it()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 60_000; i++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var edits = random.Next(1, 6); edits > 0; edits--)
            {
                Mutate(text, random);
            }

            AssertAnswers(text.ToString());
        }
    }

    [Fact]
    public void Garbage_never_breaks_it()
    {
        var random = new Random(4711);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(40); length > 0; length--)
            {
                text.Append(random.Next(3) == 0 ? ((char)random.Next(0x10000)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }

            AssertAnswers(text.ToString());
        }
    }

    [Theory]
    [InlineData("(", "")]
    [InlineData("-", "1")]
    [InlineData("not ", "p")]
    [InlineData("1+", "1")]
    [InlineData("a*", "a")]
    [InlineData("1 in (1) or ", "true")]
    [InlineData("sum(units: ", "1")]
    [InlineData("if(true, ", "1")]
    [InlineData("max(1, ", "1")]
    [InlineData("9", "")]
    [InlineData("a.", "")]
    [InlineData("'", "")]
    [InlineData("$a.", "")]
    [InlineData("1 < ", "1")]
    [InlineData("a is missing ", "")]
    public void Repetition_never_breaks_it(string repeated, string end)
    {
        foreach (var times in new[] { 47, 48, 49, 499, 500, 501, 100_000 })
        {
            AssertAnswers(string.Concat(Enumerable.Repeat(repeated, times)) + end);
        }
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0 when at < text.Length:
                text.Remove(at, random.Next(1, Math.Min(8, text.Length - at) + 1));
                break;
            case 1 when at < text.Length:
                text[at] = (char)random.Next(random.Next(2) == 0 ? 128 : 0x10000);
                break;
            case 2:
                var start = random.Next(text.Length + 1);
                text.Insert(at, text.ToString(start, random.Next(text.Length - start + 1)));
                break;
            default:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static void AssertAnswers(string text)
    {
        AssertBoundedReading(text);
        foreach (var level in new[] { "county", "school", "unit" })
        {
            var result = Formula.Compile(text, SchoolWorld.Schema, level);
            if (result.TryGet(out var formula))
            {
                Assert.Equal(formula.ToString(), FormulaParser.Parse(formula.ToString()).Required().ToString());
                var evaluator = new Evaluator(traced: false);
                Assert.NotNull(evaluator.Evaluate(formula.Root, SampleEntity(level), null));
                Assert.InRange(evaluator.Steps, 1, FormulaLimits.Nodes * 4);
            }
            else
            {
                Assert.All(result.Errors, error => AssertPlaced(error, text));
            }
        }
    }

    private static void AssertBoundedReading(string text)
    {
        if (Lexer.Read(text).Tokens is { } tokens)
        {
            Assert.InRange(tokens.Count, 1, text.Length + 1);
            var parser = new Parser(text, tokens);
            Assert.True(parser.ParseFormula() is null == parser.Error is not null, text);
            Assert.InRange(parser.Steps, 1, StepsPerToken * tokens.Count);
        }
    }

    private static void AssertPlaced(FormulaError error, string text)
    {
        Assert.InRange(error.Start, 0, text.Length);
        Assert.InRange(error.Start + error.Length, 0, text.Length);
        Assert.False(error.Message.Zh.Length == 0 || error.Message.En.Length == 0 || error.Remedy.Zh.Length == 0 || error.Remedy.En.Length == 0, error.Rule);
    }

    /// <summary>An entity with two members in each collection, so that at most four entities are visited for a part.</summary>
    private static TestEntity SampleEntity(string level) => level switch
    {
        "county" => new TestEntity("county", "C").With("schools", SampleEntity("school"), SampleEntity("school")).With("entries"),
        "school" => new TestEntity("school", "S", ("grounds", 30)).With("units", SampleEntity("unit"), SampleEntity("unit")),
        _ => SchoolWorld.Unit(("enrolment", 30), ("a", 1), ("b", 0), ("stage", "primary"), ("p", true)).With("teachers", SchoolWorld.Teacher("T", true, 4)),
    };
}

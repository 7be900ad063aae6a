using FsCheck;
using FsCheck.Fluent;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

public sealed class ColumnScreenTests
{
    private static readonly string?[] _stages = ["", "primary", "junior"];

    [Fact]
    public void What_doubles_settle_exact_evaluation_confirms() =>
        Prop.ForAll(Conditions(3).ToArbitrary(), ArbMap.Default.ArbFor<int>(), (text, seed) =>
        {
            var formula = SchoolWorld.Compile(text);
            Assert.True(ColumnScreen.TryCompile(formula, out var screen), text);
            var batch = new Batch(60, new Random(seed));
            var truths = new byte[batch.RowCount];
            screen.Evaluate(batch, truths);
            for (var row = 0; row < truths.Length; row++)
            {
                var exact = formula.Evaluate(batch.Row(row));
                Assert.True(
                    truths[row] switch
                    {
                        ColumnScreen.True => exact.Equals(FormulaValue.True),
                        ColumnScreen.False => exact.Equals(FormulaValue.False),
                        ColumnScreen.Absent => exact is FormulaValue.Missing or FormulaValue.Undefined,
                        _ => true,
                    },
                    $"{text}: {truths[row]} but {exact} at {string.Join(", ", batch.Described(row))}");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1500));

    [Theory]
    [InlineData("a + b = c")]
    [InlineData("a * b - 3 * c <= abs(a) + max(b, c)")]
    [InlineData("if(a > b, a, b) != c")]
    [InlineData("a - b >= -c")]
    public void Whole_numbers_leave_no_doubt(string text)
    {
        Assert.True(ColumnScreen.TryCompile(SchoolWorld.Compile(text), out var screen));
        var truths = new byte[700];

        screen.Evaluate(new Batch(700, new Random(5), onlyWhole: true), truths);

        Assert.DoesNotContain(ColumnScreen.Doubtful, truths);
        Assert.Contains(ColumnScreen.Absent, truths);
    }

    [Fact]
    public void A_tie_that_doubles_miss_is_doubtful()
    {
        Assert.True(ColumnScreen.TryCompile(SchoolWorld.Compile("a + b = c"), out var screen));
        var truths = new byte[1];

        screen.Evaluate(Batch.Of(0.1, 0.2, 0.3), truths);

        Assert.Equal(ColumnScreen.Doubtful, truths[0]);
    }

    [Theory]
    [InlineData("count(classes) > 5")]
    [InlineData("round(a) > 1")]
    [InlineData("opened_on > date'2026-01-01'")]
    [InlineData("(a + b) is missing")]
    [InlineData("a + 1")]
    public void What_it_does_not_know_is_left_to_exact_evaluation(string text) => Assert.False(ColumnScreen.TryCompile(SchoolWorld.Compile(text), out _));

    [Fact]
    public void A_span_of_another_length_is_refused()
    {
        Assert.True(ColumnScreen.TryCompile(SchoolWorld.Compile("a > b"), out var screen));
        Assert.Throws<ArgumentException>(() => screen.Evaluate(Batch.Of(1, 2, 3), new byte[2]));
    }

    private static Gen<string> Sums(int depth)
    {
        var leaf = Gen.Elements("a", "b", "c", "0", "1", "2.5", "0.1", "7");
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Sums(depth - 1);
        return Gen.OneOf(
            leaf,
            from l in inner from r in inner from op in Gen.Elements("+", "-", "*", "/") select $"({l}) {op} ({r})",
            from l in inner from r in inner from f in Gen.Elements("min", "max") select $"{f}({l}, {r})",
            from l in inner select $"abs({l})",
            from l in inner select $"-({l})",
            from l in inner from r in inner select $"if(a > 3, {l}, {r})");
    }

    private static Gen<string> Conditions(int depth)
    {
        var leaf = Gen.OneOf(
            from l in Sums(2) from r in Sums(2) from s in Gen.Elements("=", "!=", "<", "<=", ">", ">=") select $"{l} {s} {r}",
            Gen.Elements("stage = 'primary'", "stage != 'junior'", "stage in ('junior', 'nowhere')", "stage is missing", "b is missing", "c is not missing", "p", "not q", "true"));
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Conditions(depth - 1);
        return Gen.OneOf(
            leaf,
            from l in inner from r in inner from op in Gen.Elements("and", "or") select $"({l}) {op} ({r})",
            from l in inner select $"not ({l})",
            from c in inner from l in inner from r in inner select $"if({c}, {l}, {r})");
    }

    private sealed class Batch : IColumnBatch
    {
        private static readonly string[] _names = ["a", "b", "c", "p", "q"];
        private readonly Dictionary<string, double[]> _values;
        private readonly Dictionary<string, bool[]> _present;
        private readonly byte[] _codes;

        public Batch(int rows, Random random, bool onlyWhole = false)
        {
            RowCount = rows;
            _values = _names.ToDictionary(name => name, name => Enumerable.Range(0, rows)
                .Select(_ => name is "p" or "q" ? random.Next(2) : random.Next(-3, 12) / (onlyWhole || random.Next(3) == 0 ? 1.0 : 10.0)).ToArray());
            _present = _names.ToDictionary(name => name, _ => Enumerable.Range(0, rows).Select(_ => random.Next(6) > 0).ToArray());
            _codes = [.. Enumerable.Range(0, rows).Select(_ => (byte)random.Next(3))];
        }

        public int RowCount { get; }

        public static Batch Of(double a, double b, double c)
        {
            var batch = new Batch(1, new Random(1));
            foreach (var (name, value) in new[] { ("a", a), ("b", b), ("c", c) })
            {
                (batch._values[name][0], batch._present[name][0]) = (value, true);
            }

            return batch;
        }

        public NumberSpan Number(FormulaColumn column) => new(_values[column.Name], _present[column.Name]);

        public CodeSpan Codes(FormulaColumn column) => new(_codes, _stages);

        public IEnumerable<string> Described(int row) => _names.Select(name => $"{name}={(_present[name][row] ? _values[name][row] : null)}");

        public TestEntity Row(int row) => SchoolWorld.Unit(
        [
            .. _names.Select(name => (name, (object?)(!_present[name][row] ? null
                : name is "p" or "q" ? FormulaValue.Of(_values[name][row] != 0)
                : FormulaValue.Of(Rational.FromShortestDecimal(_values[name][row]))))),
            ("stage", _codes[row] == 0 ? null : _stages[_codes[row]]),
        ]);
    }
}

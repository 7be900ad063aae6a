using System.Collections.Frozen;
using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Junheng.Application.Import;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Storage.Returns;

namespace Junheng.Storage.Tests.Returns;

public class StatisticsBlobTests
{
    private static readonly string?[] _texts = [null, "", "澄溪县", "a,\"b\"\n", "𠮷田小学", "0012"];
    private static readonly string[] _decimals = ["0.1", "12345678901234567.89", "-3.00", "1e300", "0", "100000000000000000001", "4.195999999999999999"];

    [Fact]
    public void Every_part_comes_back_as_it_was() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
        seed =>
        {
            var part = RandomPart(seed);
            AssertSame(part, StatisticsBlob.Read(StatisticsBlob.Write(part)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Gathering_rows_keeps_their_exact_cells()
    {
        var part = RandomPart(7);
        AssertSame(part, PartRows.Gather([.. Enumerable.Range(0, part.Count).Select(row => (part, row))]));
    }

    [Fact]
    public void The_same_part_gives_the_same_bytes() => Assert.Equal(StatisticsBlob.Write(RandomPart(3)), StatisticsBlob.Write(RandomPart(3)));

    [Fact]
    public void Other_bytes_are_refused() => Assert.Throws<InvalidDataException>(() => StatisticsBlob.Read([1, 2, 3, 4, 5]));

    private static StatisticsPart RandomPart(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(1, 70);
        bool Flip() => random.Next(2) == 0;
        TextColumn Texts() => TextColumn.Of([.. Enumerable.Range(0, count).Select(_ => _texts[random.Next(_texts.Length)])]);
        T[] Codes<T>(Func<T> next) => [.. Enumerable.Range(0, count).Select(_ => next())];
        return new StatisticsPart
        {
            Layout = Flip() ? TableLayout.School : TableLayout.Unit,
            CountyCode = Texts(),
            SchoolCode = Texts(),
            CountyName = Flip() ? Texts() : null,
            SchoolName = Flip() ? Texts() : null,
            Township = Flip() ? Texts() : null,
            ParentSchoolCode = Flip() ? Texts() : null,
            Stages = Flip() ? Codes(() => (Stage)random.Next(4)) : null,
            SchoolTypes = Flip() ? Codes(() => (SchoolType)random.Next(9)) : null,
            OrganiserTypes = Flip() ? Codes(() => (byte)random.Next(11)) : null,
            Locales = Flip() ? Codes(() => (Locale)random.Next(4)) : null,
            ReportYears = Flip() ? Codes(() => random.Next(2000, 2030)) : null,
            Figures = Enumerable.Range(0, random.Next(1, 6)).ToFrozenDictionary(at => $"figure_{at}", _ => Numbers(random, count)),
            File = "学校.xlsx",
            Sheet = Flip() ? "学校一览" : null,
            SourceRows = Codes(() => random.Next(1, 1_000_000)),
            SourceColumns = Enumerable.Range(0, random.Next(5)).ToFrozenDictionary(at => $"figure_{at}", _ => random.Next(300)),
            Places = Flip() ? Places(random, count) : null,
        };
    }

    private static CellPlaces Places(Random random, int count) => new(
        [new SheetPlace("表.zip/a.xlsx", "小学"), new SheetPlace("b.csv", null)],
        [[], [new CellStep(0, 1)], [new CellStep(1, 0), new CellStep(2, -1)]],
        Enumerable.Range(0, 3).ToFrozenDictionary(
            at => $"figure_{at}",
            _ => Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? default : new CellPlace(random.Next(2), random.Next(1, 99), random.Next(5, 40), random.Next(3))).ToImmutableArray()));

    private static NumberColumn Numbers(Random random, int count)
    {
        var (values, present, exact) = (new double[count], new PresenceBits(count), new Dictionary<int, string>());
        for (var row = 0; row < count; row++)
        {
            if (random.Next(3) > 0)
            {
                var text = _decimals[random.Next(_decimals.Length)];
                values[row] = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
                exact[row] = text;
                present.Set(row);
            }
        }

        return new NumberColumn(values, present, exact.ToFrozenDictionary());
    }

    private static void AssertSame(StatisticsPart expected, StatisticsPart actual)
    {
        Assert.Equal((expected.Count, expected.Layout, expected.File, expected.Sheet), (actual.Count, actual.Layout, actual.File, actual.Sheet));
        Assert.Equal(expected.SourceRows, actual.SourceRows);
        Assert.Equal(expected.SourceColumns.OrderBy(each => each.Key), actual.SourceColumns.OrderBy(each => each.Key));
        Assert.Equal(expected.Places is null, actual.Places is null);
        Assert.All(Enumerable.Range(0, expected.Count), row => Assert.Equal(expected.OriginOf(row, "figure_1"), actual.OriginOf(row, "figure_1")));
        Assert.Equal(expected.Stages, actual.Stages);
        Assert.Equal(expected.SchoolTypes, actual.SchoolTypes);
        Assert.Equal(expected.OrganiserTypes, actual.OrganiserTypes);
        Assert.Equal(expected.Locales, actual.Locales);
        Assert.Equal(expected.ReportYears, actual.ReportYears);
        foreach (var column in new Func<StatisticsPart, TextColumn?>[] { p => p.CountyCode, p => p.SchoolCode, p => p.CountyName, p => p.SchoolName, p => p.Township, p => p.ParentSchoolCode })
        {
            Assert.Equal(Words(column(expected)), Words(column(actual)));
        }

        Assert.Equal(expected.Figures.Keys.Order(StringComparer.Ordinal), actual.Figures.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected.Figures, figure =>
        {
            var read = actual.Figures[figure.Key];
            Assert.Equal(figure.Value.Values.ToArray(), read.Values.ToArray());
            Assert.Equal(Cells(figure.Value), Cells(read));
        });
    }

    private static List<string>? Words(TextColumn? column) => column is null ? null : [.. Enumerable.Range(0, column.Count).Select(row => column[row])];

    private static List<string?> Cells(NumberColumn column) => [.. Enumerable.Range(0, column.Count).Select(row => column.Exact(row)?.ToString())];
}

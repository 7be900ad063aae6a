using System.Globalization;
using Junheng.Assessment.Consistency;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>What the checks find and what they ask for nothing: hundreds of counties, small and large, with errors planted and without.</summary>
public sealed class MeasurementTests
{
    [Fact]
    public void Clean_schools_are_asked_little_and_never_called_wrong()
    {
        var (schools, hits) = (0, new List<CheckHit>());
        var gate = new Lock();
        Parallel.For(0, 160, county =>
        {
            var size = county % 4 == 0 ? 120 : 8 + (county % 23);
            var result = CheckRun.Of(new CleanCounties(1000 + county).County("99" + county.ToString("0000", CultureInfo.InvariantCulture), size));
            lock (gate)
            {
                schools += size;
                hits.AddRange(result.Hits);
            }
        });

        var byRule = hits.GroupBy(hit => hit.Rule.Id).OrderByDescending(group => group.Count()).Select(group => $"{group.Key} {group.Count()}: {group.First().Message.En}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{schools} clean schools, {hits.Count} questions\n{string.Join('\n', byRule)}");
        Assert.Empty(hits.Where(hit => hit.Rule.Kind == CheckKind.Hard).Select(hit => $"{hit.Rule.Id}: {hit.Message.En}"));
        Assert.True(hits.Count * 20 <= schools, string.Join('\n', byRule));
    }

    [Fact]
    public void Planted_errors_are_found()
    {
        var found = new Dictionary<string, (int Made, int Found)>(StringComparer.Ordinal);
        var gate = new Lock();
        Parallel.For(0, PlantedError.All.Count * 6, run =>
        {
            var error = PlantedError.All[run / 6];
            var random = new Random(run);
            var size = run % 2 == 0 ? 15 : 110;
            var rows = new CleanCounties(50_000 + run).County("990101", size);
            var (planted, expected) = Plant(error, rows, size, random);
            var hits = CheckRun.Of(rows).Hits.Where(hit => hit.Rule.Id == error.Rule).ToList();
            var seen = expected.Count(code => hits.Exists(hit => hit.SchoolCode == code || hit.Cells.Any(cell => cell.SchoolCode == code)));
            lock (gate)
            {
                var sum = found.GetValueOrDefault(error.Rule);
                found[error.Rule] = (sum.Made + planted, sum.Found + seen);
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', found.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value.Found}/{each.Value.Made}")));
        var hard = CheckRun.Set.Rules.Where(rule => rule.Kind == CheckKind.Hard).Select(rule => found[rule.Id]).ToList();
        Assert.All(hard, rule => Assert.True(rule.Made > 0));
        Assert.True(hard.Sum(rule => rule.Found) >= 0.95 * hard.Sum(rule => rule.Made));
        Assert.True(found.Count >= 20);
        AssertPageSays(found);
    }

    [Fact]
    public void Slips_of_the_hand_made_with_no_rule_in_mind_are_mostly_noticed()
    {
        var found = new Dictionary<string, (int Made, int Found)>(StringComparer.Ordinal);
        var gate = new Lock();
        Parallel.For(0, 240, run =>
        {
            var slip = Slip.All[run % Slip.All.Count];
            var random = new Random(run);
            var rows = new CleanCounties(90_000 + run).County("990101", 30);
            var before = CheckRun.Of(rows).Hits.Select(hit => hit.SchoolCode).ToHashSet();
            var made = new List<string>();
            for (var school = 0; school < 30; school += 6)
            {
                var row = rows[30 + school];
                if (!before.Contains(row.Code) && slip.Make(row, random))
                {
                    made.Add(row.Code);
                }
            }

            var seen = CheckRun.Of(rows).Hits.Select(hit => hit.SchoolCode).ToHashSet();
            lock (gate)
            {
                var sum = found.GetValueOrDefault(slip.Name);
                found[slip.Name] = (sum.Made + made.Count, sum.Found + made.Count(seen.Contains));
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', found.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value.Found}/{each.Value.Made}")));
        Assert.All(found.Values, slip => Assert.True(slip.Found >= 0.4 * slip.Made, $"{slip}"));
        Assert.True(found.Values.Sum(slip => slip.Found) >= 0.7 * found.Values.Sum(slip => slip.Made));
        AssertPageSays(found);
    }

    /// <summary>The page gives the shares that were measured, to two points: the last digit may hang on the machine's logarithm.</summary>
    private static void AssertPageSays(Dictionary<string, (int Made, int Found)> measured) => Assert.All(measured, each =>
        Assert.InRange(ConsistencyPage.ShareOf(each.Key) - (100.0 * each.Value.Found / each.Value.Made), -2, 2));

    /// <summary>Makes the error in about one school of ten, at least one; returns how many, and whose.</summary>
    private static (int Planted, List<string> Schools) Plant(PlantedError error, List<CheckRow> rows, int size, Random random)
    {
        var planted = new List<string>();
        for (var school = 0; school < size - 1; school += 2)
        {
            var row = rows[size + school];
            if (error.Fits(row) && (planted.Count == 0 || random.Next(5) == 0) && error.Plant(row, rows[school], rows[size + school + 1], random))
            {
                planted.Add(row.Code);
            }
        }

        return (planted.Count, planted);
    }
}

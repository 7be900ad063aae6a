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
        var found = new Dictionary<string, (int Planted, int Found)>(StringComparer.Ordinal);
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
                found[error.Rule] = (sum.Planted + planted, sum.Found + seen);
            }
        });

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', found.OrderBy(each => each.Key).Select(each => $"{each.Key} {each.Value.Found}/{each.Value.Planted}")));
        var hard = CheckRun.Set.Rules.Where(rule => rule.Kind == CheckKind.Hard).Select(rule => found[rule.Id]).ToList();
        Assert.All(hard, rule => Assert.True(rule.Planted > 0));
        Assert.True(hard.Sum(rule => rule.Found) >= 0.95 * hard.Sum(rule => rule.Planted));
        Assert.True(found.Count >= 20);
    }

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

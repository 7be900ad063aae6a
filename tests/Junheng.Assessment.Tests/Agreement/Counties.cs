using System.Globalization;
using Junheng.Assessment.Results;
using Junheng.Assessment.Tests.Reference;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>Judges many random counties by product and reference, table by table, and fails with the first differences and their seed.</summary>
internal static class Counties
{
    private const int MostShown = 12;

    /// <summary>Runs <paramref name="tables"/> tables side by side; <paramref name="differences"/> makes one from its seed and compares.</summary>
    public static void Agree(int tables, Func<ulong, IEnumerable<string>> differences)
    {
        var found = new System.Collections.Concurrent.ConcurrentQueue<string>();
        Parallel.For(1, tables + 1, (seed, loop) =>
        {
            foreach (var difference in differences((ulong)seed).Take(MostShown))
            {
                found.Enqueue(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}"));
                loop.Stop();
            }
        });
        Assert.True(found.IsEmpty, string.Join(Environment.NewLine, found.Take(MostShown)));
    }

    /// <summary>The differences between product and reference over the counties of a unit table.</summary>
    public static IEnumerable<string> OfUnits(IReadOnlyList<ReferenceUnitRow> rows, ReferenceStandard standard)
    {
        var product = Product.Assess(ProductTable.OfUnits(rows), Product.Of(standard));
        return Differences(product, ReferenceAssessment.Assess(rows, standard), null);
    }

    /// <summary>The differences between product and reference over the counties of a school table.</summary>
    public static IEnumerable<string> OfSchools(IReadOnlyList<ReferenceSchoolRow> rows, ReferenceStandard standard)
    {
        var product = Product.Assess(ProductTable.OfSchools(rows), Product.Of(standard));
        return Differences(product, ReferenceAssessment.Assess(rows, standard), new BlankCells(rows, standard).Names);
    }

    private static IEnumerable<string> Differences(
        AssessmentResult product, IReadOnlyList<ReferenceCounty> reference, Func<string, ReferenceUnitResult, ReferenceFinding, IEnumerable<string>>? missing)
    {
        var byCode = reference.ToDictionary(county => county.Code);
        for (var at = 0; at < product.CountyCount; at++)
        {
            var county = product.County(at);
            if (!byCode.Remove(county.Code, out var expected))
            {
                // A county whose only schools teach nothing that is judged has no unit, which the reference does not see at all.
                if (county.Units.Length + county.Excluded.Length > 0)
                {
                    yield return $"{county.Code}: the reference knows no unit of it";
                }

                continue;
            }

            if (county.Verdict != product.VerdictOf(at))
            {
                yield return $"{county.Code}: the quick verdict is not the explained one";
            }

            foreach (var difference in Comparison.Differences(county, expected, missing is null ? null : (unit, finding) => missing(expected.Code, unit, finding)))
            {
                yield return difference;
            }
        }

        foreach (var county in byCode.Keys)
        {
            yield return $"{county}: the product leaves it out";
        }
    }
}

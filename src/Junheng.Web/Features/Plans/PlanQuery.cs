using System.Collections.Immutable;
using Junheng.Application.Plans;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Web.Features.Plans;

/// <summary>Reads what is asked of a plan from an address. What can't be read counts as not given.</summary>
internal static class PlanQuery
{
    public const string Price = "price.";
    public const string Level = "level";
    public const string Budget = "budget";
    public const string Missing = "missing";
    public const string Caps = "caps";
    public const string Lock = "lock";
    private const int LeastLevel = 10;
    private const int MostLevel = 1000;
    private const int MostBounds = 2000;

    public static AskedPlan Read(IQueryCollection query, string county)
    {
        var prices = ImmutableSortedDictionary.CreateBuilder<string, Rational>(StringComparer.Ordinal);
        foreach (var (name, values) in query.Where(each => each.Key.StartsWith(Price, StringComparison.Ordinal)))
        {
            if (Number(values.ToString()) is { Sign: > 0 } price)
            {
                prices[name[Price.Length..]] = price;
            }
        }

        var level = Number(query[Level].ToString());
        return new AskedPlan(
            prices.ToImmutable(),
            level is { } given && given >= LeastLevel && given <= MostLevel ? given : 100,
            Number(query[Budget].ToString()) is { Sign: > 0 } budget ? budget : null,
            Enum.TryParse<MissingRule>(query[Missing].ToString(), ignoreCase: true, out var missing) && Enum.IsDefined(missing) ? missing : MissingRule.Mean,
            [.. Lines(query[Caps].ToString().Split('\n'), ',', county)],
            [.. Lines(query[Lock].OfType<string>(), '|', county)]);
    }

    /// <summary>A lock as it stands in an address.</summary>
    public static string LockOf(string school, Stage stage, string item, Rational amount) => $"{school}|{(stage == Stage.None ? "shared" : stage.Id())}|{item}|{amount.Decimal() ?? amount.ToString()}";

    private static Rational? Number(string text) => Rational.TryParseDecimal(text.Trim().Replace(",", "", StringComparison.Ordinal), out var value) ? value : null;

    private static IEnumerable<AddBound> Lines(IEnumerable<string> lines, char separator, string county) => lines
        .Take(MostBounds)
        .Select(line => line.Split(separator, StringSplitOptions.TrimEntries))
        .Where(parts => parts.Length == 4 && ExactNumbers.ReadExact(parts[3]) is { Sign: >= 0 })
        .Select(parts => new AddBound(county, parts[0], Stages.Parse(parts[1]), parts[2], ExactNumbers.ReadExact(parts[3])!.Value, Origin.None))
        .DistinctBy(bound => (bound.SchoolCode, bound.Stage, bound.Item));
}

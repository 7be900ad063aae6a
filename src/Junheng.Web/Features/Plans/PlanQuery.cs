using System.Collections.Immutable;
using System.Text;
using Junheng.Application.Counties;
using Junheng.Application.Plans;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Features.Plans;

/// <summary>What is asked of a plan, as it stands in an address: read from it, and written so that equal terms have one address.</summary>
internal static class PlanQuery
{
    public const string Price = "price.";
    public const string Level = "level";
    public const string Budget = "budget";
    public const string Margin = "margin";
    public const string Missing = "missing";
    public const string Caps = "caps";
    public const string Own = "own";
    public const string Lock = "lock";
    public const string Skip = "skip";
    public const string Full = "full";
    public const string Kept = "kept";
    public const int LeastLevel = 10;
    public const int MostLevel = 1000;
    private const char Separator = '~'; // stands in an address as it is
    private const int MostBounds = 2000;
    private const int TenThousand = 10_000;
    private static readonly Rational _hundred = 100;
    private static readonly Rational _mostMargin = Rational.FromFraction(3, 10);

    public static AskedPlan Read(IQueryCollection query, string county)
    {
        var unread = ImmutableArray.CreateBuilder<UnreadTerm>();
        Rational? Given(string name, Func<Rational, bool> isFit)
        {
            var text = query[name].ToString();
            var number = Number(text);
            if (text.Trim().Length > 0 && (number is not { } known || !isFit(known)))
            {
                unread.Add(new UnreadTerm(name, text));
                return null;
            }

            return number;
        }

        var prices = ImmutableSortedDictionary.CreateBuilder<string, Rational>(StringComparer.Ordinal);
        foreach (var name in query.Keys.Where(key => key.StartsWith(Price, StringComparison.Ordinal)).Take(MostBounds))
        {
            if (Given(name, price => price.Sign > 0) is { } price)
            {
                prices[name[Price.Length..]] = price;
            }
        }

        var skipped = Bounds(query[Skip].OfType<string>().Select(each => $"{each}{Separator}0"), Separator, county, Skip, unread);
        var locks = Bounds(query[Lock].OfType<string>(), Separator, county, Lock, unread);
        return new AskedPlan(
            prices.ToImmutable(),
            Given(Level, level => level >= LeastLevel && level <= MostLevel) ?? _hundred,
            Given(Budget, budget => budget.Sign > 0),
            Enum.TryParse<MissingRule>(query[Missing].ToString(), ignoreCase: true, out var missing) && Enum.IsDefined(missing) ? missing : MissingRule.Mean,
            Bounds(query[Caps].ToString().Split('\n'), ',', county, Caps, unread),
            [.. locks.Where(each => !skipped.Any(other => IsSame(each, other)))])
        {
            Margin = Given(Margin, margin => margin.Sign >= 0 && margin <= _mostMargin) ?? Rational.Zero,
            Skipped = skipped,
            SchoolPrices = OwnPrices(query[Own].ToString().Split('\n'), unread),
            Unread = unread.ToImmutable(),
        };
    }

    /// <summary>Terms and basis as they stand behind an address; what is as usual is left out, so that the usual plan has the bare address.</summary>
    public static string Write(AskedPlan asked, PriceSet defaults, Basis basis, bool isFull)
    {
        var query = new QueryBuilder(basis.Words().Select(word => KeyValuePair.Create(word.Name, word.Value)));
        if (basis.Year is { } year)
        {
            query.Add(BasisWords.Year, Plain((Rational)year));
        }

        foreach (var (item, price) in asked.Prices.Where(price => !defaults.Rules.TryGetValue(price.Key, out var usual) || usual.Value != price.Value))
        {
            query.Add(Price + item, Plain(price));
        }

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        Add(Level, asked.Level == _hundred ? null : Plain(asked.Level));
        Add(Budget, asked.Budget is { } budget ? Plain(budget) : null);
        Add(Margin, asked.Margin.Sign > 0 ? Plain(asked.Margin) : null);
        Add(Missing, asked.Missing == MissingRule.Mean ? null : asked.Missing.ToString());
        Add(Caps, TextOf(asked.Caps));
        Add(Own, TextOf(asked.SchoolPrices));
        foreach (var each in asked.Locks)
        {
            query.Add(Lock, LockOf(each.SchoolCode, each.Stage, each.Item, each.Amount));
        }

        foreach (var each in asked.Skipped)
        {
            query.Add(Skip, PlaceOf(each.SchoolCode, each.Stage, each.Item));
        }

        Add(Full, isFull ? "1" : null);
        return query.ToString();
    }

    /// <summary>Caps as lines of text.</summary>
    public static string TextOf(ImmutableArray<AddBound> caps) => string.Join('\n', caps.Select(cap => LockOf(cap.SchoolCode, cap.Stage, cap.Item, cap.Amount).Replace(Separator, ',')));

    /// <summary>Prices of single schools as lines of text.</summary>
    public static string TextOf(ImmutableArray<SchoolPrice> prices) => string.Join('\n', prices.Select(each => $"{each.SchoolCode},{each.Item},{Plain(each.Price)}"));

    /// <summary>A lock as it stands in an address.</summary>
    public static string LockOf(string school, Stage stage, string item, Rational amount) => $"{PlaceOf(school, stage, item)}{Separator}{Plain(amount)}";

    /// <summary>What is meant at which school, as it stands in an address.</summary>
    public static string PlaceOf(string school, Stage stage, string item) => $"{school}{Separator}{(stage == Stage.None ? "shared" : stage.Id())}{Separator}{item}";

    /// <summary>A number as it stands in a field.</summary>
    public static string Plain(Rational value) => value.Decimal() ?? value.ToString();

    private static bool IsSame(AddBound one, AddBound other) => one.SchoolCode == other.SchoolCode && one.Stage == other.Stage && one.Item == other.Item;

    /// <summary>A number as people type it: full-width digits, thousands, and a 万 behind it are understood.</summary>
    private static Rational? Number(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Trim().Replace(",", "", StringComparison.Ordinal);
        var isTenThousands = plain.EndsWith('万');
        return Rational.TryParseDecimal(isTenThousands ? plain[..^1].TrimEnd() : plain, out var value) ? isTenThousands ? value * TenThousand : value : null;
    }

    private static ImmutableArray<AddBound> Bounds(IEnumerable<string> lines, char separator, string county, string field, ImmutableArray<UnreadTerm>.Builder unread)
    {
        var bounds = new List<AddBound>();
        foreach (var line in lines.Where(line => line.Trim().Length > 0).Take(MostBounds))
        {
            var parts = line.Split(separator, StringSplitOptions.TrimEntries);
            if (parts.Length == 4 && (parts[1] == "shared" || Stages.Parse(parts[1]) != Stage.None) && ExactNumbers.ReadExact(parts[3]) is { Sign: >= 0 } amount)
            {
                bounds.Add(new AddBound(county, parts[0], Stages.Parse(parts[1]), parts[2], amount, Origin.None));
            }
            else
            {
                unread.Add(new UnreadTerm(field, line.Trim()));
            }
        }

        return [.. bounds.DistinctBy(bound => (bound.SchoolCode, bound.Stage, bound.Item))];
    }

    private static ImmutableArray<SchoolPrice> OwnPrices(IEnumerable<string> lines, ImmutableArray<UnreadTerm>.Builder unread)
    {
        var prices = new List<SchoolPrice>();
        foreach (var line in lines.Where(line => line.Trim().Length > 0).Take(MostBounds))
        {
            var parts = line.Split(',', StringSplitOptions.TrimEntries);
            if (parts.Length == 3 && Number(parts[2]) is { Sign: > 0 } price)
            {
                prices.Add(new SchoolPrice(parts[0], parts[1], price));
            }
            else
            {
                unread.Add(new UnreadTerm(Own, line.Trim()));
            }
        }

        return [.. prices.DistinctBy(each => (each.SchoolCode, each.Item))];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Plans;

/// <summary>
/// Reads a county's prices: keys are items, each a number or <c>{default, bySchool: {code: number}}</c>, with <c>recurrent</c>, <c>horizon_years</c>,
/// <c>lot</c> and <c>also_counts</c> where wanted.
/// </summary>
internal static class PricesFile
{
    private const int LongestHorizon = 100;

    /// <summary>The prices; what is wrong is told to the reader.</summary>
    public static PriceSet Read(DefinitionNode.Map map, ColumnCatalogue columns, DefinitionReader reader)
    {
        var rules = ImmutableSortedDictionary.CreateBuilder<string, PriceRule>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (columns[entry.Key] is not { IsItem: true })
            {
                ReportItem(entry.Key, entry.KeyAt, columns, reader);
            }
            else if (Rule(entry, columns, reader) is { } rule)
            {
                rules[entry.Key] = rule;
            }
        }

        return new PriceSet(rules.ToImmutable());
    }

    private static PriceRule? Rule(DefinitionEntry entry, ColumnCatalogue columns, DefinitionReader reader)
    {
        if (entry.Value is not DefinitionNode.Map map)
        {
            return Price(entry.Value, entry.Key, reader) is { } value ? new PriceRule(entry.Key, value) : null;
        }

        reader.AllowOnly(map, "default", "bySchool", "recurrent", "horizon_years", "lot", "also_counts");
        if (map["default"] is not { } node)
        {
            reader.Report("prices.no-default", map.At, new($"“{entry.Key}”缺少 default（一般单价）", $"'{entry.Key}' lacks 'default'"), new("补上 default: 数", "Add 'default: NUMBER'"));
            return null;
        }

        var also = reader.Texts(map, "also_counts");
        foreach (var item in also.Where(item => columns[item] is not { IsItem: true }))
        {
            ReportItem(item, map["also_counts"]!.At, columns, reader);
        }

        return Price(node, entry.Key, reader) is { } price
            ? new PriceRule(entry.Key, price) { BySchool = BySchool(map, reader), Years = Years(map, reader), Lot = map["lot"] is { } lot ? Positive(lot, "lot", reader) : null, AlsoCounts = also }
            : null;
    }

    private static ImmutableSortedDictionary<string, Rational> BySchool(DefinitionNode.Map map, DefinitionReader reader)
    {
        var own = ImmutableSortedDictionary.CreateBuilder<string, Rational>(StringComparer.Ordinal);
        foreach (var entry in map["bySchool"] is { } node && reader.Map(node, "bySchool") is { } schools ? schools.Entries : [])
        {
            if (Price(entry.Value, entry.Key, reader) is { } value)
            {
                own[entry.Key] = value;
            }
        }

        return own.ToImmutable();
    }

    /// <summary>0 for what is paid once; a recurrent price without a horizon counts one year.</summary>
    private static int Years(DefinitionNode.Map map, DefinitionReader reader)
    {
        var isRecurrent = reader.Truth(map, "recurrent");
        if (reader.Text(map, "horizon_years") is not { } text)
        {
            return isRecurrent ? 1 : 0;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var years) || years is < 1 or > LongestHorizon)
        {
            reader.Report("prices.horizon", map["horizon_years"]!.At, new($"horizon_years 不能是“{text}”", $"horizon_years cannot be '{text}'"), new("写 1 到 100 的整数年数", "Write whole years from 1 to 100"));
            return 0;
        }

        return isRecurrent ? years : 0;
    }

    private static Rational? Price(DefinitionNode node, string what, DefinitionReader reader) => Positive(node, what, reader);

    private static Rational? Positive(DefinitionNode node, string what, DefinitionReader reader)
    {
        if (reader.Decimal(node, what) is not { } value)
        {
            return null;
        }

        if (value.Sign <= 0)
        {
            reader.Report("prices.not-positive", node.At, new($"“{what}”应大于零", $"'{what}' must be positive"), new("填写大于零的数，单位是元", "Write a positive number of yuan"));
            return null;
        }

        return value;
    }

    private static void ReportItem(string item, DefinitionPosition at, ColumnCatalogue columns, DefinitionReader reader)
    {
        var known = string.Join("、", columns.Columns.Where(column => column.IsItem).Select(column => column.Id));
        reader.Report("prices.unknown-item", at, new($"不认识的项目“{item}”", $"Unknown item '{item}'"), new($"可用：{known}", $"Known: {known}"));
    }
}

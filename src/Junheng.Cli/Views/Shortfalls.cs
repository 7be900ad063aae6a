using Junheng.Assessment.Results;
using Junheng.Cli.Pages;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>What a school lacks, in whole things: "3 名体育、艺术教师，212 ㎡教学及辅助用房".</summary>
internal static class Shortfalls
{
    /// <summary>Everything that the findings lack to their norms.</summary>
    public static string Of(IEnumerable<IndicatorFinding> findings, ColumnCatalogue columns, Language language) => string.Join(
        language == Language.En ? ", " : "，",
        findings.Where(finding => finding.ShortfallToNorm is { Sign: > 0 }).Select(finding => Amount(finding.ShortfallToNorm!.Value, columns[finding.Indicator.Item]!, language)));

    /// <summary>One amount of an item, rounded up to whole things so that it suffices.</summary>
    public static string Amount(Rational amount, ColumnDefinition item, Language language)
    {
        var measure = item.Measure.In(language);
        var number = PrintedNumber.WholeUp(amount);
        return language == Language.En
            ? measure.Length == 0 ? $"{number} {item.Short.En}" : $"{number} {measure} of {item.Short.En}"
            : $"{number} {measure}{item.Short.Zh}";
    }
}

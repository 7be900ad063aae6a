using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Counties;

/// <summary>What came of reading a basis.</summary>
public abstract record BasisReading
{
    private BasisReading()
    {
    }

    /// <summary>It can be judged by.</summary>
    public sealed record Read(Basis Basis) : BasisReading;

    /// <summary>Something is wrong with it: everything that is.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : BasisReading;
}

/// <summary>
/// Use case: read and check the basis that somebody asks to judge by. Only standards and overlays of the product can be named: an address never opens a file.
/// Settings given their own default fall away, so that one basis is written in one way.
/// </summary>
public sealed class ReadBasis(IStandardLibrary library)
{
    private const int EarliestYear = 1949;
    private const int LatestYear = 2200;

    /// <summary>Reads it.</summary>
    public BasisReading Run(BasisWords words, Language language)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        void Refuse(string rule, string zh, string en, string remedyZh, string remedyEn) =>
            findings.Add(new Finding(rule, Severity.Error, Origin.None, language == Language.En ? en : zh, language == Language.En ? remedyEn : remedyZh));

        var id = string.IsNullOrWhiteSpace(words.StandardId) ? StandardRequest.DefaultId : words.StandardId.Trim();
        if (!library.Ids.Contains(id))
        {
            Refuse("basis.standard", $"没有标准“{id}”", $"There is no standard '{id}'", $"可用：{string.Join("、", library.Ids)}", $"Known: {string.Join(", ", library.Ids)}");
        }

        var overlays = words.Overlays.Select(each => each.Trim()).Where(each => each.Length > 0).Distinct().ToImmutableArray();
        foreach (var overlay in overlays.Where(each => !library.OverlayIds.Contains(each)))
        {
            Refuse("basis.overlay", $"没有叠加项“{overlay}”", $"There is no overlay '{overlay}'", $"可用：{string.Join("、", library.OverlayIds)}", $"Known: {string.Join(", ", library.OverlayIds)}");
        }

        var settings = ImmutableArray.CreateBuilder<SettingOverride>();
        foreach (var text in words.Settings.Select(each => each.Trim()).Where(each => each.Length > 0))
        {
            if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                settings.Add(new SettingOverride(text[..at].Trim(), text[(at + 1)..].Trim()));
            }
            else
            {
                Refuse("basis.setting", $"设置“{text}”不是“编号=值”的形式", $"The setting '{text}' is not written ID=VALUE", "写成 编号=值，例如 easements.until=2027-12-31", "Write ID=VALUE, such as easements.until=2027-12-31");
            }
        }

        var (year, date) = (Year(words.YearText), Date(words.DateText));
        if (year is null && !string.IsNullOrWhiteSpace(words.YearText))
        {
            Refuse("basis.year", $"“{words.YearText}”不是年度", $"'{words.YearText}' is not a report year", "写成四位年份，例如 2026", "Write four digits, such as 2026");
        }

        if (date is null && !string.IsNullOrWhiteSpace(words.DateText))
        {
            Refuse("basis.date", $"“{words.DateText}”不是日期", $"'{words.DateText}' is not a date", "写成 2026-11-21 的形式", "Write it like 2026-11-21");
        }

        if (date is { } day && year is > 0 and var chosen && day < new DateOnly(chosen, 9, 1))
        {
            Refuse("basis.date-before-year", $"评估日期 {words.DateText} 早于 {chosen} 年年报的 9 月 1 日", $"The date {words.DateText} lies before 1 September of the report year {chosen}", "改日期，或改选更早的年度", "Choose a later date or an earlier year");
        }

        var request = new StandardRequest(id, overlays, settings.ToImmutable());
        return findings.Count > 0 ? new BasisReading.Refused(findings.ToImmutable()) : Opened(request, year, date, language);
    }

    private BasisReading Opened(StandardRequest request, int? year, DateOnly? date, Language language) => library.Open(request, language) switch
    {
        StandardOpening.Opened opened => new BasisReading.Read(new Basis { Standard = request with { Settings = Changed(request, opened.Standard, language) }, Year = year, Date = date }),
        StandardOpening.Refused refused => new BasisReading.Refused(refused.Findings),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    /// <summary>The settings that differ from what standard and overlays say without them.</summary>
    private ImmutableArray<SettingOverride> Changed(StandardRequest request, Standard standard, Language language)
    {
        if (request.Settings.IsEmpty || library.Open(request with { Settings = [] }, language) is not StandardOpening.Opened { Standard: var plain })
        {
            return [];
        }

        var before = plain.Settings.ToDictionary(setting => setting.Id, setting => setting.Value, StringComparer.Ordinal);
        return [.. standard.Settings.Where(setting => before[setting.Id] != setting.Value).Select(setting => new SettingOverride(setting.Id, setting.Value))];
    }

    private static int? Year(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is 0 or (>= EarliestYear and <= LatestYear) ? year : null;

    private static DateOnly? Date(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}

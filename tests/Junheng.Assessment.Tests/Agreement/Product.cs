using Junheng.Application.Standards;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Assessment.Tests.Reference;
using Junheng.Documents.Definitions;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Agreement;

/// <summary>The product as it is used: standards from their files, verdicts on a day after every easement has lapsed.</summary>
internal static class Product
{
    /// <summary>The evaluation date of most tests.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 21);

    /// <summary>The quality balance standard of 2017 in force on <see cref="Today"/>.</summary>
    public static StandardInForce QualityBalance2017 { get; } = Open("cn-2017-quality-balance").At(Today);

    /// <summary>The basic balance standard of 2012 in force on <see cref="Today"/>.</summary>
    public static StandardInForce BasicBalance2012 { get; } = Open("cn-2012-basic-balance").At(Today);

    /// <summary>The standard of a year in force.</summary>
    public static StandardInForce Of(ReferenceStandard standard) => standard.Year == 2017 ? QualityBalance2017 : BasicBalance2012;

    /// <summary>A sound standard with overlays and settings.</summary>
    public static Standard Open(string idOrFile, string[]? overlays = null, params SettingOverride[] settings) =>
        StandardFiles.BesideProgram.Open(new StandardRequest(idOrFile, [.. overlays ?? []], [.. settings]), Language.En) is StandardOpening.Opened opened
            ? opened.Standard
            : throw new InvalidOperationException($"{idOrFile} does not open.");

    /// <summary>Judges a table.</summary>
    public static AssessmentResult Assess(StatisticsTable table, StandardInForce inForce) => AssessmentResult.Of(table, inForce);
}

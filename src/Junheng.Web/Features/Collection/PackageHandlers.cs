using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Packages;
using Junheng.Domain.Findings;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>Frozen years as signed packages: out of a county, and into the city or province.</summary>
internal static class PackageHandlers
{
    public static async Task<IResult> SendAsync(string code, int year, HttpContext context, CollectionDesk desk, SendPackage send, CancellationToken cancellation) =>
        await desk.FindAsync(context, code, year, cancellation) is { Round.Freeze: { } freeze } round && await send.RunAsync(round.Round, round.County with { Name = round.CountyName }, cancellation) is { } package
            ? TypedResults.File(package, "application/zip", $"{round.CountyName}{year}第{freeze.Version}版.zip")
            : ErrorHandlers.NotFound(context);

    /// <summary>Reports a frozen year to the level above by network.</summary>
    public static async Task<IResult> ReportAsync(
        string code, int year, HttpContext context, CollectionDesk desk, ReportUpwards report, ICollectionStore store, RoundProposals proposals, WorkingDays calendar, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return ErrorHandlers.NotFound(context);
        }

        var answer = await report.RunAsync(round.Round, round.County with { Name = round.CountyName }, context.OwnSession().Person.Id, ChosenLanguage.Of(context) == Language.En ? "en" : "zh", cancellation);
        ImmutableArray<RefusedStep> refused = answer switch
        {
            UpperAnswer.TakenOver => [],
            UpperAnswer.Refused reasons => [.. reasons.Reasons.Select(reason => new RefusedStep("", new LocalizedText(reason, reason)))],
            UpperAnswer.NothingToSend => [new RefusedStep("", new LocalizedText("没有设置上级节点的地址，或本年度还没有冻结", "No address of the level above is set, or the year is not frozen yet"))],
            _ => [new RefusedStep("", new LocalizedText("连不上上级节点；可稍后再试，或导出数据包用文件报送", "The level above cannot be reached; try again later, or export the package and hand it over as a file"))],
        };
        return refused.IsEmpty
            ? new SeeOther($"{round.Address}?said=collect.Reported")
            : await RoundHandlers.PageAsync(round, null, refused, StatusCodes.Status422UnprocessableEntity, store, proposals, calendar, clock, cancellation);
    }

    public static async Task<IResult> ShowAsync(string code, string? said, HttpContext context, CollectionDesk desk, CancellationToken cancellation) =>
        await desk.CountyAsync(code, cancellation) is { } county
            ? new PageResult<TakeOverPage>(new { County = county, Said = Said.Of(said), Findings = ImmutableArray<Finding>.Empty, Manifest = (PackageManifest?)null })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> TakeOverAsync(string code, HttpContext context, CollectionDesk desk, IPackageFiles packages, ReceivePackage receive, CancellationToken cancellation)
    {
        if (await desk.CountyAsync(code, cancellation) is not { } county)
        {
            return ErrorHandlers.NotFound(context);
        }

        var language = ChosenLanguage.Of(context);
        var file = await KeptUploads.ReadAsync(context.Request.Form.Files.GetFile("package"), cancellation);
        var opening = file is null ? null : packages.Open(file.Name, file.Content!, language);
        var (findings, manifest) = opening switch
        {
            PackageOpening.Opened { Package.Manifest: var other } when other.CountyCode != code => ([OtherCounty(file!.Name, other.CountyCode, language)], other),
            PackageOpening.Opened { Package.Manifest: var own } => (
                await receive.RunAsync(file!.Name, file.Content!, context.OwnSession().Person.Id, language, cancellation) is ReceiveOutcome.Refused refused ? refused.Findings : ImmutableArray<Finding>.Empty, own),
            PackageOpening.Refused unreadable => (unreadable.Findings, (PackageManifest?)null),
            _ => ([NoFile(language)], null),
        };
        return findings.IsEmpty
            ? new SeeOther($"/counties/{Uri.EscapeDataString(code)}/package?said=collect.TakenOver")
            : new PageResult<TakeOverPage>(new { County = county, Said = (Said?)null, Findings = findings, Manifest = manifest }, StatusCodes.Status422UnprocessableEntity);
    }

    private static Finding OtherCounty(string file, string county, Language language) => new(
        "package.other-county",
        Severity.Error,
        new Origin(file),
        new LocalizedText($"这是县 {county} 的数据包", $"This is a package of county {county}").In(language),
        new LocalizedText("到那个县的页面接收", "Take it over on that county's page").In(language),
        county);

    private static Finding NoFile(Language language) => new(
        "package.unreadable", Severity.Error, Origin.None, new LocalizedText("没有选择文件", "No file was chosen").In(language), new LocalizedText("选择县里导出的数据包", "Choose the package that the county exported").In(language));
}

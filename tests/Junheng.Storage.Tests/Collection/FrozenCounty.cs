using System.Collections.Immutable;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Collection;

/// <summary>A county of one school whose year is frozen.</summary>
internal static class FrozenCounty
{
    public static Region County { get; } = new(new ScopeId(1), "990121", "示例县", RegionLevel.County, null);

    public static CollectionRound Round { get; } = new(
        County.Scope, 2026, "2026年秋季事业统计", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 20), new DateOnly(2026, 9, 30), StandardRequest.DefaultId, null);

    public static Standard Standard { get; } =
        ((StandardOpening.Opened)StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh)).Standard;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ImmutableSortedDictionary<string, string> Figures { get; } = new Dictionary<string, string>
    {
        ["enrolment_primary"] = "400",
        ["above_degree_teachers_primary"] = "20",
        ["backbone_teachers_primary"] = "5",
        ["pe_art_teachers_primary"] = "4",
        ["teaching_area_m2"] = "2200",
        ["sports_area_m2"] = "3600",
        ["equipment_yuan"] = "900000",
        ["multimedia_rooms"] = "12",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Opens, fills in, approves and freezes; the round as it then is.</summary>
    public static async Task<CollectionRound> FreezeAsync(TemporaryDatabase database)
    {
        var check = new CheckEntries(new StatisticsFiles());
        await database.Collection.OpenAsync(Round, [new AskedSchool("S001", "第1小学", SchoolType.Primary, "东镇")], "clerk", Cancellation);
        await new SaveReturn(database.Collection, check).RunAsync(
            new SaveRequest(Round, County.Code, County.Name, "S001", 0, Figures, ImmutableSortedDictionary<string, string>.Empty, "amy", Language.Zh), Standard, Cancellation);
        var step = new TakeReturnStep(database.Collection);
        Assert.Empty(await step.RunAsync(new StepRequest(Round, ["S001"], ReturnStep.Submit, "", "amy"), Cancellation));
        Assert.Empty(await step.RunAsync(new StepRequest(Round, ["S001"], ReturnStep.Approve, "", "reviewer"), Cancellation));
        Assert.IsType<FreezeOutcome.Frozen>(await new FreezeYear(database.Collection, check, SampleImport.Make, TimeProvider.System).RunAsync(
            new FreezeRequest(Round, County, "leader", "reviewer", Language.Zh), Standard, Cancellation));
        return Assert.Single(await database.Collection.RoundsAsync(County.Scope, Cancellation));
    }
}

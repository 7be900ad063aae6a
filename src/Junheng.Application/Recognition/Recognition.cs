using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Domain.Text;

namespace Junheng.Application.Recognition;

/// <summary>How far a county has come on its way to recognition (县级自评 → 市级复核 → 省级评估 → 国家认定). Stored as a number, so the order never changes.</summary>
public enum RecognitionState : byte
{
    /// <summary>未启动.</summary>
    NotStarted = 0,

    /// <summary>县级自评.</summary>
    CountySelfEvaluation = 1,

    /// <summary>市级复核.</summary>
    CityReview = 2,

    /// <summary>省级评估.</summary>
    ProvincialEvaluation = 3,

    /// <summary>国家认定: recognised.</summary>
    NationalCertification = 4,
}

/// <summary>One entry of a county's way; the last one says where it stands.</summary>
/// <param name="Scope">The county.</param>
/// <param name="Number">From 1.</param>
/// <param name="PlannedYear">The year in which it means to be recognised; null where none is planned.</param>
/// <param name="State">How far it is.</param>
/// <param name="OnDate">Since which day.</param>
/// <param name="Note">Why, where it needs saying.</param>
/// <param name="Actor">Who entered it.</param>
/// <param name="At">When.</param>
public sealed record RecognitionEntry(ScopeId Scope, int Number, int? PlannedYear, RecognitionState State, DateOnly OnDate, string Note, string Actor, DateTimeOffset At);

/// <summary>An aim for the share of counties recognised by a year.</summary>
/// <param name="Region">Whose aim: a region's code.</param>
/// <param name="Year">By the end of which year.</param>
/// <param name="Share">0 to 1; null where the document gives no number.</param>
/// <param name="Title">Its words.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Mark">Confidence.</param>
public sealed record RecognitionTarget(string Region, int Year, double? Share, LocalizedText Title, string Source, string Mark);

/// <summary>The aims that come with the product.</summary>
public interface IRecognitionTargets
{
    /// <summary>Every aim, by region and year.</summary>
    ImmutableArray<RecognitionTarget> All { get; }
}

/// <summary>Where entries are kept: they are added, never changed.</summary>
public interface IRecognitions
{
    /// <summary>The last entry of each county that has one.</summary>
    Task<ImmutableArray<RecognitionEntry>> LatestAsync(CancellationToken cancellation);

    /// <summary>All entries of a county, oldest first.</summary>
    Task<ImmutableArray<RecognitionEntry>> OfAsync(ScopeId county, CancellationToken cancellation);

    /// <summary>Adds an entry, numbered after the last, with its entry of the audit. False where another was added since <paramref name="basedOn"/>.</summary>
    Task<bool> AddAsync(RecognitionEntry entry, int basedOn, AuditEntry audit, CancellationToken cancellation);
}

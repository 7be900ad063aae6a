using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Domain.Text;
using Junheng.Web.Gate;

namespace Junheng.Web.Features.Collection;

/// <summary>A round with what its pages need.</summary>
/// <param name="County">The county.</param>
/// <param name="Round">The round.</param>
/// <param name="Standard">The standard whose items are collected.</param>
/// <param name="MayEnter">Whether the reader may enter figures in the whole county.</param>
/// <param name="MayReview">Whether the reader may review.</param>
public sealed record RoundOnDesk(Region County, CollectionRound Round, Standard Standard, bool MayEnter, bool MayReview)
{
    /// <summary>The name to show: the code where there is no name.</summary>
    public string CountyName => County.Name.Length > 0 ? County.Name : County.Code;

    /// <summary>The address of its page.</summary>
    public string Address => $"/counties/{Uri.EscapeDataString(County.Code)}/rounds/{Round.ReportYear}";

    /// <summary>The address of a school's form.</summary>
    public string SchoolAddress(string school) => $"{Address}/schools/{Uri.EscapeDataString(school)}";
}

/// <summary>Finds the round that an address names.</summary>
internal sealed class CollectionDesk(ICountyReturns returns, ICollectionStore store, IStandardLibrary library, AccessSubjects subjects)
{
    /// <summary>The county of a code; null when it is not on record.</summary>
    public async Task<Region?> CountyAsync(string code, CancellationToken cancellation) => (await returns.CountiesAsync(cancellation)).FirstOrDefault(region => region.Code == code);

    /// <summary>The round of a county and year; null when there is none.</summary>
    public async Task<RoundOnDesk?> FindAsync(HttpContext context, string code, int year, CancellationToken cancellation) =>
        await CountyAsync(code, cancellation) is { } county && (await store.RoundsAsync(county.Scope, cancellation)).FirstOrDefault(round => round.ReportYear == year) is { } round
            ? new RoundOnDesk(county, round, Standard(round.StandardId), May(context, AccessAction.EnterFigures, county), May(context, AccessAction.ReviewFigures, county))
            : null;

    /// <summary>Whether the reader may do something to a county, or to one of its schools.</summary>
    public bool May(HttpContext context, AccessAction action, Region county, string? school = null) =>
        subjects.Decide(context, action, new AccessSubject(county.Parent is { } parent ? [county.Scope, parent] : [county.Scope], school)) == AccessDecision.Allowed;

    private Standard Standard(string id) => library.Open(StandardRequest.Of(id), Language.Zh) switch
    {
        StandardOpening.Opened opened => opened.Standard,
        StandardOpening.Refused refused => throw new InvalidOperationException($"The standard is unsound: {refused.Findings[0].Message}"),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };
}

using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Collection;
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
/// <param name="Merged">Counties that merged into the county by that year.</param>
public sealed record RoundOnDesk(Region County, CollectionRound Round, Standard Standard, bool MayEnter, bool MayReview, ImmutableArray<ScopeId> Merged)
{
    /// <summary>The name to show: the code where there is no name.</summary>
    public string CountyName => County.Name.Length > 0 ? County.Name : County.Code;

    /// <summary>The address of its page.</summary>
    public string Address => $"/counties/{Uri.EscapeDataString(County.Code)}/rounds/{Round.ReportYear}";

    /// <summary>The address of a school's form.</summary>
    public string SchoolAddress(string school) => $"{Address}/schools/{Uri.EscapeDataString(school)}";
}

/// <summary>Finds the round that an address names.</summary>
internal sealed class CollectionDesk(DatedCounties counties, ICollectionStore store, IStandardLibrary library, AccessSubjects subjects)
{
    /// <summary>The county that has or had a code; null when it is not on record.</summary>
    public Task<Region?> CountyAsync(string code, CancellationToken cancellation) => counties.FindAsync(code, cancellation);

    /// <summary>Every code that a county ever had.</summary>
    public Task<ImmutableArray<string>> CodesAsync(Region county, CancellationToken cancellation) => counties.CodesAsync(county, cancellation);

    /// <summary>The round of a county and year, the county under its code and name of that 1 September; null when there is none.</summary>
    public async Task<RoundOnDesk?> FindAsync(HttpContext context, string code, int year, CancellationToken cancellation)
    {
        if (await CountyAsync(code, cancellation) is not { } county || (await store.RoundsAsync(county.Scope, cancellation)).FirstOrDefault(round => round.ReportYear == year) is not { } round)
        {
            return null;
        }

        var then = await counties.OnAsync(county, new DateOnly(year, 9, 1), cancellation);
        return new RoundOnDesk(then, round, Standard(round.StandardId), May(context, AccessAction.EnterFigures, county), May(context, AccessAction.ReviewFigures, county), await MergedAsync(county, new DateOnly(year, 9, 1), cancellation));
    }

    /// <summary>The counties that merged into a county up to a day.</summary>
    public async Task<ImmutableArray<ScopeId>> MergedAsync(Region county, DateOnly day, CancellationToken cancellation) =>
        [.. (await counties.MergedIntoAsync(county.Scope, day, cancellation)).Select(region => region.Scope)];

    /// <summary>Whether the reader may do something to a county.</summary>
    public bool May(HttpContext context, AccessAction action, Region county) => May(context, action, Subject(county));

    /// <summary>Whether the reader may do something to a school of a round.</summary>
    public bool May(HttpContext context, AccessAction action, RoundOnDesk round, string school) => May(context, action, Subject(round.County) with { School = school, Merged = round.Merged });

    /// <summary>Whether the reader may delete what somebody keeps of a county: its author may, and of what the reader sees also whoever enters the county's figures.</summary>
    public bool MayDelete(HttpContext context, Region county, string author) =>
        context.Person() is { } person && (author == person.Id || May(context, AccessAction.EnterFigures, county));

    private bool May(HttpContext context, AccessAction action, AccessSubject subject) => subjects.Decide(context, action, subject) == AccessDecision.Allowed;

    private static AccessSubject Subject(Region county) => new(county.Parent is { } parent ? [county.Scope, parent] : [county.Scope]);

    private Standard Standard(string id) => library.Open(StandardRequest.Of(id), Language.Zh) switch
    {
        StandardOpening.Opened opened => opened.Standard,
        StandardOpening.Refused refused => throw new InvalidOperationException($"The standard is unsound: {refused.Findings[0].Message}"),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Counties;
using Junheng.Application.Regions;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Audit;

/// <summary>The auditor's pages: entries, proof, anchors. Whatever is read here is itself on record.</summary>
internal static class AuditHandlers
{
    private const int OnePage = 50;
    private const int LongestKept = 20_000;

    public static async Task<IResult> ListAsync(
        HttpContext context, IAuditReading reading, IAuditProof proof, IAuditTrail trail, AccountNames names, ICountyReturns counties, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = AuditFilter.Of(context.Request.Query);
        if (filter.Before is null)
        {
            await RecordAsync(context, trail, clock, "audit.read", $"audit/{filter.Scope}", filter.Said, cancellation);
        }

        var page = await reading.SearchAsync(await filter.QuestionAsync(names, clock.LocalTimeZone, cancellation), filter.Before, OnePage, cancellation);
        return new PageResult<AuditListPage>(new
        {
            Filter = filter,
            Entries = page,
            Chains = await reading.ChainsAsync(cancellation),
            Counties = await ScopeNamesAsync(counties, cancellation),
            Anchors = await proof.AnchorsAsync(cancellation),
        });
    }

    public static async Task<IResult> EntryAsync(long scope, long number, HttpContext context, IAuditReading reading, ICountyReturns counties, CancellationToken cancellation) =>
        await reading.FindAsync(new ScopeId(scope), number, cancellation) is { } entry
            ? new PageResult<AuditEntryPage>(new { Entry = entry, ScopeName = (await ScopeNamesAsync(counties, cancellation)).GetValueOrDefault(scope), Personal = (PersonalChange?)null, IsAsked = false })
            : ErrorHandlers.NotFound(context);

    /// <summary>Opens the personal values of an entry; that they were opened is recorded before they are shown.</summary>
    public static async Task<IResult> PersonalAsync(
        long scope, long number, HttpContext context, IAuditReading reading, IAuditTrail trail, ICountyReturns counties, TimeProvider clock, CancellationToken cancellation)
    {
        if (await reading.FindAsync(new ScopeId(scope), number, cancellation) is not { HasPersonal: true } entry)
        {
            return ErrorHandlers.NotFound(context);
        }

        await RecordAsync(context, trail, clock, "audit.personal", $"audit/{scope}/{number}", null, cancellation);
        return new PageResult<AuditEntryPage>(new
        {
            Entry = entry,
            ScopeName = (await ScopeNamesAsync(counties, cancellation)).GetValueOrDefault(scope),
            Personal = await trail.PersonalAsync(new ScopeId(scope), number, cancellation),
            IsAsked = true,
        });
    }

    public static async Task<IResult> VerifyAsync(HttpContext context, IAuditProof proof, IAuditTrail trail, ICountyReturns counties, TimeProvider clock, CancellationToken cancellation)
    {
        var text = context.Request.Form["kept"].ToString();
        var lines = text.Length > LongestKept ? [] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var kept = lines.Select(line => (Line: line, Anchor: AnchorLine.Parse(line))).ToList();
        ImmutableArray<string> unread = [.. kept.Where(each => each.Anchor is null).Select(each => each.Line), .. text.Length > LongestKept ? new[] { "…" } : []];
        var found = unread.IsEmpty ? await proof.VerifyAsync([.. kept.Select(each => each.Anchor!)], cancellation) : null;
        if (found is not null)
        {
            var result = found.IsSound ? "sound" : string.Join(' ', found.Chains.Select(chain => chain.Broken).OfType<BrokenEntry>().Select(broken => $"{broken.Scope.Value}/{broken.Number}:{broken.Fault}"));
            await RecordAsync(context, trail, clock, "audit.verify", "audit", result, cancellation);
        }

        return new PageResult<AuditProofPage>(
            new { Found = found, Unread = unread, Kept = text.Length > LongestKept ? "" : text, Names = await ScopeNamesAsync(counties, cancellation) },
            unread.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public static async Task<IResult> AnchorsAsync(HttpContext context, IAuditProof proof, IAuditTrail trail, TimeProvider clock, CancellationToken cancellation)
    {
        await RecordAsync(context, trail, clock, "audit.anchors", "audit", null, cancellation);
        context.Response.Headers.CacheControl = "no-store";
        var text = string.Concat((await proof.AnchorsAsync(cancellation)).Select(line => line + "\r\n"));
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", "audit-anchors.txt");
    }

    /// <summary>Says who read what of the record.</summary>
    internal static Task RecordAsync(HttpContext context, IAuditTrail trail, TimeProvider clock, string action, string subject, string? what, CancellationToken cancellation) =>
        trail.AppendAsync(AuditEntries.Done(context.OwnSession().Person.Id, action, subject, clock.GetUtcNow(), null, what), cancellation);

    /// <summary>The counties by the number of their chain.</summary>
    private static async Task<IReadOnlyDictionary<long, string>> ScopeNamesAsync(ICountyReturns counties, CancellationToken cancellation) =>
        (await counties.CountiesAsync(cancellation)).ToDictionary(region => region.Scope.Value, region => region.Name.Length > 0 ? region.Name : region.Code);

    /// <summary>The number of a place, for addresses.</summary>
    internal static string Place(RecordedEntry entry) => string.Create(CultureInfo.InvariantCulture, $"/audit/{entry.Entry.Scope.Value}/{entry.Number}");
}

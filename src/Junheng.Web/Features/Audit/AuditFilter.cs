using System.Globalization;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Features.Audit;

/// <summary>What an auditor asked for, as it stands in the address.</summary>
/// <param name="Scope">Number of the chain; 0 is the installation.</param>
/// <param name="From">First day, as typed.</param>
/// <param name="Until">Last day, as typed.</param>
/// <param name="Actor">A name, user name or id.</param>
/// <param name="Kind">What actions begin with.</param>
/// <param name="Subject">What subjects contain.</param>
/// <param name="Result">A result.</param>
/// <param name="Before">Where a page goes on; null for the newest.</param>
public sealed record AuditFilter(long Scope, string From, string Until, string Actor, string Kind, string Subject, string Result, long? Before)
{
    private const int LongestText = 200;

    /// <summary>The groups of actions that can be chosen, as they are dotted.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["session.", "account.", "grant.", "proposal.", "return.", "figures.", "items.", "register.", "package.", "file.", "hand-out.", "county.", "setting.", "access.", "audit.", "person."];

    /// <summary>The results that can be chosen.</summary>
    public static IReadOnlyList<string> Results { get; } = [AuditResults.Done, AuditResults.Denied, AuditResults.Refused, AuditResults.Failed];

    /// <summary>Reads the address; what is no number, day or known word is taken as not asked for.</summary>
    public static AuditFilter Of(IQueryCollection query)
    {
        string Text(string name) => query[name].ToString().Trim() is { Length: <= LongestText } text ? text : "";
        return new AuditFilter(
            long.TryParse(Text("scope"), NumberStyles.None, CultureInfo.InvariantCulture, out var scope) ? scope : 0,
            Day(Text("from")) is null ? "" : Text("from"),
            Day(Text("until")) is null ? "" : Text("until"),
            Text("actor"),
            Kinds.Contains(Text("kind")) ? Text("kind") : "",
            Text("subject"),
            Results.Contains(Text("result")) ? Text("result") : "",
            long.TryParse(Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before > 0 ? before : null);
    }

    /// <summary>The question: days are those of the installation's time zone, the last one included.</summary>
    public async Task<AuditQuestion> QuestionAsync(AccountNames names, TimeZoneInfo zone, CancellationToken cancellation) => new(
        new ScopeId(Scope),
        Day(From) is { } from ? Start(from, zone) : null,
        Day(Until) is { } until && until < DateOnly.MaxValue ? Start(until.AddDays(1), zone) : null,
        Actor.Length == 0 ? [] : await names.MatchingAsync(Actor, cancellation),
        Kind,
        Subject,
        Result);

    /// <summary>What was asked for besides the chain, for the record; null where it was everything.</summary>
    public string? Said => string.Join(' ', new[] { From.Length + Until.Length > 0 ? $"{From}–{Until}" : "", Actor, Kind, Subject, Result }.Where(text => text.Length > 0)) is { Length: > 0 } said ? said : null;

    /// <summary>The same question as a query, from another place on.</summary>
    public string Query(long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("scope", Scope.ToString(CultureInfo.InvariantCulture)), ("from", From), ("until", Until), ("actor", Actor), ("kind", Kind), ("subject", Subject), ("result", Result) })
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }

        if (before is { } place)
        {
            query.Add("before", place.ToString(CultureInfo.InvariantCulture));
        }

        return query.ToString();
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
    }
}

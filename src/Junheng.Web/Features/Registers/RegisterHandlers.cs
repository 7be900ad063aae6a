using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Counties;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using SubjectKind = Junheng.Domain.Registers.SubjectKind;

namespace Junheng.Web.Features.Registers;

/// <summary>The registers on any day, and what happened to a school or a region.</summary>
internal static class RegisterHandlers
{
    public static async Task<IResult> RegisterAsync(string? kind, string? day, HttpContext context, IRegisters registers, ICountyReturns counties, TimeProvider clock, CancellationToken cancellation)
    {
        var chosen = kind is null ? SubjectKind.School : SubjectId.ParseKind(kind);
        return chosen is SubjectKind.Region or SubjectKind.Township or SubjectKind.School or SubjectKind.Campus && DayOf(day, clock) is { } asked
            && await CountyAsync(context, counties, cancellation) is { } county
                ? new PageResult<RegisterPage>(new { Kind = chosen, Snapshot = Within((await registers.ReadAsync(cancellation)).AsAt(asked), county) })
                : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> HistoryAsync(string kind, long number, string? day, HttpContext context, ReadHistory history, IRegisters registers, ICountyReturns counties, TimeProvider clock, CancellationToken cancellation)
    {
        var subject = new SubjectId(SubjectId.ParseKind(kind), number);
        return subject.Kind is SubjectKind.Region or SubjectKind.Township or SubjectKind.School or SubjectKind.Campus
            && DayOf(day, clock) is { } asked
            && await CountyAsync(context, counties, cancellation) is { } county
            && (await registers.ReadAsync(cancellation)).AsAt(asked).RegionOf(subject) == county
            && await history.RunAsync(subject, asked, null, cancellation) is { } found
                ? new PageResult<HistoryPage>(new { History = found, Day = asked })
                : ErrorHandlers.NotFound(context);
    }

    /// <summary>The county asked for, as the register numbers it: by its scope.</summary>
    private static async Task<SubjectId?> CountyAsync(HttpContext context, ICountyReturns counties, CancellationToken cancellation) =>
        context.Features.Get<AskedCounty>()?.Code is { } code && await counties.FindAsync(code, cancellation) is { } county ? new SubjectId(SubjectKind.Region, county.Region.Scope.Value) : null;

    /// <summary>What is filed under a county.</summary>
    private static RegisterSnapshot Within(RegisterSnapshot snapshot, SubjectId county) => snapshot with
    {
        Open = snapshot.Open.Where(each => snapshot.RegionOf(each.Key) == county).ToImmutableSortedDictionary(),
        Ended = snapshot.Ended.Where(each => snapshot.RegionOf(each.Key) == county).ToImmutableSortedDictionary(),
    };

    /// <summary>A day as it stands in the address; today where there is none, null where it is no day.</summary>
    private static DateOnly? DayOf(string? day, TimeProvider clock) =>
        string.IsNullOrEmpty(day) ? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked
        : null;
}

using System.Globalization;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Registers;

/// <summary>The registers on any day, and what happened to a school or a region.</summary>
internal static class RegisterHandlers
{
    public static async Task<IResult> RegisterAsync(string? kind, string? day, HttpContext context, IRegisters registers, TimeProvider clock, CancellationToken cancellation)
    {
        var chosen = kind is null ? SubjectKind.School : SubjectId.ParseKind(kind);
        return chosen is SubjectKind.Region or SubjectKind.Township or SubjectKind.School or SubjectKind.Campus && DayOf(day, clock) is { } asked
            ? new PageResult<RegisterPage>(new { Kind = chosen, Snapshot = (await registers.ReadAsync(cancellation)).AsAt(asked) })
            : ErrorHandlers.NotFound(context);
    }

    public static async Task<IResult> HistoryAsync(string kind, long number, string? day, HttpContext context, ReadHistory history, TimeProvider clock, CancellationToken cancellation)
    {
        var subject = new SubjectId(SubjectId.ParseKind(kind), number);
        return subject.Kind is SubjectKind.Region or SubjectKind.Township or SubjectKind.School or SubjectKind.Campus
            && DayOf(day, clock) is { } asked
            && await history.RunAsync(subject, asked, null, cancellation) is { } found
                ? new PageResult<HistoryPage>(new { History = found, Day = asked })
                : ErrorHandlers.NotFound(context);
    }

    /// <summary>A day as it stands in the address; today where there is none, null where it is no day.</summary>
    private static DateOnly? DayOf(string? day, TimeProvider clock) =>
        string.IsNullOrEmpty(day) ? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked
        : null;
}

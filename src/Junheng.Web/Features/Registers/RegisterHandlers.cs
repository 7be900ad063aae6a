using System.Collections.Immutable;
using Junheng.Application.Accounts;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Registers;

/// <summary>The registers on any day, and what happened to a subject.</summary>
internal static class RegisterHandlers
{
    public static async Task<IResult> RegisterAsync(
        string? kind, string? day, string? q, string? said, HttpContext context, RegisterDesk desk, IRegisters registers, IPersons persons, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, kind, day, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        var snapshot = Within(ChangeCountyRegisters.With(await registers.ReadAsync(cancellation), view.County).AsAt(view.Day), view.Region);
        var known = RegisterFields.PersonalOf(view.Kind).IsEmpty ? null : await persons.OfAsync(view.County.Scope, cancellation);
        return new PageResult<RegisterPage>(new { View = view, Snapshot = snapshot, Persons = known, Search = q?.Trim() ?? "", Said = Said.Of(said) });
    }

    public static async Task<IResult> HistoryAsync(
        string kind, long number, string? day, string? said, HttpContext context, RegisterDesk desk, ReadHistory history, IRegisters registers, AccountNames names, CancellationToken cancellation) =>
        await desk.FindAsync(context, kind, day, cancellation) is { } view
            ? await SubjectAsync(view, new SubjectId(view.Kind, number), Said.Of(said), [], StatusCodes.Status200OK, history, registers, names, cancellation) ?? ErrorHandlers.NotFound(context)
            : ErrorHandlers.NotFound(context);

    /// <summary>The page of a subject; null where it is not one of the county.</summary>
    public static async Task<IResult?> SubjectAsync(
        RegisterView view, SubjectId subject, Said? said, string[] faults, int status, ReadHistory history, IRegisters registers, AccountNames names, CancellationToken cancellation)
    {
        var snapshot = (await registers.ReadAsync(cancellation)).AsAt(view.Day);
        if (snapshot.RegionOf(subject) != view.Region || await history.RunAsync(subject, view.Day, null, cancellation) is not { } found)
        {
            return null;
        }

        var authors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var author in found.Lines.Select(line => line.Event.Author).Distinct())
        {
            authors[author] = await names.OfAsync(author, cancellation);
        }

        return new PageResult<HistoryPage>(new { View = view, History = found, Snapshot = snapshot, Authors = authors, Said = said, Faults = faults }, status);
    }

    /// <summary>What is filed under a county.</summary>
    private static RegisterSnapshot Within(RegisterSnapshot snapshot, SubjectId county) => snapshot with
    {
        Open = snapshot.Open.Where(each => snapshot.RegionOf(each.Key) == county).ToImmutableSortedDictionary(),
        Ended = snapshot.Ended.Where(each => snapshot.RegionOf(each.Key) == county).ToImmutableSortedDictionary(),
    };
}

using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Domain.Returns;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Collection;

/// <summary>Reads what the forms of a county need, those asked for at the same time together.</summary>
internal sealed class ReturnsAtHand(IDbContextFactory<JunhengDatabase> databases)
{
    private readonly GroupedByKey<(long Scope, int Year), Asked, ReturnFile?> _groups = new((key, asked) => ReadAsync(databases, key.Scope, key.Year, asked));

    /// <summary>A return with its newest version and one other, and with when it was sent back; null when the school is not asked.</summary>
    public Task<ReturnFile?> FindAsync(ScopeId scope, int year, string schoolCode, int version, CancellationToken cancellation) =>
        _groups.RunAsync((scope.Value, year), new Asked(schoolCode, version), cancellation);

    private static async Task<IReadOnlyList<ReturnFile?>> ReadAsync(IDbContextFactory<JunhengDatabase> databases, long scope, int year, IReadOnlyList<Asked> asked)
    {
        await using var database = await databases.CreateDbContextAsync();
        await using var snapshot = await Snapshot.BeginAsync(database, CancellationToken.None);
        var codes = asked.Select(each => each.SchoolCode).Distinct().ToList();
        var numbers = asked.Select(each => each.Version).Distinct().ToList();
        var heads = await database.SchoolReturns.AsNoTracking().Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode)).ToListAsync();
        numbers.AddRange(heads.Select(head => head.Version));
        numbers = [.. numbers.Distinct()];
        var versions = (await database.ReturnVersions.AsNoTracking()
            .Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode) && numbers.Contains(row.Number)).ToListAsync()).ToLookup(row => row.SchoolCode);
        var sentBack = (byte)ReturnState.SentBack;
        var events = (await database.ReturnEvents.AsNoTracking()
            .Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode) && row.To == sentBack).ToListAsync()).ToLookup(row => row.SchoolCode);
        var objections = (await database.Objections.AsNoTracking()
            .Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode)).ToListAsync()).ToLookup(row => row.SchoolCode);
        return [.. asked.Select(each => heads.Find(head => head.SchoolCode == each.SchoolCode) is { } head
            ? new ReturnFile(
                CollectionRows.Head(head),
                [.. versions[head.SchoolCode].Where(row => row.Number == head.Version || row.Number == each.Version).OrderBy(row => row.Number).Select(CollectionRows.Version)],
                [.. events[head.SchoolCode].OrderBy(row => row.Revision).Select(CollectionRows.Event)],
                [.. objections[head.SchoolCode].OrderBy(row => row.Number).Select(CollectionRows.Objection)])
            : null)];
    }

    private sealed record Asked(string SchoolCode, int Version);
}

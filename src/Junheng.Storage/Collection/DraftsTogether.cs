using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Collection;

/// <summary>Keeps what people type, those who type at the same time together: a newer draft of the same person replaces the older, an older one that arrives late does not.</summary>
internal sealed class DraftsTogether(IDbContextFactory<JunhengDatabase> databases)
{
    private readonly GroupedByKey<(long Scope, int Year), Kept, bool> _kept = new((key, drafts) => KeepAsync(databases, key.Scope, key.Year, drafts));

    public Task KeepAsync(ScopeId scope, int year, string schoolCode, string person, ReturnDraft draft, CancellationToken cancellation) =>
        _kept.RunAsync((scope.Value, year), new Kept(schoolCode, person, draft), cancellation);

    private static async Task<IReadOnlyList<bool>> KeepAsync(IDbContextFactory<JunhengDatabase> databases, long scope, int year, IReadOnlyList<Kept> drafts)
    {
        try
        {
            await WriteAsync(databases, scope, year, drafts);
        }
        catch (DbUpdateException fault) when (WriteConflict.Is(fault))
        {
            await WriteAsync(databases, scope, year, drafts); // another node made one of the rows in between
        }

        return [.. drafts.Select(_ => true)];
    }

    private static async Task WriteAsync(IDbContextFactory<JunhengDatabase> databases, long scope, int year, IReadOnlyList<Kept> drafts)
    {
        await using var database = await databases.CreateDbContextAsync();
        await using var transaction = await database.Database.BeginTransactionAsync();
        var codes = drafts.Select(draft => draft.SchoolCode).Distinct().ToList();
        var rows = await database.Drafts.Where(row => row.ScopeId == scope && row.ReportYear == year && codes.Contains(row.SchoolCode)).ToDictionaryAsync(row => (row.SchoolCode, row.Person));
        foreach (var (code, person, draft) in drafts)
        {
            if (!rows.TryGetValue((code, person), out var row))
            {
                rows[(code, person)] = row = new DraftRow { ScopeId = scope, ReportYear = year, SchoolCode = code, Person = person, Sequence = -1 };
                database.Drafts.Add(row);
            }

            if (draft.Sequence > row.Sequence)
            {
                (row.BaseVersion, row.Texts, row.Sequence, row.At) = (draft.BaseVersion, CollectionRows.Texts(draft.Texts), draft.Sequence, draft.At.ToUniversalTime());
            }
        }

        await database.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    private sealed record Kept(string SchoolCode, string Person, ReturnDraft Draft);
}

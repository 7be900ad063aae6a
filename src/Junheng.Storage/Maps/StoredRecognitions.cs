using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Maps;

/// <summary>Keeps where counties stand on their way to recognition.</summary>
internal sealed class StoredRecognitions(IDbContextFactory<JunhengDatabase> databases, AuditChain chain) : IRecognitions
{
    public async Task<ImmutableArray<RecognitionEntry>> LatestAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Recognitions.AsNoTracking().ToListAsync(cancellation);
        return [.. rows.GroupBy(row => row.ScopeId).Select(group => ToEntry(group.MaxBy(row => row.Number)!))];
    }

    public async Task<ImmutableArray<RecognitionEntry>> OfAsync(ScopeId county, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Recognitions.AsNoTracking().Where(row => row.ScopeId == county.Value).OrderBy(row => row.Number).ToListAsync(cancellation);
        return [.. rows.Select(ToEntry)];
    }

    public async Task<bool> AddAsync(RecognitionEntry entry, int basedOn, AuditEntry audit, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        if ((await database.Recognitions.Where(row => row.ScopeId == entry.Scope.Value).MaxAsync(row => (int?)row.Number, cancellation) ?? 0) != basedOn)
        {
            return false;
        }

        database.Recognitions.Add(new RecognitionRow
        {
            ScopeId = entry.Scope.Value,
            Number = basedOn + 1,
            PlannedYear = entry.PlannedYear,
            State = (byte)entry.State,
            OnDate = entry.OnDate,
            Note = entry.Note,
            Actor = entry.Actor,
            At = entry.At.ToUniversalTime(),
        });
        await database.SaveChangesAsync(cancellation);
        await chain.AppendAsync(database, audit, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static RecognitionEntry ToEntry(RecognitionRow row) =>
        new(new ScopeId(row.ScopeId), row.Number, row.PlannedYear, (RecognitionState)row.State, row.OnDate, row.Note, row.Actor, row.At);
}

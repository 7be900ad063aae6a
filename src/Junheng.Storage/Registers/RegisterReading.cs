using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Registers;

/// <summary>Reads the register. The last one read is kept in memory; a reading then asks only for what was added.</summary>
internal sealed class RegisterReading(IDbContextFactory<JunhengDatabase> databases)
{
    private volatile Register _last = Register.Empty;

    public async Task<Register> ReadAsync()
    {
        await using var database = await databases.CreateDbContextAsync();
        var known = _last;
        var installation = ScopeId.Installation.Value;
        if (await database.RegisterHeads.AsNoTracking().Where(row => row.ScopeId == installation).Select(row => (long?)row.Number).FirstOrDefaultAsync() is { } newest && newest == known.LastNumber)
        {
            return known;
        }

        var rows = await database.RegisterEvents.AsNoTracking().Where(row => row.Number > known.LastNumber).OrderBy(row => row.Number).ToListAsync();
        return rows.Count == 0
            ? known
            : _last = known.With(rows.Select(row => new RegisterEvent(row.Number, row.EffectiveOn, row.EnteredAt, row.Author, ChangeJson.Read(row.Change))));
    }
}

using System.Collections.Immutable;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Junheng.Storage.Together;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Registers;

/// <summary>Keeps the events of the registers. The last register read is kept in memory; a read then asks only for what was added.</summary>
internal sealed class StoredRegisters(IDbContextFactory<JunhengDatabase> databases, AuditChain chain, StoredPersons particulars) : IRegisters
{
    private readonly Shared<Register> _register = new(new RegisterReading(databases).ReadAsync);

    public Task<Register> ReadAsync(CancellationToken cancellation) => _register.ReadAsync(cancellation);

    public async Task<long> NextRegionAsync(CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        return 1 + (await database.Regions.MaxAsync(row => (long?)row.ScopeId, cancellation) ?? 0);
    }

    public async Task<bool> AppendAsync(long basedOn, ImmutableArray<FiledEvent> events, ImmutableArray<FiledPerson> persons, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var installation = ScopeId.Installation.Value;
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO register_heads (scope_id, number) VALUES ({installation}, 0) ON CONFLICT (scope_id) DO UPDATE SET number = register_heads.number", cancellation);
        var head = await database.RegisterHeads.SingleAsync(row => row.ScopeId == installation, cancellation);
        if (head.Number != basedOn)
        {
            return false;
        }

        head.Number = events.IsEmpty ? head.Number : events[^1].Event.Number;
        database.RegisterEvents.AddRange(events.Select(each => new RegisterEventRow
        {
            ScopeId = each.Scope.Value,
            Number = each.Event.Number,
            EffectiveOn = each.Event.Effective,
            EnteredAt = each.Event.EnteredAt.ToUniversalTime(),
            Author = each.Event.Author,
            Change = ChangeJson.Write(each.Event.Change),
        }));
        foreach (var region in events.Select(each => each.Event.Change).OfType<RegisterChange.Open>().Where(open => open.Subject.Kind == SubjectKind.Region))
        {
            await AddRegionAsync(database, region, cancellation);
        }

        foreach (var person in persons)
        {
            await particulars.AddAsync(database, person, cancellation);
        }

        foreach (var entry in events.Select(each => each.Entry).Concat(persons.Select(each => each.Entry)).OrderBy(entry => entry.Scope.Value))
        {
            await chain.AppendAsync(database, entry, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>A region has a scope of its own: a row that its returns stand under. It keeps the code and name of its first day; later ones are in the register.</summary>
    private static async Task AddRegionAsync(JunhengDatabase database, RegisterChange.Open open, CancellationToken cancellation)
    {
        if (await database.Regions.AnyAsync(row => row.ScopeId == open.Subject.Number, cancellation))
        {
            return;
        }

        database.Regions.Add(new RegionRow
        {
            ScopeId = open.Subject.Number,
            Code = open.Fields["code"],
            Name = open.Fields["name"],
            Level = (byte)(open.Fields["level"] switch { "province" => RegionLevel.Province, "city" => RegionLevel.City, _ => RegionLevel.County }),
            ParentScopeId = SubjectId.Parse(open.Fields.GetValueOrDefault("parent", ""))?.Number,
        });
    }
}

using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Storage.Audit;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Registers;

/// <summary>Particulars of persons, sealed under their keys; a correction is a further version.</summary>
internal sealed class StoredPersons(IDbContextFactory<JunhengDatabase> databases, PersonKeys keys) : IPersons
{
    public async Task<ImmutableDictionary<string, PersonParticulars>> OfAsync(ScopeId scope, CancellationToken cancellation)
    {
        await using var database = await databases.CreateDbContextAsync(cancellation);
        var rows = await database.Persons.AsNoTracking().Where(row => row.ScopeId == scope.Value).OrderBy(row => row.Version).ToListAsync(cancellation);
        var opened = await keys.AllAsync(database, scope, cancellation);
        var known = ImmutableDictionary.CreateBuilder<string, PersonParticulars>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (opened.TryGetValue(row.Person, out var key) && Sealing.Open(key, row.Sealed, Place(scope.Value, row.Person, row.Version)) is { } plain && JsonSerializer.Deserialize<string[]>(plain) is [var name, var number])
            {
                known[row.Person] = new PersonParticulars(name, number);
            }
        }

        return known.ToImmutable();
    }

    /// <summary>Adds a version within the caller's transaction.</summary>
    internal async Task AddAsync(JunhengDatabase database, FiledPerson person, CancellationToken cancellation)
    {
        var scope = person.Scope.Value;
        var version = 1 + (await database.Persons.Where(row => row.ScopeId == scope && row.Person == person.Person).MaxAsync(row => (int?)row.Version, cancellation) ?? 0);
        var key = await keys.OfAsync(database, person.Scope, person.Person, cancellation);
        database.Persons.Add(new PersonRow
        {
            ScopeId = scope,
            Person = person.Person,
            Version = version,
            EnteredAt = person.Entry.At.ToUniversalTime(),
            Sealed = Sealing.Seal(key, JsonSerializer.SerializeToUtf8Bytes(new[] { person.Particulars.Name, person.Particulars.Number }), Place(scope, person.Person, version)),
        });
    }

    private static byte[] Place(long scope, string person, int version) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"person/{scope}/{person}/{version}"));
}

using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Audit;

/// <summary>Makes, finds and forgets the keys of persons. Each is random, wrapped by the installation's key, and lies in one row only.</summary>
internal sealed class PersonKeys(InstallationKey installation)
{
    /// <summary>The key of a person, made and added to the caller's changes where there is none.</summary>
    public async Task<byte[]> OfAsync(JunhengDatabase database, ScopeId scope, string person, CancellationToken cancellation)
    {
        if (await database.PersonKeys.FindAsync([scope.Value, person], cancellation) is { } row)
        {
            return Unwrapped(row) ?? throw new InvalidDataException("The key of a person does not open: the installation's key is another one.");
        }

        var key = RandomNumberGenerator.GetBytes(Sealing.KeySize);
        database.PersonKeys.Add(new PersonKeyRow { ScopeId = scope.Value, Person = person, WrappedKey = Sealing.Seal(installation.Bytes, key, Place(scope.Value, person)) });
        return key;
    }

    /// <summary>The key of a person; null where it is gone or does not open.</summary>
    public async Task<byte[]?> FindAsync(JunhengDatabase database, ScopeId scope, string person, CancellationToken cancellation) =>
        await database.PersonKeys.AsNoTracking().FirstOrDefaultAsync(row => row.ScopeId == scope.Value && row.Person == person, cancellation) is { } row ? Unwrapped(row) : null;

    /// <summary>The keys of all persons of a region that open.</summary>
    public async Task<Dictionary<string, byte[]>> AllAsync(JunhengDatabase database, ScopeId scope, CancellationToken cancellation)
    {
        var rows = await database.PersonKeys.AsNoTracking().Where(row => row.ScopeId == scope.Value).ToListAsync(cancellation);
        return rows.Select(row => (row.Person, Key: Unwrapped(row))).Where(each => each.Key is not null).ToDictionary(each => each.Person, each => each.Key!, StringComparer.Ordinal);
    }

    private byte[]? Unwrapped(PersonKeyRow row) => Sealing.Open(installation.Bytes, row.WrappedKey, Place(row.ScopeId, row.Person));

    private static byte[] Place(long scope, string person) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"person-key/{scope}/{person}"));
}

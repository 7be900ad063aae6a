using System.Text;
using System.Text.Json;
using Junheng.Application.Audit;

namespace Junheng.Storage.Audit;

/// <summary>Personal values as the sealed bytes beside an entry.</summary>
internal static class PersonalText
{
    public static byte[] Seal(byte[] key, PersonalChange change, long scope, long number) =>
        Sealing.Seal(key, JsonSerializer.SerializeToUtf8Bytes(new[] { change.Old, change.New }), Place(scope, number, change.Person));

    public static PersonalChange? Open(byte[] key, byte[] @sealed, long scope, long number, string person) =>
        Sealing.Open(key, @sealed, Place(scope, number, person)) is { } plain && JsonSerializer.Deserialize<string?[]>(plain) is [var old, var after]
            ? new PersonalChange(person, old, after)
            : null;

    private static byte[] Place(long scope, long number, string person) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"audit/{scope}/{number}/{person}"));
}

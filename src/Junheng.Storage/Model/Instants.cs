using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Junheng.Storage.Model;

/// <summary>Points in time that queries compare are stored as milliseconds since 1970 in UTC: SQLite cannot compare a date with its offset.</summary>
internal static class Instants
{
    public static void Store(PropertyBuilder<DateTimeOffset> property) =>
        property.HasConversion(instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    public static void Store(PropertyBuilder<DateTimeOffset?> property) => property.HasConversion(
        instant => instant == null ? (long?)null : instant.Value.ToUnixTimeMilliseconds(),
        stored => stored == null ? null : DateTimeOffset.FromUnixTimeMilliseconds(stored.Value));
}

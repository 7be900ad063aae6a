using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Junheng.Application.Access;
using Junheng.Application.Regions;

namespace Junheng.Application.Grants;

/// <summary>Grants as the payload of a proposal.</summary>
public static class GrantPayload
{
    /// <summary>The kind of proposals with this payload.</summary>
    public const string Kind = "grants";

    /// <summary>The payload of grants, the same for the same.</summary>
    public static string Write(IEnumerable<HeldGrant> grants) => JsonSerializer.Serialize(grants.Select(held => new Line(
        held.Account.Value, held.Grant.Id, Roles.Of(held.Grant.Role).Id, held.Grant.Scope.Region.Value, (byte)held.Grant.Scope.Kind, held.Grant.Scope.Key, Day(held.Grant.From), held.Grant.To is { } to ? Day(to) : null)));

    /// <summary>The grants of a payload.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static ImmutableArray<HeldGrant> Read(string payload) => [.. (JsonSerializer.Deserialize<Line[]>(payload) ?? []).Select(line => new HeldGrant(
        new AccountId(line.Account),
        new Grant(
            line.Id,
            Roles.Parse(line.Role) ?? throw new JsonException($"No role {line.Role}."),
            new GrantScope(new ScopeId(line.Region), (GrantKind)line.Kind, line.Key),
            DateOnly.ParseExact(line.From, "O", CultureInfo.InvariantCulture),
            line.To is null ? null : DateOnly.ParseExact(line.To, "O", CultureInfo.InvariantCulture))))];

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Line(Guid Account, Guid Id, string Role, long Region, byte Kind, string Key, string From, string? To);
}

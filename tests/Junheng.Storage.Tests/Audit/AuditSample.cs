using System.Globalization;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Audit;

/// <summary>Two chains of a few entries, and SQL against them.</summary>
internal static class AuditSample
{
    public const string Secret = "王小明，身份证末四位 0017";

    public static readonly ScopeId County = new(1);
    public static readonly ScopeId Other = new(2);
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(8));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static AuditEntry Entry(int number, ScopeId? scope = null) => new(
        scope ?? County, "account/7", "register.school.rename", string.Create(CultureInfo.InvariantCulture, $"school/{number}"), AuditResults.Done, Noon.AddMinutes(number))
    {
        Change = new ValueChange($"旧名{number}", $"新名{number}"),
    };

    /// <summary>Chains of <paramref name="entries"/> entries in two scopes; the third entry of the first speaks of a person.</summary>
    public static async Task FillAsync(TemporaryDatabase database, int entries = 5)
    {
        for (var number = 1; number <= entries; number++)
        {
            var personal = number == 3 ? new PersonalChange("person/17", null, Secret) : null;
            await database.Audit.AppendAsync(Entry(number) with { Personal = personal }, Cancellation);
            await database.Audit.AppendAsync(Entry(number, Other), Cancellation);
        }
    }

    public static async Task TamperAsync(TemporaryDatabase database, string sql)
    {
        await using var context = await database.Contexts.CreateDbContextAsync(Cancellation);
        Assert.True(await context.Database.ExecuteSqlRawAsync(sql, Cancellation) > 0);
    }
}

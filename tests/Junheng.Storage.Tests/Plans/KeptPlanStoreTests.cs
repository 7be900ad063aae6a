using Junheng.Application.Plans.Kept;
using Junheng.Application.Regions;
using Junheng.Domain.Numbers;

namespace Junheng.Storage.Tests.Plans;

public sealed class KeptPlanStoreTestsOnSqlite() : KeptPlanStoreTests(DatabaseKind.Sqlite);

public sealed class KeptPlanStoreTestsOnPostgreSql() : KeptPlanStoreTests(DatabaseKind.PostgreSql);

public abstract class KeptPlanStoreTests(DatabaseKind kind)
{
    private static readonly ScopeId _county = new(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_comes_back_with_its_terms_and_its_exact_cost()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var (plan, impossible) = (New("方案一"), New("做不到") with { Cost = null, LowerBound = null });

        await database.KeptPlans.AddAsync(plan, "amy", Cancellation);
        await database.KeptPlans.AddAsync(impossible, "amy", Cancellation);

        Assert.Equal(plan, await database.KeptPlans.FindAsync(_county, plan.Id, Cancellation));
        Assert.Equal(impossible, await database.KeptPlans.FindAsync(_county, impossible.Id, Cancellation));
        Assert.Equal(2, (await database.KeptPlans.ListAsync(_county, Cancellation)).Length);
        Assert.Empty(await database.KeptPlans.ListAsync(new ScopeId(2), Cancellation));
        Assert.Null(await database.KeptPlans.FindAsync(new ScopeId(2), plan.Id, Cancellation));
    }

    [Fact]
    public async Task Deleting_leaves_the_trail()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var plan = New("删");
        await database.KeptPlans.AddAsync(plan, "amy", Cancellation);

        Assert.True(await database.KeptPlans.DeleteAsync(_county, plan.Id, "bao", Cancellation));
        Assert.False(await database.KeptPlans.DeleteAsync(_county, plan.Id, "bao", Cancellation));

        Assert.Empty(await database.KeptPlans.ListAsync(_county, Cancellation));
        var trail = await database.Audit.NewestAsync(_county, null, 10, Cancellation);
        Assert.Equal([("bao", "plan.delete", plan.CertificateSha256, null), ("amy", "plan.keep", null, plan.CertificateSha256)], trail.Select(each => (each.Entry.Actor, each.Entry.Action, each.Entry.Change?.Old, each.Entry.Change?.New)));
    }

    private static KeptPlan New(string name) => new(
        _county,
        Guid.NewGuid(),
        2026,
        name,
        "?year=2026&level=120&lock=9901210001~primary~multimedia_rooms~10",
        new string('b', 64),
        new string('c', 64),
        new string('d', 32),
        new string('e', 64),
        Rational.FromFraction(16_787_381_352, 10_000),
        Rational.FromFraction(1, 3),
        true,
        "amy",
        new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero));
}

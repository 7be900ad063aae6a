using Junheng.Application.Regions;
using Junheng.Application.WhatIf;

namespace Junheng.Storage.Tests.WhatIf;

public sealed class ScenarioStoreTestsOnSqlite() : ScenarioStoreTests(DatabaseKind.Sqlite);

public sealed class ScenarioStoreTestsOnPostgreSql() : ScenarioStoreTests(DatabaseKind.PostgreSql);

public abstract class ScenarioStoreTests(DatabaseKind kind)
{
    private static readonly ScopeId _county = new(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_kept_comes_back_with_its_changes()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var scenario = New("招3名体育教师");

        Assert.True(await database.Scenarios.KeepAsync(scenario, "amy", Cancellation));

        Assert.Equal(scenario, await database.Scenarios.FindAsync(_county, scenario.Id, Cancellation));
        Assert.Equal([scenario], await database.Scenarios.ListAsync(_county, Cancellation));
        Assert.Empty(await database.Scenarios.ListAsync(new ScopeId(2), Cancellation));
        Assert.Null(await database.Scenarios.FindAsync(new ScopeId(2), scenario.Id, Cancellation));
    }

    [Fact]
    public async Task Of_two_that_go_on_from_one_revision_only_one_is_kept()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var first = New("一");
        await database.Scenarios.KeepAsync(first, "amy", Cancellation);

        Assert.True(await database.Scenarios.KeepAsync(first with { Name = "二", Revision = 2 }, "amy", Cancellation));
        Assert.False(await database.Scenarios.KeepAsync(first with { Name = "三", Revision = 2 }, "amy", Cancellation));
        Assert.Equal("二", (await database.Scenarios.FindAsync(_county, first.Id, Cancellation))!.Name);
    }

    [Fact]
    public async Task Deleting_leaves_the_trail()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        var scenario = New("删");
        await database.Scenarios.KeepAsync(scenario, "amy", Cancellation);

        Assert.True(await database.Scenarios.DeleteAsync(_county, scenario.Id, "bao", Cancellation));
        Assert.False(await database.Scenarios.DeleteAsync(_county, scenario.Id, "bao", Cancellation));

        Assert.Empty(await database.Scenarios.ListAsync(_county, Cancellation));
        var trail = await database.Audit.NewestAsync(_county, null, 10, Cancellation);
        Assert.Equal([("bao", "scenario.delete", scenario.Overlay.Sha256, null), ("amy", "scenario.keep", null, scenario.Overlay.Sha256)], trail.Select(each => (each.Entry.Actor, each.Entry.Action, each.Entry.Change?.Old, each.Entry.Change?.New)));
    }

    private static Scenario New(string name)
    {
        var at = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
        var overlay = ScenarioOverlay.Nothing.With("c:9901210002:-:pe_art_teachers_primary", "19").With("n:R3:primary:norm", "1.2");
        return new Scenario(_county, Guid.NewGuid(), 2026, name, overlay, new string('b', 64), true, "amy", at, at, 1);
    }
}

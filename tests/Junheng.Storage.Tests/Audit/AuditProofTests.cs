using Junheng.Application.Audit;

namespace Junheng.Storage.Tests.Audit;

public sealed class AuditProofTestsOnSqlite() : AuditProofTests(DatabaseKind.Sqlite);

public sealed class AuditProofTestsOnPostgreSql() : AuditProofTests(DatabaseKind.PostgreSql);

/// <summary>Whoever changes a chain behind the program's back is found out, and the place is named (S11).</summary>
public abstract class AuditProofTests(DatabaseKind kind)
{
    private static readonly DateOnly _today = new(2026, 11, 22);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Untouched_chains_are_proved_whole()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        await database.Proof.AnchorAsync(_today, Cancellation);

        var found = await database.Proof.VerifyAsync([], Cancellation);

        Assert.True(found.IsSound);
        Assert.Equal([(1L, 5L), (2L, 5L)], found.Chains.Select(chain => (chain.Scope.Value, chain.Entries)));
        Assert.Equal(1, found.Anchors);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET new_value = '改过' WHERE scope_id = 1 AND number = 2", 2, AuditFault.Changed)]
    [InlineData("UPDATE audit_entries SET actor = 'account/8' WHERE scope_id = 1 AND number = 4", 4, AuditFault.Changed)]
    [InlineData("UPDATE audit_entries SET old_value = NULL WHERE scope_id = 1 AND number = 1", 1, AuditFault.Changed)]
    [InlineData("UPDATE audit_entries SET at = observed_at, observed_at = '2026-11-22T12:00:30.0000000+08:00' WHERE scope_id = 1 AND number = 2", 2, AuditFault.Changed)]
    [InlineData("DELETE FROM audit_entries WHERE scope_id = 1 AND number = 1", 1, AuditFault.Deleted)]
    [InlineData("DELETE FROM audit_entries WHERE scope_id = 1 AND number = 3", 3, AuditFault.Deleted)]
    [InlineData("DELETE FROM audit_entries WHERE scope_id = 1 AND number = 5", 5, AuditFault.Truncated)]
    [InlineData("DELETE FROM audit_entries WHERE scope_id = 1", 1, AuditFault.Truncated)]
    [InlineData("UPDATE audit_entries SET scope_id = 1, number = 6 WHERE scope_id = 2 AND number = 5", 6, AuditFault.Changed)]
    [InlineData("UPDATE audit_heads SET number = 4 WHERE scope_id = 1", 5, AuditFault.Truncated)]
    [InlineData("DELETE FROM audit_personal WHERE scope_id = 1", 3, AuditFault.PersonalChanged)]
    [InlineData("UPDATE audit_personal SET number = 2 WHERE scope_id = 1", 2, AuditFault.PersonalChanged)]
    public async Task Tampering_by_SQL_is_found_and_the_first_broken_entry_named(string sql, long number, AuditFault fault)
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        await AuditSample.TamperAsync(database, sql);

        var found = await database.Proof.VerifyAsync([], Cancellation);

        Assert.False(found.IsSound);
        Assert.Equal(new BrokenEntry(AuditSample.County, number, fault), found.Chains[0].Broken);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_found()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        await AuditSample.TamperAsync(database, "UPDATE audit_entries SET number = 100 WHERE scope_id = 1 AND number = 2");
        await AuditSample.TamperAsync(database, "UPDATE audit_entries SET number = 2 WHERE scope_id = 1 AND number = 3");
        await AuditSample.TamperAsync(database, "UPDATE audit_entries SET number = 3 WHERE scope_id = 1 AND number = 100");

        var found = await database.Proof.VerifyAsync([], Cancellation);

        Assert.Equal(2, found.Chains[0].Broken!.Number);
        Assert.Null(found.Chains[1].Broken);
    }

    [Fact]
    public async Task A_chain_written_anew_from_the_middle_is_found_by_its_anchor()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        await database.Proof.AnchorAsync(_today, Cancellation);
        await AuditSample.TamperAsync(database, "DELETE FROM audit_entries WHERE scope_id = 1 AND number > 3");
        await AuditSample.TamperAsync(
            database, "UPDATE audit_heads SET number = 3, hash = (SELECT hash FROM audit_entries WHERE scope_id = 1 AND number = 3) WHERE scope_id = 1");

        Assert.Equal(new BrokenEntry(AuditSample.County, 4, AuditFault.Truncated), (await database.Proof.VerifyAsync([], Cancellation)).Chains[0].Broken);

        await database.Audit.AppendAsync(AuditSample.Entry(4) with { Actor = "account/9" }, Cancellation);
        await database.Audit.AppendAsync(AuditSample.Entry(5), Cancellation);
        Assert.Equal(new BrokenEntry(AuditSample.County, 5, AuditFault.Changed), (await database.Proof.VerifyAsync([], Cancellation)).Chains[0].Broken);
    }

    [Fact]
    public async Task Anchors_cut_off_with_the_tail_are_found_by_the_line_kept_elsewhere()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        var kept = AnchorLine.Parse((await database.Proof.AnchorAsync(_today, Cancellation)).ToString());
        Assert.True((await database.Proof.VerifyAsync([kept!], Cancellation)).IsSound);
        await AuditSample.TamperAsync(database, "DELETE FROM audit_anchors");
        await AuditSample.TamperAsync(database, "DELETE FROM audit_anchor_heads");

        var found = await database.Proof.VerifyAsync([kept!], Cancellation);

        Assert.Equal([new BrokenAnchor(_today, AuditFault.AnchorUnknown)], found.BrokenAnchors);
    }

    [Theory]
    [InlineData("UPDATE audit_anchor_heads SET number = 4 WHERE scope_id = 2")]
    [InlineData("DELETE FROM audit_anchor_heads WHERE scope_id = 1")]
    [InlineData("DELETE FROM audit_anchors")]
    public async Task A_changed_anchor_is_found(string sql)
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        await database.Proof.AnchorAsync(_today, Cancellation);
        await AuditSample.TamperAsync(database, sql);

        Assert.Equal([new BrokenAnchor(_today, AuditFault.AnchorChanged)], (await database.Proof.VerifyAsync([], Cancellation)).BrokenAnchors);
    }

    [Fact]
    public async Task A_day_has_one_anchor_and_each_builds_on_the_one_before()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);
        var first = await database.Proof.AnchorAsync(_today, Cancellation);
        await AuditSample.FillAsync(database, 1);
        Assert.Equal(first, await database.Proof.AnchorAsync(_today, Cancellation));

        var second = await database.Proof.AnchorAsync(_today.AddDays(1), Cancellation);

        Assert.Equal((2, 12L), (second.Chains, second.Entries));
        Assert.Equal([first, second], await database.Proof.AnchorsAsync(Cancellation));
        Assert.True((await database.Proof.VerifyAsync([first, second], Cancellation)).IsSound);
    }
}

using System.Text;
using Junheng.Application.Audit;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Audit;

public sealed class AuditTrailTestsOnSqlite() : AuditTrailTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task After_a_person_s_key_is_destroyed_the_file_holds_neither_text_nor_key()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await AuditSample.FillAsync(database);
        await using var context = await database.Contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        var key = Convert.FromHexString(await context.Database.SqlQueryRaw<string>("SELECT hex(wrapped_key) AS Value FROM person_keys").SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(IsOnDisk(database, key));

        await database.PersonalKeys.DestroyAsync(AuditSample.County, "person/17", "account/1", AuditSample.Noon, TestContext.Current.CancellationToken);

        Assert.False(IsOnDisk(database, key));
        Assert.False(IsOnDisk(database, Encoding.UTF8.GetBytes("王小明")));
        Assert.True(IsOnDisk(database, Encoding.UTF8.GetBytes("旧名1")));
    }

    private static bool IsOnDisk(TemporaryDatabase database, byte[] bytes) => Directory.GetFiles(Path.GetDirectoryName(database.File)!)
        .Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
}

public sealed class AuditTrailTestsOnPostgreSql() : AuditTrailTests(DatabaseKind.PostgreSql);

public abstract class AuditTrailTests(DatabaseKind kind)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_written_with_its_offset()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);

        var newest = await database.Audit.NewestAsync(AuditSample.County, null, 2, Cancellation);

        Assert.Equal([5, 4], newest.Select(each => each.Number));
        Assert.Equal(AuditSample.Entry(5), newest[0].Entry);
        Assert.Equal(TimeSpan.FromHours(8), newest[0].At.Offset);
        Assert.Equal([3, 2, 1], (await database.Audit.NewestAsync(AuditSample.County, 4, 9, Cancellation)).Select(each => each.Number));
    }

    [Fact]
    public async Task A_clock_that_goes_back_leaves_the_order_of_time_whole_and_is_on_record()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await database.Audit.AppendAsync(AuditSample.Entry(30), Cancellation);
        await database.Audit.AppendAsync(AuditSample.Entry(10), Cancellation);

        var newest = await database.Audit.NewestAsync(AuditSample.County, null, 1, Cancellation);

        Assert.Equal(AuditSample.Noon.AddMinutes(30), newest[0].At);
        Assert.Equal(AuditSample.Noon.AddMinutes(10), newest[0].Entry.At);
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    [Fact]
    public async Task Personal_values_are_read_under_their_key_and_never_lie_open_in_the_database()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);

        Assert.Equal(new PersonalChange("person/17", null, AuditSample.Secret), await database.Audit.PersonalAsync(AuditSample.County, 3, Cancellation));
        Assert.Null(await database.Audit.PersonalAsync(AuditSample.County, 2, Cancellation));
        Assert.Equal([3], (await database.Audit.NewestAsync(AuditSample.County, null, 9, Cancellation)).Where(each => each.HasPersonal).Select(each => each.Number));
    }

    [Fact]
    public async Task Without_the_key_of_its_person_a_value_is_gone_and_the_chain_still_proves_itself()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await AuditSample.FillAsync(database);

        Assert.True(await database.PersonalKeys.DestroyAsync(AuditSample.County, "person/17", "account/1", AuditSample.Noon, Cancellation));

        Assert.Null(await database.Audit.PersonalAsync(AuditSample.County, 3, Cancellation));
        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
        Assert.Equal("person.key.destroy", (await database.Audit.NewestAsync(AuditSample.County, null, 1, Cancellation))[0].Entry.Action);
        Assert.False(await database.PersonalKeys.DestroyAsync(AuditSample.County, "person/17", "account/1", AuditSample.Noon, Cancellation));
    }

    [Fact]
    public async Task Writers_at_once_leave_chains_without_gap_or_double()
    {
        const int writers = 8, entries = 12;
        await using var database = await TemporaryDatabase.MigratedAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(
            async () =>
            {
                for (var at = 0; at < entries; at++)
                {
                    await database.Audit.AppendAsync(AuditSample.Entry(at, writer % 2 == 0 ? AuditSample.County : AuditSample.Other), Cancellation);
                }
            },
            Cancellation)));

        var found = await database.Proof.VerifyAsync([], Cancellation);
        Assert.True(found.IsSound);
        Assert.Equal(writers * entries, found.Entries);
    }
}

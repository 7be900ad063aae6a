using System.Diagnostics;
using System.Globalization;
using Junheng.Application.Registers;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Crashes;

public sealed class KilledWriterTestsOnSqlite() : KilledWriterTests(DatabaseKind.Sqlite);

public sealed class KilledWriterTestsOnPostgreSql() : KilledWriterTests(DatabaseKind.PostgreSql);

/// <summary>
/// A process that writes is killed (SIGKILL) again and again, at moments that nobody chose. Each time the database holds the old state or the new one, and all that was acknowledged (S26).
/// <c>JUNHENG_KILLS</c> says how often; eng/kills runs many.
/// </summary>
public abstract class KilledWriterTests(DatabaseKind kind)
{
    private const int UsualKills = 11;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whenever_a_writer_is_killed_what_it_acknowledged_is_there_and_nothing_is_half_done()
    {
        await using var database = await TemporaryDatabase.MigratedAsync(kind);
        await SampleImport.Into(database).RunAsync(SampleImport.Request, Cancellation);
        await new StoreSampleRegisters(database.Registers, database.Returns, new ChangeRegisters(database.Registers, TimeProvider.System)).RunAsync(Cancellation);
        var acknowledged = Path.Combine(database.Folder, "acknowledged");
        var moments = new Random(7);
        for (var left = Kills(); left > 0; left--)
        {
            await WorkAndKillAsync(database, acknowledged, moments.Next(0, 700));
            await CheckAsync(database, await File.ReadAllLinesAsync(acknowledged, Cancellation));
        }
    }

    private static int Kills() => int.TryParse(Environment.GetEnvironmentVariable("JUNHENG_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : UsualKills;

    /// <summary>Waits until the worker has acknowledged something, then a while, then kills it.</summary>
    private static async Task WorkAndKillAsync(TemporaryDatabase database, string acknowledged, int milliseconds)
    {
        var before = Length(acknowledged);
        var start = new ProcessStartInfo("dotnet", [typeof(CrashWorker).Assembly.Location, "-method", CrashWorker.Name, "-explicit", "only"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[CrashWorker.KindVariable] = database.Kind.ToString();
        start.Environment[CrashWorker.ConnectionVariable] = database.Connection;
        start.Environment[CrashWorker.AcknowledgedVariable] = acknowledged;
        using var worker = Process.Start(start)!;
        var output = worker.StandardOutput.ReadToEndAsync(Cancellation);
        var errors = worker.StandardError.ReadToEndAsync(Cancellation);
        while (Length(acknowledged) == before && !worker.HasExited)
        {
            await Task.Delay(20, Cancellation);
        }

        await Task.Delay(milliseconds, Cancellation);
        var hadEnded = worker.HasExited;
        worker.Kill();
        await worker.WaitForExitAsync(Cancellation);
        Assert.False(hadEnded, await output + await errors);
    }

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static async Task CheckAsync(TemporaryDatabase database, string[] acknowledged)
    {
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await using var context = await database.Contexts.CreateDbContextAsync(Cancellation);
            Assert.Equal(["ok"], await context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(Cancellation));
        }

        Assert.True((await database.Proof.VerifyAsync([], Cancellation)).IsSound);
        var register = await database.Registers.ReadAsync(Cancellation);
        Assert.Empty(register.Check());
        Assert.Equal(Enumerable.Range(1, register.Events.Length).Select(number => (long)number), register.Events.Select(each => each.Number));
        Assert.InRange(register.LastNumber, Last(acknowledged, "event "), long.MaxValue);
        var county = (await database.Returns.FindAsync(SampleImport.County, Cancellation))!;
        var version = Assert.Single(county.Returns.Select(each => each.Version).Distinct());
        Assert.InRange(version, Last(acknowledged, "version "), int.MaxValue);
        Assert.Equal(6, county.Returns.Length);
        Assert.NotEmpty((await database.Returns.TableAsync(county, Cancellation)).Parts); // every blob has the hash on record
    }

    private static long Last(string[] lines, string kind) =>
        lines.Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => long.TryParse(line[kind.Length..], out var number) ? number : 0).DefaultIfEmpty(0).Max();
}

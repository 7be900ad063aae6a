using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;

namespace Junheng.Storage.Tests.Crashes;

/// <summary>
/// What a process of its own does until <see cref="KilledWriterTests"/> kills it: changes of the registers and imports, each acknowledged in a file once it is committed.
/// It runs only when it is asked for by name.
/// </summary>
public sealed class CrashWorker
{
    public const string KindVariable = "JUNHENG_CRASH_KIND";
    public const string ConnectionVariable = "JUNHENG_CRASH_CONNECTION";
    public const string AcknowledgedVariable = "JUNHENG_CRASH_ACKNOWLEDGED";
    public const int EventsAnImport = 4;

    public static readonly DateOnly Day = new(2027, 9, 1);

    public static string Name => $"{typeof(CrashWorker).FullName}.{nameof(Works_until_it_is_killed)}";

    [Fact(Explicit = true)]
    public async Task Works_until_it_is_killed()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var kind = Enum.Parse<DatabaseKind>(Environment.GetEnvironmentVariable(KindVariable)!);
        await using var database = TemporaryDatabase.At(kind, Environment.GetEnvironmentVariable(ConnectionVariable)!);
        await using var acknowledged = new StreamWriter(Environment.GetEnvironmentVariable(AcknowledgedVariable)!, append: true) { AutoFlush = true };
        var change = new ChangeRegisters(database.Registers, TimeProvider.System);
        for (var at = 1; ; at++)
        {
            var outcome = await change.RunAsync("account/7", register => Township(register.NextNumber(SubjectKind.Township)), cancellation);
            await acknowledged.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"event {Assert.IsType<ChangeOutcome.Entered>(outcome).Events[^1].Number}"));
            if (at % EventsAnImport == 0)
            {
                await SampleImport.Into(database).RunAsync(SampleImport.Request, cancellation);
                var county = await database.Returns.FindAsync(SampleImport.County, cancellation);
                await acknowledged.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"version {county!.Returns.Min(each => each.Version)}"));
            }
        }
    }

    private static ImmutableArray<DatedChange> Township(long number) =>
    [
        new(Day, new RegisterChange.Open(new SubjectId(SubjectKind.Township, number), ImmutableSortedDictionary<string, string>.Empty.Add("name", "新设镇").Add("county", "region/1"))),
    ];
}

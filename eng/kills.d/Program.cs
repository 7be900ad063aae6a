// A process that writes until it is killed: KilledWriterTests starts it, tells it when to begin, and kills it. It says "ready" when it could begin, and notes in a file what was
// acknowledged to it, after each commit.
//   Junheng.KilledWriter WORK DATABASE KEY-FILE ACKNOWLEDGED COUNTY YEAR
using Junheng.KilledWriter;
using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var work, var database, var keyFile, var acknowledged, var county, var year])
{
    return 2;
}

var services = new ServiceCollection().AddSingleton(TimeProvider.System);
await using var opened = (database.Contains('=', StringComparison.Ordinal) ? services.AddJunhengPostgreSql(database, keyFile) : services.AddJunhengSqlite(database, keyFile)).BuildServiceProvider();
await using var said = new StreamWriter(acknowledged, append: true) { AutoFlush = true };
var place = new Place(opened, new Acknowledged(said), county, int.Parse(year, System.Globalization.CultureInfo.InvariantCulture));
Func<Task> once = work switch
{
    "registers" => await Works.RegistersAsync(place),
    "forms" => await Works.FormsAsync(place),
    "import" => await Works.ImportAsync(place),
    "commit" => await Works.CommitAsync(place),
    _ => throw new ArgumentException($"There is no work {work}."),
};
Console.WriteLine("ready");
Console.ReadLine();
while (true)
{
    await once();
}

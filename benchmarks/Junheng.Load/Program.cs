// 200 clerks save at once: the real web program over a real database, on this machine only. README.md of the folder above says how it is run and what came of it.
using Junheng.Load;

var options = LoadOptions.Of(args);
var folder = Directory.CreateTempSubdirectory("junheng-load-");
try
{
    var (database, keyFile) = (options.Database ?? Path.Combine(folder.FullName, "junheng.db"), Path.Combine(folder.FullName, "junheng.key"));
    await using var county = new SeededCounty(database, keyFile);
    var schools = await county.FillAsync(options.Clerks);
    using var web = await WebUnderLoad.StartAsync(database, keyFile, folder.FullName);
    var clerks = schools.Select((school, at) => new Clerk(web.Origin, SeededCounty.ClerkOf(at), school)).ToList();
    await Parallel.ForEachAsync(clerks, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (clerk, _) =>
    {
        await clerk.SignInAsync();
        await clerk.OpenAsync();
        await clerk.SaveAsync();
        await clerk.TypeAsync(draft: false);
        await clerk.TypeAsync(draft: true);
    });
    var measurement = new Measurement(clerks, web);
    await measurement.BurstsAsync(2); // the program is warm afterwards
    Console.WriteLine();
    Console.WriteLine("-- warm --");
    await measurement.BurstsAsync(options.Bursts);
    await measurement.EndlessAsync(options.Endless);
    await measurement.WorkAsync(options.Working, options.Every);
    var isRight = await Reckoning.RunAsync(county, clerks);
    Console.WriteLine($"most memory of the web program: {web.MostMemory} MiB");
    foreach (var error in measurement.Errors.Take(10))
    {
        Console.WriteLine(error);
    }

    return isRight && measurement.Errors.Count == 0 ? 0 : 1;
}
finally
{
    Junheng.Storage.Sqlite.SqliteStorage.ReleaseFiles();
    folder.Delete(recursive: true);
}

using Junheng.Application.FirstStart;
using Junheng.Application.Registers;
using Junheng.Storage;
using Junheng.Web.Composition;
using Junheng.Web.Features;
using Junheng.Web.Features.SetUp;
using Microsoft.EntityFrameworkCore;

// Nobody edits settings while it runs; watching for it takes one of the few watchers that Linux gives to a user, and without one the program would not start.
var builder = WebApplication.CreateBuilder([.. args, "--hostBuilder:reloadConfigOnChange=false"]);
builder.AddJunheng();
var app = builder.Build();
app.UseJunheng();
app.MapPages();
await DatabaseMigration.RunAsync(app.Services.GetRequiredService<IDbContextFactory<JunhengDatabase>>(), CancellationToken.None);
await app.Services.GetRequiredService<StoreSampleCounty>().RunAsync(CancellationToken.None);
await app.Services.GetRequiredService<StoreSampleRegisters>().RunAsync(CancellationToken.None);
try
{
    await app.StartAsync();
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"地址已被别的程序占用，请换一个端口再启动 / Another program listens there already; choose another port: {taken.Message}");
    return 1;
}

await app.Services.GetRequiredService<SetUpAnnouncement>().RunAsync(CancellationToken.None);
await app.WaitForShutdownAsync();
return 0;

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;

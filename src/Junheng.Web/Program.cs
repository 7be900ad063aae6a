using Junheng.Application.FirstStart;
using Junheng.Application.Registers;
using Junheng.Storage;
using Junheng.Web.Composition;
using Junheng.Web.Features;
using Junheng.Web.Features.SetUp;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.AddJunheng();
var app = builder.Build();
app.UseJunheng();
app.MapPages();
await DatabaseMigration.RunAsync(app.Services.GetRequiredService<IDbContextFactory<JunhengDatabase>>(), CancellationToken.None);
await app.Services.GetRequiredService<StoreSampleCounty>().RunAsync(CancellationToken.None);
await app.Services.GetRequiredService<StoreSampleRegisters>().RunAsync(CancellationToken.None);
await app.Services.GetRequiredService<StoreSampleBoundary>().RunAsync(CancellationToken.None);
if (app.Configuration["sample"] == "province")
{
    await app.Services.GetRequiredService<StoreSampleProvince>().RunAsync(app.Configuration.GetValue("counties", 100), _ => { }, CancellationToken.None);
}

await app.StartAsync();
await app.Services.GetRequiredService<SetUpAnnouncement>().RunAsync(CancellationToken.None);
await app.WaitForShutdownAsync();

/// <summary>The web program; public so that tests can start it.</summary>
public partial class Program;

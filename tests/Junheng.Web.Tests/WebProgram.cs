using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Junheng.Web.Tests;

/// <summary>The web program in this process, with a database of its own and the clock at 21 November 2026.</summary>
public class WebProgram : WebApplicationFactory<Program>
{
    public const string County = "990121";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-web-");

    /// <summary>A page as a document.</summary>
    public async Task<IDocument> PageAsync(string address)
    {
        using var client = CreateClient();
        var html = await client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return await ParseAsync(html);
    }

    public static async Task<IDocument> ParseAsync(string html) =>
        await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("database", Path.Combine(_folder.FullName, "junheng.db"));
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new FixedClock())));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    }
}

/// <summary>One program for all tests of a class and its fellows.</summary>
[CollectionDefinition(nameof(WebProgramTests))]
public sealed class WebProgramTests : ICollectionFixture<WebProgram>;

using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Counties;
using Junheng.Application.FirstStart;
using Junheng.Application.Grants;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Samples;
using Junheng.Application.SetUp;
using Junheng.Application.Standards;
using Junheng.Storage;
using Junheng.Web.Features.SetUp;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Junheng.Web.Tests.Accounts;

/// <summary>The web program with people: a database of its own, a clock that tests may set, and the set-up link that it would have printed.</summary>
public class AccountsProgram : WebApplicationFactory<Program>
{
    /// <summary>A password that is accepted.</summary>
    public const string Password = "澄溪教育局二〇二六 ok";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-accounts-");
    private readonly TaskCompletionSource<string> _link = new();

    public SetClock Clock { get; } = new();

    /// <summary>How large the database may grow.</summary>
    public PageLimit PageLimit { get; } = new();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>How often a minute one address may try to sign in.</summary>
    protected virtual int SignInLimit => 100_000;

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>The address of the set-up page.</summary>
    public async Task<string> SetUpLinkAsync()
    {
        _ = Services;
        return new Uri(await _link.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)).PathAndQuery;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    public TestBrowser Browser() => new(this);

    /// <summary>Somebody with an account and grants.</summary>
    public async Task<Account> PersonAsync(string name, params Grant[] grants)
    {
        _ = await SetUpLinkAsync(); // printed while there is nobody yet
        var id = new AccountId(Guid.NewGuid());
        var hash = Get<IPasswordHashing>().Hash(Password);
        Assert.True(await Get<IAccounts>().AddAsync([new NewAccount(id, name, name + "姓名", null, hash, false)], null, [Entry("test")], Cancellation));
        if (grants.Length > 0)
        {
            Assert.Equal(GivingOutcome.Given, await Get<IGrants>().GiveAsync([.. grants.Select(grant => new HeldGrant(id, grant))], null, "test", [Entry("test")], Cancellation));
        }

        return (await Get<IAccounts>().FindAsync(id, Cancellation))!.Account;
    }

    public async Task<Account> PersonAsync(string name, Role role, GrantScope? scope = null) => await PersonAsync(name, Grant(role, scope ?? GrantScope.Installation));

    /// <summary>A browser that somebody is signed in with, without the page for it.</summary>
    public async Task<TestBrowser> SignedInAsync(Account account)
    {
        var session = await Get<BeginSession>().RunAsync(account, SessionStage.Full, new Visitor("127.0.0.1", "test"), null, null, Cancellation);
        return new TestBrowser(this).WithCookie("session", session.Token);
    }

    public Grant Grant(Role role, GrantScope scope, DateOnly? to = null) => new(Guid.NewGuid(), role, scope, GiveGrants.Today(Clock), to ?? (role == Role.Inspector ? GiveGrants.Today(Clock).AddDays(30) : null));

    /// <summary>A county like the sample's of 2026 under another code.</summary>
    public async Task<Region> CountyAsync(string code)
    {
        var table = SampleCounty.Schools(1);
        var year = table.Columns.ToList().IndexOf("report_year");
        var rows = table.Rows.Where(row => row[year] == "2026").Select(row => row.Select(cell => cell.Replace(SampleCounty.Code, code, StringComparison.Ordinal)).ToArray()).ToList();
        var file = Get<ISampleFiles>().Csv(new SampleTable(table.Name, table.Columns, rows), $"schools-{code}.csv");
        Assert.IsType<ImportOutcome.Stored>(await Get<ImportFiles>().RunAsync(new ImportRequest([file], null, 2026, StandardRequest.Of(StandardRequest.DefaultId)), Cancellation));
        return (await Get<ICountyReturns>().CountiesAsync(Cancellation)).Single(region => region.Code == code);
    }

    /// <summary>The audit trail: <c>actor action subject result</c>, oldest first, with user names in place of the ids that stand in it.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        var names = (await Get<IAccounts>().AllAsync(Cancellation)).ToDictionary(account => account.Id.Id, account => account.Name, StringComparer.Ordinal);
        return [.. (await RawAuditAsync()).Select(line => string.Join(' ', line.Split(' ').Select(word => names.GetValueOrDefault(word, word))))];
    }

    /// <summary>The audit trail as it is stored.</summary>
    public async Task<IReadOnlyList<string>> RawAuditAsync()
    {
        await using var database = await Get<IDbContextFactory<JunhengDatabase>>().CreateDbContextAsync(Cancellation);
        return await database.Database.SqlQueryRaw<string>("SELECT actor || ' ' || action || ' ' || subject || ' ' || result AS Value FROM audit_entries ORDER BY scope_id, number").ToListAsync(Cancellation);
    }

    /// <summary>Every text cell of a table, to look for what must not be there.</summary>
    public byte[] DatabaseBytes()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        using var stream = new MemoryStream();
        foreach (var file in _folder.EnumerateFiles("junheng.db*"))
        {
            using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            open.CopyTo(stream);
        }

        return stream.ToArray();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("database", Path.Combine(_folder.FullName, "junheng.db"));
        builder.UseSetting("limits:sign-in", SignInLimit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        builder.UseSetting("limits:export", "100000");
        builder.ConfigureTestServices(services => services
            .ConfigureDbContext<JunhengDatabase>(options => options.AddInterceptors(PageLimit))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .AddSingleton<SetUpAnnouncement>(provider => new KeptAnnouncement(provider.GetRequiredService<FirstAdministrators>(), provider.GetRequiredService<IServer>(), _link)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
            _folder.Refresh();
        }
    }

    private AuditEntry Entry(string actor) => AuditEntries.Done(actor, "test", "test", Clock.GetUtcNow());

    private sealed class KeptAnnouncement(FirstAdministrators first, IServer server, TaskCompletionSource<string> link) : SetUpAnnouncement(first, server)
    {
        protected override void Print(string address, DateTimeOffset expiresAt) => link.TrySetResult("http://test" + address);
    }
}

/// <summary>A clock at 21 November 2026 that goes only when it is set.</summary>
public sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan time) => Now += time;
}

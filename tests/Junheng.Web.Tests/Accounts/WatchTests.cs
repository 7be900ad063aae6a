using System.Net;
using Junheng.Application.Access;
using Junheng.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Web.Tests.Accounts;

/// <summary>The program with low limits, so that alarms and rate limits are met soon.</summary>
public sealed class WatchedProgram : AccountsProgram
{
    public const int Exports = 8;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("alarms:exports", "3");
        builder.UseSetting("alarms:denials", "2");
        builder.UseSetting("limits:export", Exports.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>Who takes lists and files is on record; taking many, or being refused often, raises an alarm (S12). A fault shows an id and lets nobody through (S13).</summary>
public sealed class WatchTests
{
    [Fact]
    public async Task Taking_lists_is_on_record_and_taking_many_raises_one_alarm_and_is_put_off_in_the_end()
    {
        await using var program = new WatchedProgram();
        var county = await program.CountyAsync("990199");
        var leader = await program.SignedInAsync(await program.PersonAsync("taker", Role.Leader, GrantScope.Of(county.Scope)));

        for (var taken = 0; taken < WatchedProgram.Exports; taken++)
        {
            Assert.Equal(HttpStatusCode.OK, await leader.StatusAsync("/counties/990199/papers/csv"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await leader.StatusAsync("/counties/990199/papers/csv"));
        var audit = await program.AuditAsync();
        Assert.Equal(WatchedProgram.Exports, audit.Count(line => line.Contains(" export /counties/990199/papers/csv done", StringComparison.Ordinal)));
        Assert.Single(audit, line => line.Contains(" alarm.exports ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Being_refused_again_and_again_raises_one_alarm_in_ten_minutes()
    {
        await using var program = new WatchedProgram();
        var county = await program.CountyAsync("990199");
        var clerk = await program.SignedInAsync(await program.PersonAsync("curious", Role.SchoolClerk, GrantScope.School(county.Scope, "9901990108")));
        async Task TryAsync(int times)
        {
            for (var tried = 0; tried < times; tried++)
            {
                Assert.Equal(HttpStatusCode.Forbidden, await clerk.StatusAsync("/counties/990199"));
            }
        }

        await TryAsync(1);
        Assert.DoesNotContain(await program.AuditAsync(), line => line.Contains(" alarm.denials ", StringComparison.Ordinal));
        await TryAsync(4);
        Assert.Single(await program.AuditAsync(), line => line.Contains(" alarm.denials ", StringComparison.Ordinal));
        program.Clock.Advance(TimeSpan.FromMinutes(11));
        await TryAsync(2);

        Assert.Equal(2, (await program.AuditAsync()).Count(line => line.Contains(" alarm.denials ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fault_shows_an_id_and_neither_stack_nor_sql_and_lets_nobody_through()
    {
        await using var program = new WatchedProgram();
        var county = await program.CountyAsync("990199");
        var leader = await program.SignedInAsync(await program.PersonAsync("leader", Role.Leader, GrantScope.Of(county.Scope)));
        var stranger = await program.SignedInAsync(await program.PersonAsync("stranger"));
        await using (var database = await program.Get<IDbContextFactory<JunhengDatabase>>().CreateDbContextAsync(AccountsProgram.Cancellation))
        {
            await database.Database.ExecuteSqlRawAsync("ALTER TABLE grants RENAME TO grants_elsewhere", AccountsProgram.Cancellation);
        }

        foreach (var browser in new[] { leader, stranger })
        {
            using var answer = await browser.GetAsync("/counties/990199");
            var html = await answer.Content.ReadAsStringAsync(AccountsProgram.Cancellation);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Matches("编号|[0-9a-f]{32}", html);
            Assert.DoesNotContain("grants", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", html, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
            Assert.DoesNotContain("junheng.db", html, StringComparison.Ordinal);
        }
    }
}

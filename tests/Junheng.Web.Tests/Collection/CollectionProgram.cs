using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Collection;

/// <summary>The program with a county, an open round, and a person of each kind that works on it.</summary>
public sealed class CollectionProgram : AccountsProgram
{
    public const string County = "990199";
    public const string School = "9901990108";
    public const string Round = "/counties/990199/rounds/2027";
    public const string Form = Round + "/schools/9901990108";
    private static readonly SemaphoreSlim _once = new(1, 1);
    private readonly Dictionary<string, TestBrowser> _browsers = new(StringComparer.Ordinal);
    private Region? _county;

    /// <summary>The county; with the first question its round is opened.</summary>
    public async Task<Region> OpenAsync()
    {
        await _once.WaitAsync(Cancellation);
        try
        {
            if (_county is null)
            {
                var county = await CountyAsync(County);
                var round = new CollectionRound(county.Scope, 2027, "2027年填报", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 7), "cn-2017-quality-balance", null);
                Assert.IsType<OpenOutcome.Opened>(await Get<OpenRound>().RunAsync(round, "test", Cancellation));
                _county = county;
            }
        }
        finally
        {
            _once.Release();
        }

        return _county;
    }

    /// <summary>A browser that somebody of this name and role is signed in with.</summary>
    public async Task<TestBrowser> AsAsync(string name, Role role, string school = School)
    {
        var county = await OpenAsync();
        if (!_browsers.TryGetValue(name, out var browser))
        {
            var scope = role is Role.SchoolClerk or Role.Principal ? GrantScope.School(county.Scope, school) : GrantScope.Of(county.Scope);
            _browsers[name] = browser = await SignedInAsync(await PersonAsync(name, role, scope));
        }

        return browser;
    }

    /// <summary>The return of a school.</summary>
    public async Task<ReturnFile> FileAsync(string school = School) => (await Get<ICollectionStore>().FindAsync((await OpenAsync()).Scope, 2027, school, Cancellation))!;
}

using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Grants;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Documents.Definitions;
using Junheng.Documents.Samples;
using Junheng.Documents.Statistics;
using Junheng.Storage;
using Junheng.Storage.PostgreSql;
using Junheng.Storage.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Load;

/// <summary>A county of three times the sample's schools, a round that is open, and a clerk for each school; made through the product's own ports before anything is measured.</summary>
internal sealed class SeededCounty : IAsyncDisposable
{
    public const string Code = "990177";
    public const int Year = 2027;
    public const string Password = "澄溪教育局二〇二六 ok";
    private readonly ServiceProvider _services;

    public SeededCounty(string database, string keyFile)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System);
        _services = (database.Contains('=', StringComparison.Ordinal) ? services.AddJunhengPostgreSql(database, keyFile) : services.AddJunhengSqlite(database, keyFile)).BuildServiceProvider();
    }

    public ScopeId Scope { get; private set; }

    public static string ClerkOf(int number) => $"clerk{number:000}";

    /// <summary>Fills an empty database; gives the codes of the schools.</summary>
    public async Task<ImmutableArray<string>> FillAsync(int clerks)
    {
        await DatabaseMigration.RunAsync(Get<IDbContextFactory<JunhengDatabase>>(), CancellationToken.None);
        var make = new MakeImportBatch(StandardFiles.BesideProgram, new StatisticsFiles(), new StandardTextFiles(Path.Combine(AppContext.BaseDirectory, "standards")));
        var stored = await new ImportFiles(make, Get<IImportStore>()).RunAsync(new ImportRequest([new SampleFiles(StandardFiles.BesideProgram).Csv(Schools(), "schools.csv")], null, 2026, StandardRequest.Of(StandardRequest.DefaultId)), CancellationToken.None);
        if (stored is not ImportOutcome.Stored)
        {
            throw new InvalidOperationException("The generated county was refused.");
        }

        Scope = (await Get<ICountyReturns>().CountiesAsync(CancellationToken.None)).Single(region => region.Code == Code).Scope;
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var round = new CollectionRound(Scope, Year, "2027年填报", today.AddDays(-7), today.AddDays(14), today.AddDays(21), StandardRequest.DefaultId, null);
        var opened = await new OpenRound(Get<ICollectionStore>(), new SchoolsInRegister(Get<IRegisters>(), new SchoolsOnRecord(Get<ICountyReturns>(), new DatedCounties(Get<ICountyReturns>(), Get<IRegisters>())))).RunAsync(round, "load", CancellationToken.None);
        var schools = opened is OpenOutcome.Opened { Asked.Schools: var asked } ? asked.Select(school => school.Code).Take(clerks).ToImmutableArray() : throw new InvalidOperationException("The round was not opened.");
        await PeopleAsync(schools);
        return schools;
    }

    /// <summary>The return of a school, with every version.</summary>
    public async Task<ReturnFile> FileAsync(string school) => (await Get<ICollectionStore>().FindAsync(Scope, Year, school, CancellationToken.None))!;

    /// <summary>Whether every chain of the audit proves itself, and how many entries the county's has.</summary>
    public async Task<(bool IsSound, long Entries)> AuditAsync()
    {
        var proof = await Get<IAuditProof>().VerifyAsync([], CancellationToken.None);
        return (proof.IsSound, proof.Chains.Where(chain => chain.Scope == Scope).Sum(chain => chain.Entries));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task PeopleAsync(ImmutableArray<string> schools)
    {
        var hash = new PasswordHasher<object>().HashPassword(this, Password);
        var accounts = schools.Select((_, at) => new NewAccount(new AccountId(Guid.NewGuid()), ClerkOf(at), ClerkOf(at), null, hash, false)).ToList();
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(-1));
        var entry = AuditEntries.Done("load", "load", "load", DateTimeOffset.UtcNow);
        var grants = accounts.Select((account, at) => new HeldGrant(account.Id, new Grant(Guid.NewGuid(), Role.SchoolClerk, GrantScope.School(Scope, schools[at]), today, null))).ToList();
        if (!await Get<IAccounts>().AddAsync(accounts, null, [entry], CancellationToken.None) || await Get<IGrants>().GiveAsync(grants, null, "load", [entry], CancellationToken.None) != GivingOutcome.Given)
        {
            throw new InvalidOperationException("The clerks could not be made.");
        }
    }

    /// <summary>The sample county's schools of 2026, three times over under other codes.</summary>
    private static SampleTable Schools()
    {
        var table = SampleCounty.Schools(1);
        var year = table.Columns.ToList().IndexOf("report_year");
        var rows = table.Rows.Where(row => row[year] == "2026").ToList();
        var all = Enumerable.Range(0, 3).SelectMany(copy => rows.Select(row => row.Select((cell, at) => Copied(cell, table.Columns[at], copy)).ToArray())).OrderBy(row => row[table.Columns.ToList().IndexOf("school_code")], StringComparer.Ordinal);
        return new SampleTable(table.Name, table.Columns, [.. all]);
    }

    private static string Copied(string cell, string column, int copy) => column switch
    {
        "county_code" => Code,
        "county_name" => "测速县",
        "school_code" or "parent_school_code" => cell.Length == 0 ? cell : $"{Code}{copy}{cell[(Code.Length + 1)..]}",
        "school_name" => copy == 0 ? cell : $"{cell}（{copy}）",
        _ => cell,
    };

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}

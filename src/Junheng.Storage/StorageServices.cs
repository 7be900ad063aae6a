using Junheng.Application.Accounts;
using Junheng.Application.ApiTokens;
using Junheng.Application.Audit;
using Junheng.Application.Backup;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Files;
using Junheng.Application.Forms;
using Junheng.Application.Grants;
using Junheng.Application.Import;
using Junheng.Application.Maps;
using Junheng.Application.Packages;
using Junheng.Application.Plans.Kept;
using Junheng.Application.Proposals;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Search;
using Junheng.Application.Settings;
using Junheng.Application.SetUp;
using Junheng.Application.WhatIf;
using Junheng.Storage.Accounts;
using Junheng.Storage.Audit;
using Junheng.Storage.Backup;
using Junheng.Storage.Collection;
using Junheng.Storage.Imports;
using Junheng.Storage.Maps;
using Junheng.Storage.Plans;
using Junheng.Storage.Regions;
using Junheng.Storage.Registers;
using Junheng.Storage.Returns;
using Junheng.Storage.Search;
using Junheng.Storage.WhatIf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Junheng.Storage;

/// <summary>Registers what implements Application's ports.</summary>
public static class StorageServices
{
    /// <summary>Adds the database and its ports.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key that wraps the keys of persons; it lies outside the database.</param>
    /// <param name="configure">Chooses the provider.</param>
    public static IServiceCollection AddJunhengStorage(this IServiceCollection services, InstallationKey key, Action<DbContextOptionsBuilder> configure) => services
        .AddPooledDbContextFactory<JunhengDatabase>(configure)
        .AddSingleton<ImportWriter>()
        .AddSingleton<IImportStore, ImportStore>()
        .AddSingleton<ICountyRegister, StoredCountyRegister>()
        .AddSingleton<ICollectionStore, CollectionStore>()
        .AddSingleton<PackageStore>()
        .AddSingleton<ITrustedNodes>(all => all.GetRequiredService<PackageStore>())
        .AddSingleton<IReceivedPackages>(all => all.GetRequiredService<PackageStore>())
        .AddSingleton<ICountyReturns, StoredCountyReturns>()
        .AddSingleton<IRegionReturns, StoredRegionReturns>()
        .AddSingleton<IBoundaries, StoredBoundaries>()
        .AddSingleton<IRecognitions, StoredRecognitions>()
        .AddSingleton<IStoredFiles, StoredFileContents>()
        .AddSingleton<StoredStandards>()
        .AddSingleton<IBackups, Backups>()
        .AddSingleton<StoredPersons>()
        .AddSingleton<IPersons>(all => all.GetRequiredService<StoredPersons>())
        .AddSingleton<IRegisters, StoredRegisters>()
        .AddSingleton(key)
        .AddSingleton<PersonKeys>()
        .AddSingleton<AuditChain>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<IAuditTrail>(all => all.GetRequiredService<AuditTrail>())
        .AddSingleton<IPersonalKeys>(all => all.GetRequiredService<AuditTrail>())
        .AddSingleton<IAuditProof, AuditProof>()
        .AddSingleton<IAuditReading, AuditReading>()
        .AddSingleton<IAccounts, StoredAccounts>()
        .AddSingleton<ISessions, StoredSessions>()
        .AddSingleton<IGrants, StoredGrants>()
        .AddSingleton<IProposals, StoredProposals>()
        .AddSingleton<ISetUpLinks, StoredSetUpLinks>()
        .AddSingleton<ISettings, StoredSettings>()
        .AddSingleton<IApiTokens, StoredApiTokens>()
        .AddSingleton<IFormTokens, StoredFormTokens>()
        .AddSingleton<IOneTimeFiles, StoredOneTimeFiles>()
        .AddSingleton<ISchoolNames, StoredSchoolNames>()
        .AddSingleton<IScenarios, StoredScenarios>()
        .AddSingleton<IKeptPlans, StoredKeptPlans>();
}

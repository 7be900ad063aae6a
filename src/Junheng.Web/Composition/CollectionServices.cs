using Junheng.Application.Collection;
using Junheng.Application.Packages;
using Junheng.Application.Regions;
using Junheng.Application.Reports;
using Junheng.Application.Returned;
using Junheng.Application.Templates;
using Junheng.Documents.Definitions;
using Junheng.Documents.Packages;
using Junheng.Documents.Reports;
using Junheng.Documents.Returned;
using Junheng.Documents.Templates;
using Junheng.Web.Features.Collection;
using Junheng.Web.Features.Packages;

namespace Junheng.Web.Composition;

/// <summary>Rounds, returns, imports, packages and papers.</summary>
internal static class CollectionServices
{
    public static void AddCollection(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(WorkingDayFile.BesideProgram());
        services.AddSingleton<DatedCounties>();
        services.AddSingleton<SchoolsOnRecord>();
        services.AddSingleton<IAskedSchools, SchoolsInRegister>();
        services.AddSingleton<OpenRound>();
        services.AddSingleton<CheckEntries>();
        services.AddSingleton<SaveReturn>();
        services.AddSingleton<TakeReturnStep>();
        services.AddSingleton<ImportEntries>();
        services.AddSingleton<FreezeYear>();
        services.AddSingleton<ReopenReturns>();
        services.AddSingleton<RoundProposals>();
        services.AddSingleton<FindLastYear>();
        services.AddSingleton<FillForm>();
        services.AddSingleton<ITemplateWorkbooks, TemplateWorkbooks>();
        services.AddSingleton<WriteTemplate>();
        services.AddSingleton<RoundTemplate>();
        services.AddSingleton<IReturnedWorkbooks, ReturnedWorkbooks>();
        services.AddSingleton<IPaperFormats, PaperFormats>();
        services.AddSingleton<RegisterCounty>();
        services.AddSingleton<INodeKey>(new NodeKeyFile(builder.Configuration["node-key"] ?? Path.Combine(AccountServices.KeysFolder(builder.Configuration), "node.pem")));
        services.AddSingleton<IPackageFiles, PackageFiles>();
        services.AddSingleton<SendPackage>();
        services.AddSingleton<ReceivePackage>();
        services.AddSingleton<UpperNodeAddress>();
        services.AddSingleton<ReportUpwards>();
        services.AddSingleton<IUpperNode, UpperNodeClient>();
        services.AddHttpClient(UpperNodeClient.Client, client => client.Timeout = TimeSpan.FromSeconds(30))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<KeptUploads>();
        services.AddSingleton<CollectionDesk>();
        services.AddSingleton<FormReading>();
    }
}

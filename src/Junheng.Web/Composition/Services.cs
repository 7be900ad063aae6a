using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Junheng.Application.ApiTokens;
using Junheng.Application.Counties;
using Junheng.Application.Explain;
using Junheng.Application.Files;
using Junheng.Application.FirstStart;
using Junheng.Application.Import;
using Junheng.Application.Maps;
using Junheng.Application.Papers;
using Junheng.Application.Plans;
using Junheng.Application.Plans.Kept;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Search;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.Tables;
using Junheng.Application.WhatIf;
using Junheng.Documents.Definitions;
using Junheng.Documents.Files;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Maps;
using Junheng.Documents.Plans;
using Junheng.Documents.Registers;
using Junheng.Documents.Reports;
using Junheng.Documents.Samples;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Web.Features.Api;
using Junheng.Web.Features.Help;
using Junheng.Web.Features.Registers;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using Microsoft.AspNetCore.ResponseCompression;

namespace Junheng.Web.Composition;

/// <summary>What the program is made of.</summary>
internal static class Services
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const int LongestAddress = 64 * 1024;

    public static void AddJunheng(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest.Sheet;
            kestrel.Limits.MaxRequestLineSize = LongestAddress; // the terms of a plan stand in its address
            kestrel.Limits.MaxRequestHeadersTotalSize = 2 * LongestAddress;
        });
        builder.Services.AddDatabase(builder.Configuration["database"], builder.Configuration["key-file"]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IStandardLibrary>(StandardFiles.BesideProgram);
        builder.Services.AddSingleton<IStatisticsFiles, StatisticsFiles>();
        builder.Services.AddSingleton<IFormMaps, FormMapList>();
        builder.Services.AddSingleton<ReadPapers>();
        builder.Services.AddSingleton<IStandardTexts>(new StandardTextFiles(Path.Combine(AppContext.BaseDirectory, "standards")));
        builder.Services.AddSingleton<ISampleFiles, SampleFiles>();
        builder.Services.AddSingleton<ISheetReader, SheetTexts>();
        builder.Services.AddSingleton<MakeImportBatch>();
        builder.Services.AddSingleton<ImportFiles>();
        builder.Services.AddSingleton<StoreSampleCounty>();
        builder.Services.AddSingleton<ChangeRegisters>();
        builder.Services.AddSingleton<StoreSampleRegisters>();
        builder.Services.AddSingleton<ReadHistory>();
        builder.Services.AddSingleton<ChangeCountyRegisters>();
        builder.Services.AddSingleton<IRegisterSheets, RegisterSheets>();
        builder.Services.AddSingleton<ExportRegister>();
        builder.Services.AddSingleton<ImportRegister>();
        builder.Services.AddSingleton<RegistersFromFigures>();
        builder.Services.AddSingleton<RegisterDesk>();
        builder.Services.AddHostedService<DailyAnchor>();
        builder.Services.AddSingleton<AssessStoredCounty>();
        builder.Services.AddSingleton<IPlanFiles, PlanFiles>();
        builder.Services.AddSingleton<IPlanPapers, PlanPapers>();
        builder.Services.AddSingleton<PlanStoredCounty>();
        builder.Services.AddSingleton<KeepPlan>();
        builder.Services.AddSingleton<ReadBasis>();
        builder.Services.AddSingleton<ReadRegions>();
        builder.Services.AddSingleton<JudgeTogether>();
        builder.Services.AddSingleton<AssessRegion>();
        builder.Services.AddSingleton<IBoundaryFiles, GeoJsonFile>();
        builder.Services.AddSingleton<ImportBoundaries>();
        builder.Services.AddSingleton<IRecognitionTargets>(RecognitionTargets.BesideProgram());
        builder.Services.AddSingleton<EnterRecognition>();
        builder.Services.AddSingleton<StoreSampleBoundary>();
        builder.Services.AddSingleton<StoreSampleProvince>();
        builder.Services.AddSingleton<BasisChoices>();
        builder.Services.AddSingleton<ShowCounty>();
        builder.Services.AddSingleton(WatchedFile.BesideProgram());
        builder.Services.AddSingleton<IShownTables, ShownTables>();
        builder.Services.AddSingleton<ExplainStoredFigure>();
        builder.Services.AddSingleton<LookAtCell>();
        builder.Services.AddSingleton(new ReferencePrices(PriceList.BesideProgram()));
        builder.Services.AddSingleton<FindAnything>();
        builder.Services.AddSingleton<TryScenario>();
        builder.Services.AddSingleton<KeepScenario>();
        builder.Services.AddSingleton<IScenarioBooks, ScenarioBooks>();
        builder.Services.AddSingleton(new Guide(Guide.BesideProgram));
        builder.Services.AddSingleton(new Glossary(GlossaryFile.BesideProgram()));
        builder.AddAccounts();
        builder.Services.AddSingleton<UseApiTokens>();
        builder.Services.AddOpenApi("v1", options => options.ShouldInclude = described => ('/' + described.RelativePath).StartsWith(ApiPages.Root + '/', StringComparison.Ordinal));
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        builder.AddCollection();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PageContext>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese as it is, not as numbers
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddResponseCompression(options =>
        {
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
            options.EnableForHttps = true;
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}

using Junheng.Application.Accounts;
using Junheng.Application.Grants;
using Junheng.Application.Settings;
using Junheng.Application.SetUp;
using Junheng.Documents.Accounts;
using Junheng.Web.Features.SetUp;
using Junheng.Web.Gate;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;

namespace Junheng.Web.Composition;

/// <summary>People, rights and the gate.</summary>
internal static class AccountServices
{
    /// <summary>Enough for every field and explanation of a form, and for every school of a county.</summary>
    private const int MostFormValues = 6000;

    private const string DefaultKeys = ".data/keys";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("Junheng").PersistKeysToFileSystem(new DirectoryInfo(KeysFolder(builder.Configuration)));
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = MostFormValues;
            options.ValueLengthLimit = (int)LargestRequest.Usual;
            options.MultipartBodyLengthLimit = LargestRequest.Sheet;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddRequestLimits(builder.Configuration);
        services.AddSingleton<IPasswordHashing, PasswordHashing>();
        services.AddSingleton<ISecrets, Secrets>();
        services.AddSingleton<IAccountSheets, AccountSheets>();
        services.AddSingleton<BeginSession>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<HandOut>();
        services.AddSingleton<ManageAccounts>();
        services.AddScoped<AccountNames>();
        services.AddSingleton<ImportAccounts>();
        services.AddSingleton<FirstAdministrators>();
        services.AddSingleton<Places>();
        services.AddSingleton<GiveGrants>();
        services.AddSingleton<EndGrant>();
        services.AddSingleton<StandIn>();
        services.AddSingleton<DecideGrants>();
        services.AddSingleton<Demo>();
        services.AddSingleton<AccessSubjects>();
        services.AddSingleton<OwnPlace>();
        services.AddSingleton<Alarms>();
        services.AddSingleton<OncePerForm>();
        services.AddSingleton<SetUpAnnouncement>();
    }

    /// <summary>The setting <c>keys</c>, or beside the embedded database.</summary>
    internal static string KeysFolder(ConfigurationManager configuration) => Path.GetFullPath(
        configuration["keys"] ?? (configuration["database"] is { } file && !file.Contains('=', StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, "keys") : DefaultKeys));
}

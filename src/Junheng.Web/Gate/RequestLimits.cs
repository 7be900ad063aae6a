using System.Globalization;
using System.Threading.RateLimiting;
using Junheng.Web.Features.Errors;

namespace Junheng.Web.Gate;

/// <summary>How often one address may try to sign in, and take lists and files. The settings <c>limits:sign-in</c>, <c>limits:export</c> and <c>limits:api</c> are times a minute.</summary>
internal static class RequestLimits
{
    public const string SignIn = "sign-in";
    public const string Export = "export";
    public const string Api = "api";
    private const int UsualSignIn = 30;
    private const int UsualExport = 120;
    private const int UsualApi = 300;

    public static void AddRequestLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(SignIn, context => ByAddress(context, Times(configuration, SignIn, UsualSignIn)));
        options.AddPolicy(Api, context => ByAddress(context, Times(configuration, Api, UsualApi)));
        options.AddPolicy(Export, context => ByAddress(context, Times(configuration, Export, UsualExport)));
        options.OnRejected = async (rejected, _) => await ErrorHandlers.TooOften(rejected.HttpContext).ExecuteAsync(rejected.HttpContext);
    });

    private static RateLimitPartition<string> ByAddress(HttpContext context, int times) => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    private static int Times(IConfiguration configuration, string name, int usual) =>
        int.TryParse(configuration["limits:" + name], CultureInfo.InvariantCulture, out var times) && times > 0 ? times : usual;
}

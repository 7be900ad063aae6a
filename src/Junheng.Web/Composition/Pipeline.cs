using Junheng.Web.Features.Errors;
using Junheng.Web.Features.Help;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using Microsoft.Extensions.FileProviders;

namespace Junheng.Web.Composition;

/// <summary>What every request passes through.</summary>
internal static class Pipeline
{
    /// <summary>Nothing inline, nothing from elsewhere; pictures inside the style sheet are data.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>Modules whose names carry a hash of their content.</summary>
    private const string Islands = "/dist/islands";

    private const string OneYear = "public, max-age=31536000, immutable";

    public static void UseJunheng(this WebApplication app)
    {
        app.Use(SecurityHeaders);
        app.UseHsts();
        app.UseResponseCompression();
        app.UseMiddleware<FaultPages>();
        var files = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(files))
        {
            app.UseStaticFiles(new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(files),
                OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                    file.Context.Request.Query.ContainsKey("v") || file.Context.Request.Path.StartsWithSegments(Islands) ? OneYear : "no-cache",
            });
        }

        app.UseGuidePictures();
        app.Use(ChosenLanguage.Remember);
        app.Use(Looks.Remember);
        app.Use(SignedIn.Recognise);
        app.UseRouting();
        app.UseRateLimiter();
        app.Use(ApiCaller.Recognise);
        app.UseMiddleware<Watch>();
        app.UseMiddleware<AccessGate>();
        app.UseMiddleware<BasisOfRequest>();
    }

    private static Task SecurityHeaders(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }
}

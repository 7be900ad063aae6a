using Junheng.Web.Gate;
using Microsoft.Extensions.FileProviders;

namespace Junheng.Web.Features.Help;

/// <summary>The addresses of the guide.</summary>
internal static class HelpPages
{
    private const string Reason = "the guide and the words of the field hold nothing of anybody";

    public static void Map(WebApplication app)
    {
        app.MapGet("/help", HelpHandlers.Contents).Public(Reason);
        app.MapGet("/help/{chapter}", HelpHandlers.Chapter).Public(Reason);
        app.MapGet("/glossary", HelpHandlers.Glossary).Public(Reason);
    }

    /// <summary>The pictures of the guide lie beside it.</summary>
    public static void UseGuidePictures(this WebApplication app)
    {
        var pictures = Path.Combine(Guide.BesideProgram, "images");
        if (Directory.Exists(pictures))
        {
            app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(pictures), RequestPath = "/help/images" });
        }
    }
}

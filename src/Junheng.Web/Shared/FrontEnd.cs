using System.Security.Cryptography;

namespace Junheng.Web.Shared;

/// <summary>The addresses of the bundled styles and scripts, with a hash of their content so that they may be cached for good.</summary>
internal static class FrontEnd
{
    public static string Styles { get; } = Address("site.css");

    public static string Dark { get; } = Address("dark.css");

    public static string Script { get; } = Address("site.js");

    private static string Address(string name)
    {
        const int digits = 12;
        var file = Path.Combine(AppContext.BaseDirectory, "wwwroot", "dist", name);
        var version = File.Exists(file) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..digits] : "0";
        return $"/dist/{name}?v={version}";
    }
}

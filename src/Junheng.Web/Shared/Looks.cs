namespace Junheng.Web.Shared;

/// <summary>
/// How a reader wants the pages to look: <c>?theme=auto|light|dark</c> and <c>?size=usual|large</c> choose, and a cookie remembers. The server writes it into the page, so
/// that nothing flickers and no script is needed.
/// </summary>
/// <param name="Theme">Colours.</param>
/// <param name="Size">Size of type.</param>
internal sealed record Looks(string Theme, string Size)
{
    /// <summary>The values of each choice; the first is the usual one.</summary>
    public static IReadOnlyDictionary<string, string[]> Choices { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["theme"] = ["auto", "light", "dark"],
        ["size"] = ["usual", "large"],
    };

    /// <summary>What a request asks for or its cookies remember.</summary>
    public static Looks Of(HttpContext context) => new(Chosen(context, "theme"), Chosen(context, "size"));

    /// <summary>When the sheet of dark colours holds; null for never. Paper is always light.</summary>
    public string? DarkMedia => Theme switch
    {
        "light" => null,
        "dark" => "screen",
        _ => "screen and (prefers-color-scheme: dark)",
    };

    /// <summary>Keeps what an address chooses.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, values) in Choices)
        {
            if (values.Contains(context.Request.Query[name].ToString(), StringComparer.Ordinal))
            {
                context.Response.Cookies.Append(
                    name, context.Request.Query[name].ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
            }
        }

        return next(context);
    }

    private static string Chosen(HttpContext context, string name)
    {
        var values = Choices[name];
        return Array.Find(values, value => value == context.Request.Query[name].ToString()) ?? Array.Find(values, value => value == context.Request.Cookies[name]) ?? values[0];
    }
}

using Junheng.Domain.Text;

namespace Junheng.Web.Shared;

/// <summary>The language of the pages: <c>?lang=en</c> or <c>?lang=zh</c> chooses and is remembered in a cookie; Chinese otherwise.</summary>
internal static class ChosenLanguage
{
    private const string Name = "lang";

    public static Language Of(HttpContext context) => Parse(context.Request.Query[Name]) ?? Parse(context.Request.Cookies[Name]) ?? Language.Zh;

    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        if (Parse(context.Request.Query[Name]) is { } chosen)
        {
            context.Response.Cookies.Append(Name, Id(chosen), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true });
        }

        return next(context);
    }

    public static string Id(Language language) => language == Language.En ? "en" : "zh";

    private static Language? Parse(string? text) => text switch
    {
        "en" => Language.En,
        "zh" or "zh-CN" => Language.Zh,
        _ => null,
    };
}

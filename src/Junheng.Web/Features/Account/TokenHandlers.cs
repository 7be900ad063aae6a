using System.Globalization;
using Junheng.Application.ApiTokens;
using Junheng.Application.Grants;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Account;

/// <summary>The tokens that programs of the reader use.</summary>
internal static class TokenHandlers
{
    public static Task<IResult> ShowAsync(HttpContext context, UseApiTokens use, IApiTokens tokens, Places places, CancellationToken cancellation) =>
        PageAsync(context, use, tokens, places, null, [], StatusCodes.Status200OK, cancellation);

    public static async Task<IResult> MakeAsync(HttpContext context, UseApiTokens use, IApiTokens tokens, Places places, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var own = context.OwnSession().Person;
        var days = int.TryParse(form["days"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var grant = Guid.TryParse(form["grant"].ToString(), out var id) ? id : Guid.Empty;
        var texts = new Texts(ChosenLanguage.Of(context));
        context.Response.Headers.CacheControl = "no-store";
        return await use.MakeAsync(own, grant, form["name"].ToString(), days, own.Id, cancellation) switch
        {
            ApiTokenOutcome.Made made => await PageAsync(context, use, tokens, places, made.Token, [], StatusCodes.Status200OK, cancellation),
            ApiTokenOutcome.NoSuchGrant => await PageAsync(context, use, tokens, places, null, [texts["tokens.fault.grant"]], StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => await PageAsync(context, use, tokens, places, null, [texts["tokens.fault.unfit", UseApiTokens.LongestName, UseApiTokens.MostDays]], StatusCodes.Status422UnprocessableEntity, cancellation),
        };
    }

    public static async Task<IResult> RevokeAsync(string token, HttpContext context, UseApiTokens use, CancellationToken cancellation)
    {
        var own = context.OwnSession().Person;
        return await use.RevokeAsync(own, token, own.Id, cancellation) ? new SeeOther("/account/tokens") : ErrorHandlers.NotFound(context);
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, UseApiTokens use, IApiTokens tokens, Places places, string? token, IReadOnlyList<string> messages, int status, CancellationToken cancellation)
    {
        var own = context.OwnSession();
        return new PageResult<TokensPage>(
            new
            {
                Own = own,
                Kept = await tokens.OfAsync(own.Account.Id, cancellation),
                Fit = use.Fit(own.Grants).ToList(),
                Names = await PlaceNames.OfAsync(places, own.Grants, cancellation),
                Token = token,
                Messages = messages,
            },
            status);
    }
}

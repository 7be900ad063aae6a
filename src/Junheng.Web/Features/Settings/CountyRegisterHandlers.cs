using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Application.Packages;
using Junheng.Application.Regions;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Settings;

/// <summary>The counties on record, and the keys that packages are taken by.</summary>
internal static class CountyRegisterHandlers
{
    private const int LongestKey = 500;

    public static async Task<IResult> ShowAsync(string? said, ICountyReturns returns, INodeKey key, CancellationToken cancellation) =>
        await PageAsync(Said.Of(said), StatusCodes.Status200OK, returns, key, cancellation);

    public static async Task<IResult> AddAsync(HttpContext context, RegisterCounty register, ICountyReturns returns, INodeKey key, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var outcome = await register.RunAsync(form["code"].ToString().Trim(), form["name"].ToString().Trim(), context.OwnSession().Person.Id, cancellation);
        return outcome == CountyOutcome.Done
            ? new SeeOther("/settings/counties?said=county.Done")
            : await PageAsync(Said.Of($"county.{outcome}"), StatusCodes.Status422UnprocessableEntity, returns, key, cancellation);
    }

    public static async Task<IResult> TrustAsync(HttpContext context, ITrustedNodes trusted, ICountyReturns returns, INodeKey key, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        var (code, publicKey) = (form["code"].ToString().Trim(), form["key"].ToString().Trim());
        if ((await returns.CountiesAsync(cancellation)).All(county => county.Code != code) || publicKey.Length > LongestKey || !IsKey(publicKey))
        {
            return await PageAsync(Said.Of("county.BadKey"), StatusCodes.Status422UnprocessableEntity, returns, key, cancellation);
        }

        await trusted.TrustAsync(publicKey, code, context.OwnSession().Person.Id, cancellation);
        return new SeeOther("/settings/counties?said=county.Trusted");
    }

    private static async Task<IResult> PageAsync(Said? said, int status, ICountyReturns returns, INodeKey key, CancellationToken cancellation)
    {
        ImmutableArray<Region> counties = await returns.CountiesAsync(cancellation);
        return new PageResult<CountiesPage>(new { Counties = counties, Key = key.PublicKey, Said = said }, status);
    }

    private static bool IsKey(string text)
    {
        try
        {
            using var key = System.Security.Cryptography.ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return true;
        }
        catch (Exception fault) when (fault is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}

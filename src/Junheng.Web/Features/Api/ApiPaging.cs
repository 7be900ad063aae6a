using System.Collections.Immutable;
using System.Globalization;
using Junheng.Web.Features.Errors;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Features.Api;

/// <summary>Lists in pages, and results that the caller has already.</summary>
internal static class ApiPaging
{
    private const int UsualSize = 100;
    private const int MostSize = 1000;

    /// <summary>One page of a list; a page or size that cannot be is refused.</summary>
    public static IResult Of<T>(HttpContext context, int? page, int? size, ImmutableArray<T> all)
    {
        var (at, most) = (page ?? 1, size ?? UsualSize);
        if (at < 1 || most is < 1 or > MostSize)
        {
            return new ApiProblem(
                StatusCodes.Status400BadRequest, "page", "没有这一页 / No such page", $"page 从 1 起，size 为 1–{MostSize} / page is from 1, size from 1 to {MostSize}", ErrorHandlers.IdOf(context));
        }

        var items = all.Skip((int)Math.Min((long)(at - 1) * most, int.MaxValue)).Take(most).ToImmutableArray();
        return TypedResults.Json(new Paged<T>(items, all.Length, at, most, (long)at * most < all.Length ? Address(context, at + 1) : null));
    }

    /// <summary>Marks the answer by its result and says whether the caller named the same.</summary>
    public static bool IsKnown(HttpContext context, string resultId)
    {
        var tag = $"\"{resultId}{(Shared.ChosenLanguage.Of(context) == Domain.Text.Language.En ? "-en" : "")}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.Headers.IfNoneMatch.Any(known => known == tag);
    }

    private static string Address(HttpContext context, int page)
    {
        var query = new QueryBuilder(context.Request.Query.Where(each => each.Key != "page").SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? "")))
        {
            { "page", page.ToString(CultureInfo.InvariantCulture) },
        };
        return context.Request.Path + query.ToQueryString();
    }
}

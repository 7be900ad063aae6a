using Junheng.Application.Access;
using Junheng.Application.Counties;
using Junheng.Web.Features.Api;
using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Gate;

/// <summary>
/// Reads the basis that stands in the address of a page of figures, once and before the page: <c>standard</c>, <c>overlay</c>, <c>set</c>, <c>year</c>, <c>date</c>.
/// A basis that cannot be judged by is answered with everything that is wrong with it.
/// </summary>
internal sealed class BasisOfRequest(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, ReadBasis read)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<EndpointRule>() is EndpointRule.Requires { Action: AccessAction.ViewFigures })
        {
            switch (read.Run(Words(context.Request.Query), ChosenLanguage.Of(context)))
            {
                case BasisReading.Refused refused when ApiProblem.IsFor(context):
                    await ApiProblem.Of(context, refused.Findings).ExecuteAsync(context);
                    return;
                case BasisReading.Refused refused:
                    await new PageResult<BasisRefusedPage>(new { refused.Findings }, StatusCodes.Status400BadRequest).ExecuteAsync(context);
                    return;
                case BasisReading.Read { Basis: var basis }:
                    context.Features.Set(basis);
                    break;
            }
        }

        await next(context);
    }

    /// <summary>A setting comes as <c>set=ID=VALUE</c>, or as <c>set.ID=VALUE</c> from the fields of the switch, where blank means unchanged.</summary>
    internal static BasisWords Words(IQueryCollection query) => new(
        query[BasisWords.Standard].ToString(),
        [.. query[BasisWords.Overlay].Select(each => each ?? "")],
        [
            .. query[BasisWords.Setting].Select(each => each ?? ""),
            .. query.Where(each => each.Key.StartsWith(BasisWords.Setting + ".", StringComparison.Ordinal) && each.Value.ToString().Length > 0)
                .Select(each => $"{each.Key[(BasisWords.Setting.Length + 1)..]}={each.Value}"),
        ],
        query[BasisWords.Year].ToString(),
        query[BasisWords.Date].ToString());
}

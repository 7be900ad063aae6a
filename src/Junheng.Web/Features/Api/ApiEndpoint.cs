using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Junheng.Web.Features.Api;

/// <summary>One address of the API as its page describes it.</summary>
/// <param name="Path">With names in braces.</param>
/// <param name="Summary">What it answers.</param>
/// <param name="Parameters">What may stand in its query.</param>
public sealed partial record ApiEndpoint(string Path, string Summary, ImmutableArray<string> Parameters)
{
    /// <summary>All of them, from the same descriptions as the OpenAPI document.</summary>
    public static ImmutableArray<ApiEndpoint> Of(IApiDescriptionGroupCollectionProvider descriptions) =>
    [
        .. descriptions.ApiDescriptionGroups.Items.SelectMany(group => group.Items)
            .Where(each => ('/' + each.RelativePath).StartsWith(ApiPages.Root + '/', StringComparison.Ordinal))
            .Select(each => new ApiEndpoint(
                '/' + Constraint().Replace(each.RelativePath!, "}"),
                each.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary ?? "",
                [.. each.ParameterDescriptions.Where(parameter => parameter.Source.Id == "Query").Select(parameter => parameter.Name)])),
    ];

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}

using Junheng.Application.Accounts;
using Junheng.Web.Gate;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Junheng.Web.Shared;

/// <summary>The two hidden fields of every form that is posted: that it is ours, and its token.</summary>
public sealed class FormGuard : ComponentBase
{
    [Inject]
    internal IAntiforgery Antiforgery { get; set; } = null!;

    [Inject]
    internal IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    internal ISecrets Secrets { get; set; } = null!;

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var tokens = Antiforgery.GetAndStoreTokens(Http.HttpContext!);
        Hidden(builder, 0, tokens.FormFieldName, tokens.RequestToken!);
        Hidden(builder, 10, OncePerForm.Field, Secrets.NewToken());
    }

    private static void Hidden(RenderTreeBuilder builder, int sequence, string name, string value)
    {
        builder.OpenElement(sequence, "input");
        builder.AddAttribute(sequence + 1, "type", "hidden");
        builder.AddAttribute(sequence + 2, "name", name);
        builder.AddAttribute(sequence + 3, "value", value);
        builder.CloseElement();
    }
}

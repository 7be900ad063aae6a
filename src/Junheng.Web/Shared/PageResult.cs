using System.Text;
using Junheng.Web.Gate;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Junheng.Web.Shared;

/// <summary>
/// A page: one component rendered whole before the first byte is sent, so that a fault in the middle becomes an error page and not half a page.
/// </summary>
/// <typeparam name="TComponent">The page.</typeparam>
/// <param name="parameters">Its parameters, as an object's properties.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class PageResult<TComponent>(object parameters, int status = StatusCodes.Status200OK) : IResult
    where TComponent : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(new RouteValueDictionary(parameters)))).ToHtmlString());
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        httpContext.Response.Headers.CacheControl = httpContext.Session() is null ? "no-cache" : "no-cache, no-store";
        await httpContext.Response.WriteAsync(html, Encoding.UTF8, httpContext.RequestAborted);
    }
}

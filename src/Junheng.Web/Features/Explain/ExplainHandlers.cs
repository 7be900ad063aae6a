using Junheng.Application.Explain;
using Junheng.Domain.Schools;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Explain;

/// <summary>Where a figure comes from.</summary>
internal static class ExplainHandlers
{
    public static async Task<IResult> TraceAsync(
        string? stage, string? indicator, HttpContext context, ExplainStoredFigure explain, CancellationToken cancellation)
    {
        var asked = context.Features.Get<AskedCounty>();
        var question = new FigureQuestion(asked?.Code ?? "", context.Basis(), asked?.School ?? "", Stages.Parse(stage), indicator ?? "");
        return await explain.RunAsync(question, ChosenLanguage.Of(context), cancellation) is { } answer
            ? new PageResult<TracePage>(new { Answer = answer })
            : ErrorHandlers.NotFound(context);
    }
}

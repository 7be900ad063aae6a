using Junheng.Application.Packages;
using Junheng.Application.Settings;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Settings;

/// <summary>The settings of the installation.</summary>
internal static class SettingsHandlers
{
    public static async Task<IResult> ShowAsync(string? said, Demo demo, UpperNodeAddress upper, CancellationToken cancellation) =>
        new PageResult<SettingsPage>(new { IsDemoOn = await demo.IsOnAsync(cancellation), UpperNode = (await upper.FindAsync(cancellation))?.ToString() ?? "", Said = Said.Of(said) });

    public static async Task<IResult> SaveAsync(HttpContext context, Demo demo, UpperNodeAddress upper, CancellationToken cancellation)
    {
        var (form, actor) = (context.Request.Form, context.OwnSession().Account.Id.Id);
        if (form.ContainsKey("upper") && !await upper.SetAsync(form["upper"].ToString().Trim(), actor, cancellation))
        {
            return new SeeOther("/settings?said=setting.BadAddress");
        }

        await demo.SwitchAsync(form["demo"] == "on", actor, cancellation);
        return new SeeOther("/settings?said=setting.Done");
    }
}

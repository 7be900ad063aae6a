using Junheng.Application.Settings;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Settings;

/// <summary>The settings of the installation.</summary>
internal static class SettingsHandlers
{
    public static async Task<IResult> ShowAsync(string? said, Demo demo, CancellationToken cancellation) =>
        new PageResult<SettingsPage>(new { IsDemoOn = await demo.IsOnAsync(cancellation), Said = Said.Of(said) });

    public static async Task<IResult> SaveAsync(HttpContext context, Demo demo, CancellationToken cancellation)
    {
        await demo.SwitchAsync(context.Request.Form["demo"] == "on", context.OwnSession().Account.Name, cancellation);
        return new SeeOther("/settings?said=setting.Done");
    }
}

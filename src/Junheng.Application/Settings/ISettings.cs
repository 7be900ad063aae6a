using Junheng.Application.Audit;

namespace Junheng.Application.Settings;

/// <summary>The settings of the installation.</summary>
public interface ISettings
{
    /// <summary>The value on record; null when it was never set.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>Sets a value.</summary>
    Task SetAsync(string name, string value, AuditEntry entry, CancellationToken cancellation);
}

/// <summary>Whether visitors may look at the sample county without signing in: yes until an administrator says no.</summary>
public sealed class Demo(ISettings settings, TimeProvider clock)
{
    private const string Name = "demo";
    private const string On = "on";
    private const string Off = "off";

    /// <summary>Whether it is on.</summary>
    public async Task<bool> IsOnAsync(CancellationToken cancellation) => await settings.FindAsync(Name, cancellation) != Off;

    /// <summary>Switches it.</summary>
    public async Task SwitchAsync(bool on, string actor, CancellationToken cancellation)
    {
        var before = await IsOnAsync(cancellation) ? On : Off;
        await settings.SetAsync(Name, on ? On : Off, AuditEntries.Done(actor, "setting.demo", Name, clock.GetUtcNow(), before, on ? On : Off), cancellation);
    }
}

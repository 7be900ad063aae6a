using System.Collections.Concurrent;
using System.Globalization;

namespace Junheng.Web.Gate;

/// <summary>
/// How often somebody is refused, or takes lists and files, within ten minutes. The settings <c>alarms:denials</c> and <c>alarms:exports</c> say from how many on an alarm is raised.
/// Counted by this node; the audit has every single one.
/// </summary>
internal sealed class Alarms(IConfiguration configuration, TimeProvider clock)
{
    public const string Denials = "denials";
    public const string Exports = "exports";
    private const int UsualDenials = 10;
    private const int UsualExports = 40;
    private const int MostKept = 10_000;
    private static readonly TimeSpan _window = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(string Kind, string Person), (DateTimeOffset Since, int Times)> _counts = new();

    /// <summary>Counts one; true when it is the one that raises the alarm, once in a window.</summary>
    public bool Raises(string kind, string person)
    {
        var now = clock.GetUtcNow();
        if (_counts.Count > MostKept)
        {
            foreach (var old in _counts.Where(each => now - each.Value.Since >= _window))
            {
                _counts.TryRemove(old);
            }
        }

        var count = _counts.AddOrUpdate((kind, person), _ => (now, 1), (_, known) => now - known.Since >= _window || now < known.Since ? (now, 1) : (known.Since, known.Times + 1));
        return count.Times == Limit(kind);
    }

    private int Limit(string kind) => int.TryParse(configuration["alarms:" + kind], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit
        : kind == Denials ? UsualDenials : UsualExports;
}

using Microsoft.Extensions.DependencyInjection;

namespace Junheng.KilledWriter;

/// <summary>Where the work is done.</summary>
/// <param name="Services">The database.</param>
/// <param name="Said">What was acknowledged.</param>
/// <param name="County">The county's code.</param>
/// <param name="Year">The year of its round.</param>
internal sealed record Place(IServiceProvider Services, Acknowledged Said, string County, int Year)
{
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();
}

/// <summary>Notes what was acknowledged, one line each, in the file before anything else is done.</summary>
internal sealed class Acknowledged(TextWriter to)
{
    private readonly Lock _gate = new();

    public void Say(FormattableString line)
    {
        lock (_gate)
        {
            to.WriteLine(FormattableString.Invariant(line));
        }
    }
}

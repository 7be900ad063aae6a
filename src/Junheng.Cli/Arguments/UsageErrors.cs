using Junheng.Domain.Text;

namespace Junheng.Cli.Arguments;

/// <summary>Collects everything that is wrong with a command line, so that one answer names it all.</summary>
internal sealed class UsageErrors
{
    private readonly List<LocalizedText> _all = [];

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<LocalizedText> All => _all;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _all.Count > 0;

    /// <summary>Adds an error.</summary>
    public void Add(string zh, string en) => _all.Add(new LocalizedText(zh, en));
}

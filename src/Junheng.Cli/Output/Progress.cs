using System.Globalization;
using Junheng.Domain.Text;

namespace Junheng.Cli.Output;

/// <summary>
/// Tells on standard error what a run is doing, once it has lasted over a second: in a window one line that is kept up to date and wiped at the end,
/// elsewhere a line every ten seconds.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _elsewhere = TimeSpan.FromSeconds(10);
    private readonly Terminal _terminal;
    private readonly Language _language;
    private readonly ITimer _timer;
    private readonly long _start;
    private readonly Lock _lock = new();
    private volatile LocalizedText _doing;
    private int _done;
    private int _total;
    private int _shown;
    private bool _isOver;

    private Progress(Terminal terminal, Language language, LocalizedText doing)
    {
        (_terminal, _language, _doing) = (terminal, language, doing);
        _start = terminal.Clock.GetTimestamp();
        _timer = terminal.Clock.CreateTimer(_ => Show(), null, _patience, terminal.ErrorIsWindow ? _patience : _elsewhere);
    }

    /// <summary>Begins to watch a run.</summary>
    public static Progress Of(Terminal terminal, Language language, LocalizedText doing) => new(terminal, language, doing);

    /// <summary>Says what is being done now.</summary>
    public void Now(LocalizedText doing, int total = 0) => (_doing, _total, _done) = (doing, total, 0);

    /// <summary>Says how much of it is done.</summary>
    public IProgress<int> Count => new Counter(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isOver = true;
            Wipe();
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }

            var seconds = _terminal.Clock.GetElapsedTime(_start).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            var share = _total > 0 ? string.Create(CultureInfo.InvariantCulture, $" {_done}/{_total}") : "";
            var line = $"{_doing.In(_language)}{share} … {seconds} s";
            if (!_terminal.ErrorIsWindow)
            {
                _terminal.Error.WriteLine(line);
                return;
            }

            Wipe();
            _terminal.Error.Write(line);
            _shown = Pages.DisplayWidth.Of(line);
        }
    }

    private void Wipe()
    {
        if (_shown > 0)
        {
            _terminal.Error.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }

    private sealed class Counter(Progress progress) : IProgress<int>
    {
        public void Report(int value) => progress._done = value;
    }
}

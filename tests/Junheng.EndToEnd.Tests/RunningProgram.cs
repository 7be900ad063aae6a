using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Junheng.EndToEnd.Tests;

/// <summary>The real web program on a free port with a database of its own.</summary>
public sealed partial class RunningProgram : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private const int Starts = 2;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("junheng-e2e-");
    private readonly string? _database;
    private readonly TaskCompletionSource<string> _setUpLink = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? _process;

    public RunningProgram()
        : this(null)
    {
    }

    /// <summary>The program over another database than the embedded file.</summary>
    internal RunningProgram(string? database) => _database = database;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>The link that the program printed for its first start.</summary>
    public Task<string> SetUpLink => _setUpLink.Task.WaitAsync(_patience);

    public async ValueTask InitializeAsync()
    {
        for (var left = Starts; ; left--)
        {
            try
            {
                Origin = await StartAsync();
                return;
            }
            catch (InvalidOperationException) when (left > 1)
            {
                await StopAsync(); // A loaded machine may take a port or a watcher away at the wrong moment; the second start says what is really wrong.
            }
        }
    }

    private async Task<string> StartAsync()
    {
        var said = new ConcurrentQueue<string>();
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Junheng.Web.dll"), "--urls", "http://127.0.0.1:0", "--database", _database ?? Path.Combine(_folder.FullName, "junheng.db"), "--limits:sign-in", "1000"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Hear(string? line)
        {
            if (line is null)
            {
                return;
            }

            said.Enqueue(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                listening.TrySetResult(match.Groups[1].Value);
            }

            if (SetUpAddress().Match(line) is { Success: true } link)
            {
                _setUpLink.TrySetResult(link.Groups[1].Value);
            }
        }

        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        var ended = process.WaitForExitAsync(); // it also waits until everything that was said is heard
        var first = await Task.WhenAny(listening.Task, ended, Task.Delay(_patience));
        if (first == listening.Task || listening.Task.IsCompletedSuccessfully)
        {
            return await listening.Task;
        }

        var how = first == ended ? $"ended with {process.ExitCode}" : "did not listen";
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The web program {how} after {watch.Elapsed.TotalSeconds:F0} s (load {Load()}). It said: {string.Join('\n', said.TakeLast(40))}"));
    }

    /// <summary>How busy the machine is, where it says so.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Trim() : "unknown";

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"(http://\S+/set-up/\S+)")]
    private static partial Regex SetUpAddress();
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Junheng.EndToEnd.Tests;

/// <summary>The real web program on a free port with a database of its own.</summary>
public sealed partial class RunningProgram : IAsyncLifetime
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);
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
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Junheng.Web.dll"), "--urls", "http://127.0.0.1:0", "--database", _database ?? Path.Combine(_folder.FullName, "junheng.db"), "--limits:sign-in", "1000"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match)
            {
                listening.TrySetResult(match.Groups[1].Value);
            }

            if (line.Data is { } printed && SetUpAddress().Match(printed) is { Success: true } link)
            {
                _setUpLink.TrySetResult(link.Groups[1].Value);
            }
        };
        var errors = new List<string>();
        _process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The web program ended: {string.Join('\n', errors)}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Origin = await listening.Task.WaitAsync(_patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();

    [GeneratedRegex(@"(http://\S+/set-up/\S+)")]
    private static partial Regex SetUpAddress();
}

using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Junheng.Load;

/// <summary>The web program as a process of its own on a free port of this machine.</summary>
internal sealed partial class WebUnderLoad : IDisposable
{
    private readonly Process _process;

    private WebUnderLoad(Process process, Uri origin) => (_process, Origin) = (process, origin);

    public Uri Origin { get; }

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan Used
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Most memory that it had, in MiB.</summary>
    public long MostMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 >> 20;
        }
    }

    public static async Task<WebUnderLoad> StartAsync(string database, string keyFile, string folder)
    {
        string[] args =
        [
            Path.Combine(AppContext.BaseDirectory, "Junheng.Web.dll"), "--urls", "http://127.0.0.1:0", "--database", database, "--key-file", keyFile, "--keys", Path.Combine(folder, "keys"),
            "--limits:sign-in", "1000000", "--limits:export", "1000000",
        ];
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = new ProcessStartInfo("dotnet", args) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true }, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups[1].Value));
            }
            else if (line.Data?.Contains("fail:", StringComparison.Ordinal) == true || line.Data?.Contains("Fault", StringComparison.Ordinal) == true)
            {
                Console.Error.WriteLine(line.Data);
            }
        };
        process.ErrorDataReceived += (_, line) => Console.Error.Write(line.Data is null ? "" : line.Data + "\n");
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The web program ended."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new WebUnderLoad(process, await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}

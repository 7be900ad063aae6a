using System.Diagnostics;
using System.Globalization;

namespace Junheng.Storage.Tests.Crashes;

/// <summary>The process of eng/kills.d: it gets ready, works when it is told to, and is killed.</summary>
internal sealed class KilledProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly string _acknowledged;

    private KilledProcess(Process process, string acknowledged)
    {
        (_process, _acknowledged) = (process, acknowledged);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Everything that was ever acknowledged on this database. A line that the kill cut off was not.</summary>
    public IReadOnlyList<string> Acknowledged => File.Exists(_acknowledged) ? [.. File.ReadAllText(_acknowledged).Split('\n')[..^1]] : [];

    public static KilledProcess Start(TemporaryDatabase database, string work, int year)
    {
        var acknowledged = Path.Combine(database.Folder, "acknowledged");
        if (File.Exists(acknowledged) && File.ReadAllText(acknowledged) is var text && !text.EndsWith('\n'))
        {
            File.WriteAllText(acknowledged, text[..(text.LastIndexOf('\n') + 1)]);
        }

        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Junheng.KilledWriter.dll"), work, database.Kind == DatabaseKind.Sqlite ? database.File : database.Connection,
                Path.Combine(database.Folder, "junheng.key"), acknowledged, SampleImport.County, year.ToString(CultureInfo.InvariantCulture),
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new KilledProcess(Process.Start(start)!, acknowledged);
    }

    /// <summary>Lets it work for a while, then kills it. It must not have ended by itself.</summary>
    public async Task WorkAndKillAsync(TimeSpan time, CancellationToken cancellation)
    {
        Assert.True(await _process.StandardOutput.ReadLineAsync(cancellation) == "ready", _process.HasExited ? await _errors : "not ready");
        await _process.StandardInput.WriteLineAsync("go");
        await Task.Delay(time, cancellation);
        var hadEnded = _process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(cancellation);
        Assert.False(hadEnded, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}

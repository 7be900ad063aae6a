using System.Diagnostics;
using System.Text.Json;

namespace Junheng.Benchmarks.Plans;

/// <summary>HiGHS from npm in one node process that solves one program after the other; only the time of its own solve call counts.</summary>
internal sealed class HighsRunner : IDisposable
{
    private readonly Process _process;

    public HighsRunner(string script)
    {
        _process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(script)! })!;
    }

    public (IReadOnlyDictionary<string, double>? Values, double Seconds) Run(string lp, double seconds)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { lp, seconds = Math.Ceiling(seconds) }));
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine();
        if (line is null)
        {
            return (null, seconds);
        }

        using var answer = JsonDocument.Parse(line);
        var took = answer.RootElement.GetProperty("seconds").GetDouble();
        return answer.RootElement.GetProperty("status").GetString() == "Optimal"
            ? (answer.RootElement.GetProperty("values").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetDouble()), took)
            : (null, took);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(5000);
        _process.Dispose();
    }
}

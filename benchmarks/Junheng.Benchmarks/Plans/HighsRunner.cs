using System.Diagnostics;
using System.Text.Json;

namespace Junheng.Benchmarks.Plans;

/// <summary>HiGHS from npm in one node process that solves one program after the other; only its own solve calls count.</summary>
internal sealed class HighsRunner : IDisposable
{
    private readonly Process _process;

    public HighsRunner(string script)
    {
        _process = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(script)! })!;
    }

    public SolverCall Run(string lp, double seconds)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(new { lp, seconds = Math.Ceiling(seconds) }));
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine();
        if (line is null)
        {
            return new SolverCall(null, seconds, seconds);
        }

        using var answer = JsonDocument.Parse(line);
        var (wall, processor) = (answer.RootElement.GetProperty("seconds").GetDouble(), answer.RootElement.GetProperty("processor").GetDouble());
        return answer.RootElement.GetProperty("status").GetString() == "Optimal"
            ? new SolverCall(answer.RootElement.GetProperty("values").EnumerateObject().ToDictionary(each => each.Name, each => each.Value.GetDouble()), wall, processor)
            : new SolverCall(null, wall, processor);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(5000);
        _process.Dispose();
    }
}

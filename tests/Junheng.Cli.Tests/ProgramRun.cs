using System.Text;
using System.Text.Json;

namespace Junheng.Cli.Tests;

/// <summary>What one run of the real program, in this process, gave.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>The JSON on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs the program on 21 November 2026.</summary>
    public static ProgramRun Of(params string[] args) => With(null, args);

    /// <summary>Runs it with an environment variable <c>JUNHENG_LANG</c>.</summary>
    public static ProgramRun With(string? language, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var exitCode = JunhengProgram.Run(args, new Terminal
        {
            Output = output,
            Error = error,
            Clock = new FixedClock(),
            Environment = name => name == "JUNHENG_LANG" ? language : null,
        });
        return new ProgramRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);
    }
}

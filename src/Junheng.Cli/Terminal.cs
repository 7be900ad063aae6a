using System.Text;

namespace Junheng.Cli;

/// <summary>Everything the program has of the outside world: where it writes, how wide that is, the clock and the environment.</summary>
public sealed class Terminal
{
    /// <summary>Columns of a page where no person's window says otherwise.</summary>
    public const int UsualWidth = 100;

    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output, as bytes.</summary>
    public required Stream Output { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The clock that "today" is taken from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks up an environment variable; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = _ => null;

    /// <summary>Whether standard output is a window that a person looks at.</summary>
    public bool OutputIsWindow { get; init; }

    /// <summary>Whether standard error is a window that a person looks at.</summary>
    public bool ErrorIsWindow { get; init; }

    /// <summary>Columns of a page.</summary>
    public int Width { get; init; } = UsualWidth;

    /// <summary>Whether colour may be used on standard output; it never says anything that words do not.</summary>
    public bool HasColour => OutputIsWindow && string.IsNullOrEmpty(Environment("NO_COLOR"));

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var isWindow = !Console.IsOutputRedirected;
        if (OperatingSystem.IsWindows() && (isWindow || !Console.IsErrorRedirected))
        {
            Console.OutputEncoding = _utf8;
        }

        return new Terminal
        {
            Output = Console.OpenStandardOutput(),
            Error = new StreamWriter(Console.OpenStandardError(), _utf8) { AutoFlush = true },
            Environment = System.Environment.GetEnvironmentVariable,
            OutputIsWindow = isWindow,
            ErrorIsWindow = !Console.IsErrorRedirected,
            Width = isWindow ? WindowWidth() : UsualWidth,
        };
    }

    /// <summary>Writes a text to standard output at once. A reader that has gone away (<c>| head</c>) is no fault.</summary>
    public void Write(string text)
    {
        try
        {
            Output.Write(_utf8.GetBytes(text));
            Output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more.
        }
    }

    private static int WindowWidth()
    {
        const int narrowest = 60;
        const int widest = 160;
        try
        {
            return Math.Clamp(Console.WindowWidth - 1, narrowest, widest);
        }
        catch (Exception fault) when (fault is IOException or PlatformNotSupportedException)
        {
            return UsualWidth;
        }
    }
}

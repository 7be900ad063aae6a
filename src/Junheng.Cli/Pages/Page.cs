using System.Text;

namespace Junheng.Cli.Pages;

/// <summary>Text for people, gathered and written at once: headings, wrapped lines, tables.</summary>
/// <param name="width">Columns.</param>
/// <param name="hasColour">Whether tones are shown.</param>
internal sealed class Page(int width, bool hasColour)
{
    private readonly StringBuilder _text = new();
    private int _lineStart;

    /// <summary>Columns.</summary>
    public int Width => width;

    /// <summary>Adds text to the line.</summary>
    public Page Write(string text, Tone tone = Tone.Plain)
    {
        text = Clean(text);
        if (text.Length > 0 && hasColour && Code(tone) is { } code)
        {
            _text.Append("\u001b[").Append(code).Append('m').Append(text).Append("\u001b[0m");
        }
        else
        {
            _text.Append(text);
        }

        return this;
    }

    /// <summary>Ends the line.</summary>
    public Page Line()
    {
        while (_text.Length > _lineStart && _text[^1] == ' ')
        {
            _text.Length--;
        }

        _text.Append('\n');
        _lineStart = _text.Length;
        return this;
    }

    /// <summary>Adds a whole line.</summary>
    public Page Line(string text, Tone tone = Tone.Plain) => Write(text, tone).Line();

    /// <summary>Adds a heading with an empty line above it.</summary>
    public Page Heading(string text) => Line().Line(text, Tone.Strong);

    /// <summary>Adds a text that may take several lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">Columns left free at the left.</param>
    /// <param name="tone">Its colour.</param>
    /// <param name="hanging">Columns more that further lines leave free.</param>
    public Page Wrapped(string text, int indent = 0, Tone tone = Tone.Plain, int hanging = 0)
    {
        var lines = DisplayWidth.Wrap(text, Math.Max(20, width - indent - hanging));
        for (var at = 0; at < lines.Count; at++)
        {
            Write(new string(' ', indent + (at == 0 ? 0 : hanging))).Line(lines[at], tone);
        }

        return this;
    }

    /// <summary>All of it.</summary>
    public override string ToString() => _text.ToString();

    private static string? Code(Tone tone) => tone switch
    {
        Tone.Strong => "1",
        Tone.Quiet => "90",
        Tone.Good => "32",
        Tone.Bad => "31",
        Tone.Doubtful => "33",
        _ => null,
    };

    /// <summary>Without control characters: a cell's text must not steer somebody's terminal.</summary>
    private static string Clean(string text) => text.Any(char.IsControl) ? string.Concat(text.Where(letter => !char.IsControl(letter))) : text;
}

using System.Globalization;
using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Fills in texts.</summary>
internal static class Wording
{
    /// <summary>The text in a language with its blanks filled in.</summary>
    public static string Say(this LocalizedText text, Language language, params ReadOnlySpan<object?> blanks) =>
        string.Format(CultureInfo.InvariantCulture, text.In(language), blanks);
}

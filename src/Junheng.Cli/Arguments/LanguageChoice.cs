using Junheng.Domain.Text;

namespace Junheng.Cli.Arguments;

/// <summary>The language of a run: <c>--lang</c>, else the environment, else Chinese. The option may stand anywhere.</summary>
internal static class LanguageChoice
{
    /// <summary>The option's name.</summary>
    public const string Option = "--lang";

    /// <summary>The language, and the arguments without the option.</summary>
    public static (Language Language, string[] Others) Take(string[] args, string? environment, UsageErrors errors)
    {
        var language = Read(environment) ?? Language.Zh;
        var rest = new List<string>(args.Length);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--")
            {
                rest.AddRange(args[at..]);
                break;
            }

            var value = args[at] == Option ? at + 1 < args.Length ? args[++at] : "" : args[at].StartsWith(Option + "=", StringComparison.Ordinal) ? args[at][(Option.Length + 1)..] : null;
            if (value is null)
            {
                rest.Add(args[at]);
            }
            else if (Read(value) is { } given)
            {
                language = given;
            }
            else
            {
                errors.Add($"--lang 只能是 zh 或 en，不能是“{value}”", $"--lang is zh or en, not '{value}'");
            }
        }

        return (language, [.. rest]);
    }

    private static Language? Read(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "zh" or "zh-cn" or "zh_cn" => Language.Zh,
        "en" or "en-us" or "en-gb" => Language.En,
        _ => null,
    };
}

namespace Junheng.Cli.Arguments;

/// <summary>
/// Reads a command's arguments: <c>--name value</c> or <c>--name=value</c>, <c>--</c> before arguments that begin with a dash, a lone <c>-</c> is an argument.
/// Everything wrong is collected; nothing is guessed.
/// </summary>
internal static class ArgumentParser
{
    /// <summary>The arguments; to be used only when no error was added.</summary>
    public static ParsedArguments Parse(CommandSpec command, ReadOnlySpan<string> args, UsageErrors errors)
    {
        var positional = new List<string>();
        var options = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var onlyPositional = false;
        for (var at = 0; at < args.Length; at++)
        {
            var arg = args[at];
            if (onlyPositional || arg is "-" || !arg.StartsWith('-'))
            {
                positional.Add(arg);
            }
            else if (arg is "--")
            {
                onlyPositional = true;
            }
            else
            {
                ReadOption(command, args, ref at, options, errors);
            }
        }

        CheckPositional(command, positional, errors);
        foreach (var option in command.Options)
        {
            if (option.IsRequired && !options.ContainsKey(option.Name))
            {
                errors.Add($"缺少选项 {option.Name} {option.Value}", $"Option {option.Name} {option.Value} is missing");
            }
        }

        return new ParsedArguments(positional, options);
    }

    private static void ReadOption(
        CommandSpec command, ReadOnlySpan<string> args, ref int at, Dictionary<string, List<string>> options, UsageErrors errors)
    {
        var arg = args[at];
        var equals = arg.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? arg : arg[..equals];
        var option = command.Options.FirstOrDefault(each => each.Name == name);
        if (option is null)
        {
            ReportUnknown(command, name, errors);
            return;
        }

        var value = equals < 0 ? null : arg[(equals + 1)..];
        if (option.Value is null)
        {
            if (value is not null)
            {
                errors.Add($"{name} 不带值", $"{name} takes no value");
            }

            value = "";
        }
        else if (value is null && at + 1 < args.Length && !args[at + 1].StartsWith("--", StringComparison.Ordinal))
        {
            value = args[++at];
        }

        if (option.Value is not null && string.IsNullOrEmpty(value))
        {
            errors.Add($"{name} 后面要写 {option.Value}", $"{name} needs {option.Value}");
            value ??= "";
        }

        if (options.TryGetValue(name, out var earlier) && !option.Repeats)
        {
            errors.Add($"{name} 只能写一次", $"{name} may be given once only");
        }

        options[name] = [.. earlier ?? [], value!];
    }

    private static void ReportUnknown(CommandSpec command, string name, UsageErrors errors)
    {
        var meant = Nearest.To(name, command.Options.Select(option => option.Name));
        errors.Add(
            $"{command.Name} 没有选项 {name}{(meant is null ? "" : $"，是不是 {meant}？")}",
            $"{command.Name} has no option {name}{(meant is null ? "" : $"; did you mean {meant}?")}");
    }

    private static void CheckPositional(CommandSpec command, List<string> positional, UsageErrors errors)
    {
        var required = command.Arguments.Count(argument => argument.IsRequired);
        for (var missing = positional.Count; missing < required; missing++)
        {
            errors.Add($"缺少参数 {command.Arguments[missing].Name}", $"Argument {command.Arguments[missing].Name} is missing");
        }

        if (command.Arguments.Length == 0 || !command.Arguments[^1].Repeats)
        {
            for (var extra = command.Arguments.Length; extra < positional.Count; extra++)
            {
                errors.Add($"多出的参数“{positional[extra]}”", $"Superfluous argument '{positional[extra]}'");
            }
        }

        if (positional.Any(string.IsNullOrEmpty))
        {
            errors.Add("有一个参数是空的", "An argument is empty");
        }
    }
}

using System.Collections.Frozen;

namespace Junheng.Formulas.Types;

/// <summary>Which names a column, an entity type or a collection may have.</summary>
public static class FormulaNames
{
    private static readonly FrozenSet<string> Reserved =
        new[] { "or", "and", "not", "in", "is", "missing", "true", "false", "where", "at" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for letters (of any script), ASCII digits and _, not starting with a digit, and not a word of the language.</summary>
    public static bool IsValid(string name) =>
        name.Length > 0 && IsStart(name[0]) && name.All(IsPart) && !Reserved.Contains(name);

    internal static bool IsStart(char c) => char.IsLetter(c) || c == '_';

    internal static bool IsPart(char c) => IsStart(c) || char.IsAsciiDigit(c);

    internal static string Checked(string name) =>
        IsValid(name) ? name : throw new ArgumentException($"'{name}' cannot be a name in formulas.", nameof(name));
}

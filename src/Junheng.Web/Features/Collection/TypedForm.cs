using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Collection;

namespace Junheng.Web.Features.Collection;

/// <summary>What somebody typed into a school's form.</summary>
/// <param name="BaseVersion">The version that the form was opened with.</param>
/// <param name="Fields">Field id → text, blank ones too.</param>
/// <param name="Explanations">Question id → explanation.</param>
public sealed record TypedForm(int BaseVersion, ImmutableSortedDictionary<string, string> Fields, ImmutableSortedDictionary<string, string> Explanations)
{
    /// <summary>How the names of fields begin.</summary>
    public const string Figure = "f:";

    /// <summary>How the names of explanations begin.</summary>
    public const string Explanation = "x:";

    /// <summary>The fields that hold something.</summary>
    public ImmutableSortedDictionary<string, string> Texts => Fields.RemoveRange(Fields.Where(each => each.Value.Length == 0).Select(each => each.Key));

    /// <summary>What a request carries. Line breaks and control characters become blanks.</summary>
    public static TypedForm Of(IFormCollection form) => new(
        int.TryParse(form["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
        Named(form, Figure),
        Named(form, Explanation).RemoveRange(Named(form, Explanation).Where(each => each.Value.Length == 0).Select(each => each.Key)));

    /// <summary>Only the fields that a form has, none longer than a field may be: what a draft may hold.</summary>
    public ImmutableSortedDictionary<string, string> Known(ReturnForm form)
    {
        const int longest = 500;
        var known = form.Fields.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        return Fields.RemoveRange(Fields.Where(field => !known.Contains(field.Key) || field.Value.Length > longest).Select(field => field.Key));
    }

    private static ImmutableSortedDictionary<string, string> Named(IFormCollection form, string prefix) => form
        .Where(value => value.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(value => value.Key[prefix.Length..], value => Clean(value.Value.ToString()), StringComparer.Ordinal);

    private static string Clean(string text) => new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
}

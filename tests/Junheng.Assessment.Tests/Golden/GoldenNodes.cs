using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;

namespace Junheng.Assessment.Tests.Golden;

/// <summary>Reading the parts of a golden case.</summary>
internal static class GoldenNodes
{
    /// <summary>The text of a scalar.</summary>
    public static string Text(this DefinitionNode node) => ((DefinitionNode.Scalar)node).Text;

    /// <summary>A decimal or a fraction such as <c>3855516/397</c>; null for a blank.</summary>
    public static Rational? Number(this DefinitionNode node) => node.Text().Split('/') switch
    {
        [""] => null,
        [var whole] => Rational.ParseDecimal(whole),
        [var numerator, var denominator] => Rational.ParseDecimal(numerator) / Rational.ParseDecimal(denominator),
        _ => throw new FormatException($"{node.At}: not a number"),
    };

    /// <summary>The texts of a list.</summary>
    public static string[] Texts(this DefinitionNode node) => [.. ((DefinitionNode.Sequence)node).Items.Select(Text)];

    /// <summary>The entries of a map; none where it is absent.</summary>
    public static IEnumerable<DefinitionEntry> Entries(this DefinitionNode? node) => node is DefinitionNode.Map map ? map.Entries : [];

    /// <summary>The entry of a map, or its text where it is only a text; null where absent.</summary>
    public static string? TextOf(this DefinitionNode.Map map, string key) => map[key]?.Text();
}

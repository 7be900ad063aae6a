using Junheng.Domain.Columns;

namespace Junheng.Documents.Statistics;

/// <summary>How the units of figures are written in the brackets of a heading.</summary>
internal static class HeadingUnits
{
    private static readonly Dictionary<string, string[]> _words = new(StringComparer.Ordinal)
    {
        ["m2"] = ["平方米", "m2"],
        ["yuan"] = ["元", "人民币元", "yuan"],
        ["person"] = ["人", "名"],
        ["pupil"] = ["人", "名"],
        ["room"] = ["间"],
        ["computer"] = ["台"],
        ["book"] = ["册"],
        ["class"] = ["个", "班"],
        ["grade"] = ["个"],
        ["year"] = ["年"],
        ["degree"] = ["度", "°"],
    };

    /// <summary>Whether a bracket (half-width, without white space) names the column's own unit.</summary>
    public static bool IsOwn(ColumnDefinition column, string bracket) => _words.TryGetValue(column.Unit, out var words) && words.Contains(bracket);

    /// <summary>The column's own unit in words.</summary>
    public static (string Zh, string En) Of(ColumnDefinition column) => _words.TryGetValue(column.Unit, out var words)
        ? (words[0], column.Unit)
        : column.Unit == "1" ? ("0 至 1 之间的小数", "a fraction between 0 and 1") : (column.Unit, column.Unit);
}

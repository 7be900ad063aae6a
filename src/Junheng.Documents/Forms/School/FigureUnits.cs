using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Forms.School;

/// <summary>Which unit a cell of a form has, and what it is times to have the public column's own.</summary>
internal static class FigureUnits
{
    private static readonly Dictionary<string, long> _yuan = new(StringComparer.Ordinal) { ["元"] = 1, ["千元"] = 1000, ["万元"] = 10_000, ["亿元"] = 100_000_000 };

    /// <summary>
    /// The unit of a cell: printed in the row's label, in a unit column, in the headings from the lowest up; else what the map says; else that of the whole form.
    /// </summary>
    public static (string? Unit, bool IsPrinted) Of(FormSheet form, FormRow row, FormColumn column, string? ofMap)
    {
        var printed = HeadingPath.UnitOf(row.Label) ?? Plain(row.Unit) ?? column.Headings.Reverse().Select(HeadingPath.UnitOf).FirstOrDefault(unit => unit is not null);
        return printed is not null ? (printed, true) : ofMap is not null ? (ofMap, false) : (form.Unit, form.Unit is not null);
    }

    /// <summary>What a figure is to be multiplied with; null where the unit is none that the column can have.</summary>
    /// <param name="columnUnit">Unit id of the public column.</param>
    /// <param name="unit">The unit in words; null = the column's own.</param>
    public static Rational? Factor(string columnUnit, string? unit) => unit is null ? Rational.One
        : columnUnit == "yuan" ? _yuan.TryGetValue(unit, out var factor) ? Rational.FromInteger(factor) : null
        : columnUnit == "m2" ? unit is "平方米" or "m2" ? Rational.One : null
        : _yuan.ContainsKey(unit) || unit is "平方米" or "m2" ? null
        : Rational.One;

    private static string? Plain(string? unit) => unit is null ? null : HeadingPath.Normalised(unit) is { Length: > 0 } plain ? plain : null;
}

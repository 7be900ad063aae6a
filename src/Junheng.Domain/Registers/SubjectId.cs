using System.Globalization;

namespace Junheng.Domain.Registers;

/// <summary>What a register keeps. The number is stored, so it never changes its meaning.</summary>
public enum SubjectKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>省、市、县: a region with a scope of its own.</summary>
    Region = 1,

    /// <summary>乡镇、街道.</summary>
    Township = 2,

    /// <summary>学校.</summary>
    School = 3,

    /// <summary>校区.</summary>
    Campus = 4,

    /// <summary>班级.</summary>
    Class = 5,

    /// <summary>教职工: a person's time at a school. The person's name and number lie elsewhere, under a key.</summary>
    Staff = 6,
}

/// <summary>
/// One thing in a register, the same for its whole life whatever it is called and whichever code it has. A region's number is its scope.
/// </summary>
/// <param name="Kind">Which register.</param>
/// <param name="Number">Positive, never used again.</param>
public readonly record struct SubjectId(SubjectKind Kind, long Number) : IComparable<SubjectId>
{
    private static readonly string[] _names = ["", "region", "township", "school", "campus", "class", "staff"];

    /// <summary>The public id of a kind, e.g. <c>school</c>.</summary>
    public static string NameOf(SubjectKind kind) => _names[(int)kind];

    /// <summary>Reads a kind's public id; <see cref="SubjectKind.None"/> for anything else.</summary>
    public static SubjectKind ParseKind(string name) => name.Length == 0 ? SubjectKind.None : (SubjectKind)Math.Max(0, Array.IndexOf(_names, name));

    /// <summary>Reads <c>school/12</c>; null for anything else.</summary>
    public static SubjectId? Parse(string text) =>
        text.Split('/') is [var kind, var number]
        && ParseKind(kind) is not SubjectKind.None and var known
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value > 0
            ? new SubjectId(known, value)
            : null;

    /// <summary>By kind, then by number.</summary>
    public int CompareTo(SubjectId other) => (Kind, Number).CompareTo((other.Kind, other.Number));

    /// <summary>Whether the left comes before the right.</summary>
    public static bool operator <(SubjectId left, SubjectId right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left comes after the right.</summary>
    public static bool operator >(SubjectId left, SubjectId right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left does not come after the right.</summary>
    public static bool operator <=(SubjectId left, SubjectId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left does not come before the right.</summary>
    public static bool operator >=(SubjectId left, SubjectId right) => left.CompareTo(right) >= 0;

    /// <summary><c>school/12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{NameOf(Kind)}/{Number}");
}

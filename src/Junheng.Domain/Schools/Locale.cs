namespace Junheng.Domain.Schools;

/// <summary>Where a school lies (城乡类型). <c>default</c> is unknown.</summary>
public enum Locale : byte
{
    /// <summary>Not given.</summary>
    Unknown = 0,

    /// <summary>城区.</summary>
    Urban = 1,

    /// <summary>镇区.</summary>
    Town = 2,

    /// <summary>乡村.</summary>
    Rural = 3,
}

/// <summary>Public ids of the locales.</summary>
public static class Locales
{
    /// <summary>The ids by code, the first one empty: unknown.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["", "urban", "town", "rural"];

    /// <summary>The public id; empty when unknown.</summary>
    public static string Id(this Locale locale) => Ids[(int)locale];

    /// <summary>Reads an id or a Chinese word; <see cref="Locale.Unknown"/> for anything else.</summary>
    public static Locale Parse(string text) => text switch
    {
        "urban" or "城区" or "城市" => Locale.Urban,
        "town" or "镇区" or "县镇" => Locale.Town,
        "rural" or "乡村" or "农村" => Locale.Rural,
        _ => Locale.Unknown,
    };
}

using System.Collections.Immutable;

namespace Junheng.Application.Counties;

/// <summary>A basis as somebody wrote it, unread.</summary>
/// <param name="StandardId">Id of a standard; blank for the default.</param>
/// <param name="Overlays">Ids of overlays; blank ones are left out.</param>
/// <param name="Settings">Each <c>ID=VALUE</c>; blank ones are left out.</param>
/// <param name="YearText">A report year; blank for the newest.</param>
/// <param name="DateText"><c>yyyy-MM-dd</c>; blank for today brought into the year.</param>
public sealed record BasisWords(string? StandardId, ImmutableArray<string> Overlays, ImmutableArray<string> Settings, string? YearText, string? DateText)
{
    /// <summary>Name of the standard in an address.</summary>
    public const string Standard = "standard";

    /// <summary>Name of an overlay in an address; may come several times.</summary>
    public const string Overlay = "overlay";

    /// <summary>Name of a setting in an address; may come several times.</summary>
    public const string Setting = "set";

    /// <summary>Name of the report year in an address.</summary>
    public const string Year = "year";

    /// <summary>Name of the evaluation date in an address.</summary>
    public const string Date = "date";
}

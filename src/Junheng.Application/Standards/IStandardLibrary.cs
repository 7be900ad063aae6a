using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Standards;

/// <summary>The standards at hand: those that come with the product, and files given by the user.</summary>
public interface IStandardLibrary
{
    /// <summary>The ids of the standards that come with the product, sorted.</summary>
    ImmutableArray<string> Ids { get; }

    /// <summary>The overlays that come with the product, by id, sorted.</summary>
    ImmutableArray<string> OverlayIds { get; }

    /// <summary>Opens a standard by id or file, with overlays (ids or files) and settings applied. The same request gives the same object.</summary>
    StandardOpening Open(StandardRequest request, Language language);
}

/// <summary>Which standard, with what changed.</summary>
/// <param name="IdOrFile">Id of a standard of the product, or the path of a definition file.</param>
/// <param name="Overlays">Ids or paths of overlays, in order.</param>
/// <param name="Settings">Settings changed.</param>
public sealed record StandardRequest(string IdOrFile, ImmutableArray<string> Overlays, ImmutableArray<SettingOverride> Settings)
{
    /// <summary>The standard used when none is named.</summary>
    public const string DefaultId = "cn-2017-quality-balance";

    /// <summary>A standard as it is.</summary>
    public static StandardRequest Of(string idOrFile) => new(idOrFile, [], []);
}

/// <summary>What came of opening a standard.</summary>
public abstract record StandardOpening
{
    private StandardOpening()
    {
    }

    /// <summary>The standard is sound.</summary>
    public sealed record Opened(Standard Standard) : StandardOpening;

    /// <summary>Something is wrong with it: everything that is, with file, line and column.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : StandardOpening;
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Domain.Text;

namespace Junheng.Web.Shared;

/// <summary>What the switch of the basis offers: the standards and overlays of the product by name. They come with the program, so they are read once.</summary>
internal sealed class BasisChoices(IStandardLibrary library)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _overlays = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<(string Id, LocalizedText Title)>> _standards = new(() => [.. library.Ids.Select(id => (id, Open(library, StandardRequest.Of(id))?.Title ?? new LocalizedText(id, id)))]);

    /// <summary>The standards.</summary>
    public ImmutableArray<(string Id, LocalizedText Title)> Standards => _standards.Value;

    /// <summary>The overlays that fit a standard.</summary>
    public ImmutableArray<string> OverlaysOf(string standard) =>
        _overlays.GetOrAdd(standard, id => [.. library.OverlayIds.Where(overlay => Open(library, new StandardRequest(id, [overlay], [])) is not null)]);

    private static Standard? Open(IStandardLibrary library, StandardRequest request) => library.Open(request, Language.Zh) is StandardOpening.Opened opened ? opened.Standard : null;
}

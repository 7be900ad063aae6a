using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms.List;

/// <summary>
/// The headers of a sheet as its maps see them, kept while the sheet is: a header is asked for again when the sheet is read, and most maps that find one find the very same rows.
/// </summary>
internal sealed class SheetHeaders
{
    private static readonly ConditionalWeakTable<SheetGrid, SheetHeaders> _known = [];
    private readonly SheetGrid _sheet;
    private readonly ConcurrentDictionary<FormMap, HeaderBlock?> _byMap = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<HeaderRows, HeaderBlock> _byRows = [];

    private SheetHeaders(SheetGrid sheet) => _sheet = sheet;

    /// <summary>The headers of a sheet.</summary>
    public static SheetHeaders Of(SheetGrid sheet) => _known.GetValue(sheet, each => new SheetHeaders(each));

    /// <summary>The header of the sheet for a map; null where none is found.</summary>
    /// <param name="map">The map.</param>
    /// <param name="anchors">Its normalised headings that name schools, e.g. 学校名称.</param>
    /// <param name="vocabulary">All normalised headings that it knows.</param>
    public HeaderBlock? Header(FormMap map, IReadOnlySet<string> anchors, IReadOnlySet<string> vocabulary) => _byMap.TryGetValue(map, out var known)
        ? known
        : _byMap.GetOrAdd(map, HeaderBlock.Find(_sheet, anchors, vocabulary) is { } rows ? _byRows.GetOrAdd(rows, HeaderBlock.Of, _sheet) : null);
}

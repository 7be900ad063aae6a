using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>One heading of a sheet and what it was recognised as.</summary>
/// <param name="Position">Column in the sheet, from 0.</param>
/// <param name="Heading">As written.</param>
/// <param name="ColumnId">Public column id, with its stage where staged (<c>enrolment_primary</c>); null when not known.</param>
/// <param name="Definition">The catalogue's column; null when not known.</param>
/// <param name="WrongUnit">What stands in the brackets of a figure's heading when it is not the column's own unit, e.g. 万元.</param>
internal sealed record MappedHeading(int Position, string Heading, string? ColumnId, ColumnDefinition? Definition, string? WrongUnit)
{
    /// <summary>The heading says what it is of and in the right unit, so its cells can be read.</summary>
    public bool IsReadable => ColumnId is not null && WrongUnit is null;

    /// <summary>The column is given per stage here: <c>enrolment_primary</c>, not <c>enrolment</c>.</summary>
    public bool IsOfOneStage => ColumnId is not null && ColumnId != Definition!.Id;
}

/// <summary>
/// Recognises headings: English ids or Chinese headings, staged ones with their stage before or behind. A figure may have its unit in brackets behind it,
/// a code or text any remark.
/// </summary>
internal sealed class HeaderMap
{
    private const int LongestKept = 60;
    private const int MostKept = 20_000;
    private static readonly ConditionalWeakTable<ColumnCatalogue, HeaderMap> _maps = [];
    private readonly Dictionary<string, (string Id, ColumnDefinition Column)> _known = new(StringComparer.Ordinal);

    /// <summary>Headings that were recognised before: the workbooks of a county's schools have the same ones.</summary>
    private readonly ConcurrentDictionary<string, MappedHeading> _met = new(StringComparer.Ordinal);

    private HeaderMap(ColumnCatalogue catalogue)
    {
        foreach (var column in catalogue.Columns)
        {
            Add(column.Id, column.Id, column);
            foreach (var heading in column.Headings.Add(column.Title.Zh))
            {
                Add(heading, column.Id, column);
            }

            if (column.IsStaged)
            {
                AddStaged(column);
            }
        }
    }

    /// <summary>The map of a catalogue, worked out once.</summary>
    public static HeaderMap Of(ColumnCatalogue catalogue) => _maps.GetValue(catalogue, columns => new HeaderMap(columns));

    /// <summary>Recognises the headings of a sheet.</summary>
    public ImmutableArray<MappedHeading> Map(ImmutableArray<string> headings) => [.. headings.Select(Map)];

    /// <summary>Recognises one heading.</summary>
    public MappedHeading Map(string heading, int position)
    {
        if (_met.TryGetValue(heading, out var met))
        {
            return met.Position == position ? met : met with { Position = position };
        }

        var mapped = Recognised(heading, position);
        if (heading.Length <= LongestKept && _met.Count < MostKept)
        {
            _met.TryAdd(heading, mapped);
        }

        return mapped;
    }

    private MappedHeading Recognised(string heading, int position)
    {
        var text = Normalised(heading);
        if (_known.TryGetValue(text, out var known))
        {
            return new MappedHeading(position, heading, known.Id, known.Column, null);
        }

        var bracket = text.LastIndexOf('(');
        if (bracket > 0 && text.EndsWith(')') && _known.TryGetValue(text[..bracket], out known))
        {
            var inside = text[(bracket + 1)..^1];
            var isRight = known.Column.Kind != ColumnKind.Number || HeadingUnits.IsOwn(known.Column, inside);
            return new MappedHeading(position, heading, known.Id, known.Column, isRight ? null : inside);
        }

        return new MappedHeading(position, heading, null, null, null);
    }

    /// <summary>Which layout a sheet has: the school layout when it gives enrolments per stage.</summary>
    public static TableLayout LayoutOf(ImmutableArray<MappedHeading> headings) =>
        headings.Any(heading => heading.ColumnId is "enrolment_primary" or "enrolment_junior") ? TableLayout.School : TableLayout.Unit;

    /// <summary>A heading without white space, in half-width lower-case form.</summary>
    internal static string Normalised(string heading)
    {
        var whole = string.Concat(heading.EnumerateRunes()); // half a character of a damaged workbook cannot be normalised
        return string.Concat(whole.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).Replace('、', ',').ToLowerInvariant();
    }

    private void AddStaged(ColumnDefinition column)
    {
        foreach (var (stage, word) in new[] { (Stage.Primary, "小学"), (Stage.Junior, "初中"), (Stage.Senior, "高中") })
        {
            var id = $"{column.Id}_{stage.Id()}";
            Add(id, id, column);
            foreach (var heading in column.Headings.Add(column.Title.Zh))
            {
                Add(word + heading, id, column);
                Add($"{heading}({word})", id, column);
                Add($"{heading}_{word}", id, column);
            }
        }
    }

    private void Add(string heading, string id, ColumnDefinition column) => _known.TryAdd(Normalised(heading), (id, column));
}

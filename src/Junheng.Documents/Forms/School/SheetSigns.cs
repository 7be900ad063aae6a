using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Sheets;

namespace Junheng.Documents.Forms.School;

/// <summary>What a sheet can be recognised by, worked out once a sheet: form codes in its name and its first rows, and the texts of those rows.</summary>
internal sealed class SheetSigns
{
    /// <summary>Rows in which a form's head stands.</summary>
    public const int HeadRows = 14;

    private const int HeadColumns = 60;
    private static readonly ConditionalWeakTable<SheetGrid, SheetSigns> _known = [];
    private readonly Lazy<FormSheet?> _form;

    /// <summary>The texts of the first rows, a line each: no normalised text has a line break.</summary>
    private readonly string _lines;

    private SheetSigns(SheetGrid grid)
    {
        CodesInName = FormCodes.In(grid.Name ?? "");
        var texts = ImmutableArray.CreateBuilder<string>();
        var codes = new List<string>();
        var bare = new List<(int Row, string Code)>();
        for (var row = 1; row <= Math.Min(HeadRows, grid.RowCount); row++)
        {
            for (var column = 0; column < Math.Min(HeadColumns, grid.ColumnCount); column++)
            {
                if (grid.Raw(row, column) is string text && text.Length > 0)
                {
                    texts.Add(HeadingPath.Normalised(text));
                    foreach (var code in FormCodes.In(text))
                    {
                        if (FormCodes.IsSaid(text))
                        {
                            codes.Add(code);
                        }
                        else if (FormCodes.Of(text.Trim()) == code)
                        {
                            bare.Add((row, code));
                        }
                    }
                }
            }
        }

        _form = new Lazy<FormSheet?>(() => FormSheetFinder.Find(grid));
        var standing = bare.Where(each => _form.Value is { NumberRow: > 0 } form && each.Row <= form.HeadRows).Select(each => each.Code);
        (Texts, CodesInHead) = (texts.ToImmutable(), [.. codes.Concat(standing).Distinct()]);
        _lines = string.Join('\n', Texts.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Form codes in the sheet's name.</summary>
    public ImmutableArray<string> CodesInName { get; }

    /// <summary>Form codes in the first rows, where they say which form this is: behind 表号, in brackets behind the title, or alone above the headings. A list may name forms in its headings.</summary>
    public ImmutableArray<string> CodesInHead { get; }

    /// <summary>Texts of the first rows, normalised.</summary>
    public ImmutableArray<string> Texts { get; }

    /// <summary>Columns and rows of the form; null where no heading block was found.</summary>
    public FormSheet? Form => _form.Value;

    /// <summary>The code that the sheet goes by: that of its head, else that of its name; null when it has none.</summary>
    public string? Code => CodesInHead is [var inHead, ..] ? inHead : CodesInName is [var inName, ..] ? inName : null;

    /// <summary>The signs of a sheet.</summary>
    public static SheetSigns Of(SheetGrid grid) => _known.GetValue(grid, sheet => new SheetSigns(sheet));

    /// <summary>Whether the first rows have a text that contains a title.</summary>
    public bool HasTitle(string title) => HeadingPath.Normalised(title) is { Length: > 0 } wanted && _lines.Contains(wanted, StringComparison.Ordinal);
}

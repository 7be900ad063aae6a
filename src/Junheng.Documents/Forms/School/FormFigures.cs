using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Domain.Numbers;

namespace Junheng.Documents.Forms.School;

/// <summary>What stands in a cell of a form.</summary>
/// <param name="Number">The figure; null where the cell is blank or crossed out.</param>
/// <param name="Text">The text of a cell that is no figure; null otherwise.</param>
/// <param name="IsCrossedOut">Whether the form says that nothing belongs here: <c>-</c>, <c>—</c>, <c>×</c>, <c>/</c>.</param>
internal readonly record struct FormFigure(NumberReading? Number, string? Text, bool IsCrossedOut)
{
    /// <summary>Nothing is written.</summary>
    public bool IsBlank => Number is null && Text is null;

    /// <summary>The exact number; null where there is none.</summary>
    public Rational? Exact => Number is not { } number ? null
        : number.ExactText is { } text && Rational.TryParseDecimal(text, out var exact) ? exact
        : Rational.FromShortestDecimal(number.Value);
}

/// <summary>The cells of a form as figures. Blanks that a printed total shows to be 0 are 0.</summary>
internal sealed class FormFigures(SheetGrid grid)
{
    private static readonly HashSet<string> _crosses = ["-", "—", "——", "－", "–", "×", "*", "/", "／", "…", "─"];
    private readonly HashSet<(int Row, int Column)> _zeros = [];

    /// <summary>The cell.</summary>
    public FormFigure this[int row, int column]
    {
        get
        {
            if (_zeros.Contains((row, column)))
            {
                return new FormFigure(new NumberReading(0, null, null), null, false);
            }

            if (grid.Number(row, column) is not { } number)
            {
                return default;
            }

            if (number.WasRead)
            {
                return new FormFigure(number, null, false);
            }

            var text = grid.Text(row, column);
            return _crosses.Contains(text) ? new FormFigure(null, null, true) : new FormFigure(null, text, false);
        }
    }

    /// <summary>How many blanks were found to be 0.</summary>
    public IReadOnlyCollection<(int Row, int Column)> Zeros => _zeros;

    /// <summary>Says that a blank means 0.</summary>
    public void SetZero(int row, int column) => _zeros.Add((row, column));
}

using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Dispersion;

/// <summary>Reads a few columns of any table by their headings. Other columns are neither read nor checked.</summary>
public interface INamedColumns
{
    /// <summary>Reads two columns of figures and, if asked, one of texts.</summary>
    NamedColumnsReading Read(InputFile input, DispersionColumns columns, Language language);
}

/// <summary>The headings of the columns wanted, as a person wrote them: matched exactly, else without regard to case and outer spaces.</summary>
/// <param name="Numerator">What is shared out, e.g. books.</param>
/// <param name="Denominator">Whom it is shared between, e.g. pupils.</param>
/// <param name="By">What rows are grouped by; null for one group only.</param>
public sealed record DispersionColumns(string Numerator, string Denominator, string? By);

/// <summary>One row of the columns.</summary>
/// <param name="Numerator">Null when blank.</param>
/// <param name="Denominator">Null when blank.</param>
/// <param name="Key">The group; null when blank or not asked for.</param>
/// <param name="Place">The numerator's cell.</param>
public readonly record struct NamedRow(double? Numerator, double? Denominator, string? Key, RowPlace Place);

/// <summary>Where a row's numerator stands.</summary>
/// <param name="Row">Row as Excel shows it, from 1.</param>
/// <param name="Column">Column, from 0.</param>
public readonly record struct RowPlace(int Row, int Column);

/// <summary>What came of reading the columns.</summary>
/// <param name="Rows">The rows in file order; null when refused.</param>
/// <param name="File">The file's name.</param>
/// <param name="Sheet">The sheet read; null for CSV.</param>
/// <param name="Findings">Errors and notes.</param>
public sealed record NamedColumnsReading(IReadOnlyList<NamedRow>? Rows, string File, string? Sheet, ImmutableArray<Finding> Findings);

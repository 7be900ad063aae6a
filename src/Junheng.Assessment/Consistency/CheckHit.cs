using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Consistency;

/// <summary>A figure or text that a hit rests on.</summary>
/// <param name="Column">Public column id, with its stage where it has one, e.g. <c>enrolment_primary</c>.</param>
/// <param name="Title">The column's name.</param>
/// <param name="Place">Where the cell stands.</param>
/// <param name="SchoolCode">The school of its row.</param>
/// <param name="ReportYear">The report year of its row; 0 when not given.</param>
/// <param name="Value">What stands in it.</param>
public sealed record HitCell(string Column, LocalizedText Title, Origin Place, string SchoolCode, int ReportYear, string Value);

/// <summary>
/// A rule that does not hold somewhere: a question with everything that is needed to answer it. It accuses nobody: a soft one may have a good reason.
/// </summary>
public sealed record CheckHit
{
    private const int SlotDigits = 16;

    /// <summary>The rule.</summary>
    public required CheckRule Rule { get; init; }

    /// <summary>The county; empty where the question is put to the whole table.</summary>
    public required string CountyCode { get; init; }

    /// <summary>The school; empty where it is put to a county.</summary>
    public string SchoolCode { get; init; } = "";

    /// <summary>The school's name; empty when the table has none.</summary>
    public string SchoolName { get; init; } = "";

    /// <summary>The stage; none where it is put to a whole school or county.</summary>
    public Stage Stage { get; init; }

    /// <summary>The report year checked; 0 when the rows carry none.</summary>
    public required int ReportYear { get; init; }

    /// <summary>The cells that it rests on, in the rule's order.</summary>
    public required ImmutableArray<HitCell> Cells { get; init; }

    /// <summary>What the rule's message says here, in both languages.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>
    /// The values that it rests on, as <c>column=value; …</c>, with <c>school:</c> before a column of another school and <c>@year</c> behind one of another year.
    /// An explanation is for these values: it holds as long as they stay, through any new import.
    /// </summary>
    public required string Content { get; init; }

    /// <summary>The id of the slot for its explanation: a hash of rule, county, school, year and <see cref="Content"/>.</summary>
    public string Slot => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', Rule.Id, CountyCode, SchoolCode, ReportYear.ToString(System.Globalization.CultureInfo.InvariantCulture), Content))))[..SlotDigits];

    /// <summary>Where it stands: the cells of the first cell's file and sheet, joined with <c>+</c>.</summary>
    public Origin Place => Cells.IsEmpty
        ? Origin.None
        : Cells[0].Place with
        {
            Cell = string.Join('+', Cells.Where(cell => cell.Place.File == Cells[0].Place.File && cell.Place.Sheet == Cells[0].Place.Sheet)
                .Select(cell => cell.Place.Cell).OfType<string>().Distinct()) is { Length: > 0 } cells ? cells : null,
        };

    /// <summary>The hit as a finding of the input: an error for a hard rule, a warning for a soft one.</summary>
    public Finding ToFinding(Language language) =>
        new(Rule.Id, Rule.Severity, Place, Message.In(language), Rule.Remedy.In(language), CountyCode.Length == 0 ? null : CountyCode);

    /// <summary>The content of cells.</summary>
    internal static string ContentOf(IEnumerable<HitCell> cells, string schoolCode, int reportYear) => string.Join("; ", cells.Select(cell =>
        $"{(cell.SchoolCode == schoolCode ? "" : cell.SchoolCode + ":")}{cell.Column}{(cell.ReportYear == reportYear ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@{cell.ReportYear}"))}={cell.Value}"));
}

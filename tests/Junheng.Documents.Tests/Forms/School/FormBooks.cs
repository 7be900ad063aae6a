using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What came of reading workbooks of forms: a row a school (public column id → text), the findings, what was made of each sheet.</summary>
internal sealed record FormBooks(IReadOnlyList<SortedDictionary<string, string>> Rows, ImmutableArray<Finding> Findings, ImmutableArray<SheetMapping> Mappings)
{
    public IEnumerable<string> Errors => Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule);

    public IEnumerable<string> Warnings => Findings.Where(finding => finding.Severity == Severity.Warning).Select(finding => finding.Rule);

    public IEnumerable<string> Choices => Mappings.SelectMany(mapping => mapping.Choices).Select(choice => choice.Zh);

    public static FormBooks Of(params IReadOnlyList<WorkbookDraft> books) => Of([.. books.Select((book, i) => ($"book{i + 1}.xlsx", book.ToXlsx()))]);

    public static FormBooks Of(IReadOnlyList<(string Name, byte[] Bytes)> files, string? ownMap = null, bool allowMissing = true) => Of(Papers.Of(
        PaperOptions.Default with { CountyCode = SchoolFacts.CountyCode, Maps = ownMap is null ? [] : [new InputFile("own.yaml", Encoding.UTF8.GetBytes(ownMap))] }, allowMissing, Language.Zh, [.. files]));

    public static FormBooks Of(StatisticsReading reading) => new(reading.Table is { } table ? Read(table) : [], reading.Findings, reading.Mappings);

    private static List<SortedDictionary<string, string>> Read(StatisticsTable table) =>
        [.. table.Counties.SelectMany(county => county.Rows()).Select(row => Row(table.PartOf(row), row.Row)).OrderBy(row => row["school_code"], StringComparer.Ordinal)];

    private static SortedDictionary<string, string> Row(StatisticsPart part, int row)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["county_code"] = part.CountyCode[row],
            ["school_code"] = part.SchoolCode[row],
            ["school_name"] = part.SchoolName?[row] ?? "",
            ["school_type"] = part.SchoolTypeOf(row).Id(),
            ["report_year"] = part.ReportYearOf(row).ToString(CultureInfo.InvariantCulture),
            ["locale"] = part.Locales?[row].Id() ?? "",
            ["organiser_type"] = part.OrganiserTypes?[row].ToString(CultureInfo.InvariantCulture) ?? "",
        };
        foreach (var (id, figures) in part.Figures)
        {
            if (figures.Exact(row) is { } exact)
            {
                texts[id] = exact.ToString();
            }
        }

        return texts;
    }
}

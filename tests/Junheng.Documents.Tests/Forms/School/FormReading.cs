using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Documents.Forms;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.School;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Documents.Tests.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>What came of reading workbooks of forms: a row a school, the findings, what was made of each sheet.</summary>
internal sealed record FormReading(IReadOnlyList<SortedDictionary<string, string>> Rows, IReadOnlyList<Finding> Findings, IReadOnlyList<SheetMapping> Mappings)
{
    public IEnumerable<string> Errors => Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule);

    public IEnumerable<string> Choices => Mappings.SelectMany(mapping => mapping.Choices).Select(choice => choice.Zh);

    public static FormReading Of(params IReadOnlyList<WorkbookDraft> books) => Of([.. books.Select((book, i) => ($"book{i + 1}.xlsx", book.ToXlsx()))]);

    public static FormReading Of(IReadOnlyList<(string Name, byte[] Bytes)> files, string? ownMap = null)
    {
        var columns = Reading.Standard2017.Columns;
        var (maps, faults) = FormMapLibrary.BesideProgram.Open(ownMap is null ? [] : [new("own.yaml", System.Text.Encoding.UTF8.GetBytes(ownMap))], columns, Language.En);
        var context = new FormContext(new SchoolFigures(), columns, null, null, Language.Zh);
        var reader = new SchoolFormReader();
        var mappings = new List<SheetMapping>();
        foreach (var (name, bytes) in files)
        {
            var grids = WorkbookTable.GridsOf(bytes, name, TableLimits.Default, new FileFindings(name, Language.Zh));
            var recognised = grids.Select(grid => Recognise(grid, maps, reader)).OfType<RecognisedSheet>().ToList();
            mappings.AddRange(reader.Read(recognised, context));
        }

        return new FormReading([.. Enumerable.Range(0, context.Figures.Schools.Count).Select(school => Row(context.Figures, school))], [.. faults, .. context.Findings], mappings);
    }

    private static RecognisedSheet? Recognise(SheetGrid grid, FormMaps maps, SchoolFormReader reader)
    {
        foreach (var some in new[] { maps.Own, maps.BuiltIn })
        {
            var best = some.Where(map => map.Layout == FormLayout.Sheet).Select(map => (Map: map, Match: reader.Match(grid, map))).Where(each => each.Match.IsMatch).OrderByDescending(each => each.Match.Weight).ToList();
            if (best.Count > 0)
            {
                return new RecognisedSheet(grid, best[0].Map, best[0].Match, some == maps.Own);
            }
        }

        return null;
    }

    private static SortedDictionary<string, string> Row(SchoolFigures figures, int school)
    {
        var identity = figures.Schools[school];
        var row = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["county_code"] = identity.County,
            ["school_code"] = identity.Code,
            ["school_name"] = identity.Name,
            ["report_year"] = identity.Year.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var item in figures.Items)
        {
            if (item[school] is { IsGiven: true } observation)
            {
                row[item.Id] = observation.IsFigure && observation.Number.WasRead ? observation.Number.ExactText ?? observation.Number.Value.ToString("R", CultureInfo.InvariantCulture) : observation.Text!;
            }
        }

        return row;
    }
}

using System.Collections.Immutable;
using System.Text;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>A finding on a field of a school's form.</summary>
/// <param name="SchoolCode">The school; empty when it concerns the whole.</param>
/// <param name="Field">The field id; empty when it concerns the whole row.</param>
/// <param name="Finding">What was found.</param>
public sealed record EntryFinding(string SchoolCode, string Field, Finding Finding);

/// <summary>A school's entries.</summary>
/// <param name="School">The school.</param>
/// <param name="Texts">Field id → text.</param>
public sealed record SchoolEntries(AskedSchool School, ImmutableSortedDictionary<string, string> Texts);

/// <summary>What reading the entries gave.</summary>
/// <param name="Table">The file that they make together, in the school layout.</param>
/// <param name="Reading">What the reader of statistics made of it.</param>
/// <param name="Findings">Everything found, by field.</param>
public sealed record EntriesReading(InputFile Table, StatisticsReading Reading, ImmutableArray<EntryFinding> Findings)
{
    /// <summary>Errors of logic on a school.</summary>
    public int ErrorsOf(string schoolCode) => Findings.Count(each => each.SchoolCode == schoolCode && each.Finding.Severity == Severity.Error);

    /// <summary>Questions on a school.</summary>
    public IEnumerable<EntryFinding> QuestionsOf(string schoolCode) => Findings.Where(each => each.SchoolCode == schoolCode && each.Finding.Severity == Severity.Warning);
}

/// <summary>
/// Entries of forms are read as any file is: they are written as a school table, and the reader of statistics checks it. So a figure typed in the browser meets the
/// same rules as one in a workbook.
/// </summary>
public sealed class CheckEntries(IStatisticsFiles files)
{
    /// <summary>Reads and checks the entries of schools of one county and year.</summary>
    public EntriesReading Run(string countyCode, string countyName, int year, ImmutableArray<SchoolEntries> schools, Standard standard, Language language)
    {
        var columns = ColumnsOf(schools);
        var table = new InputFile($"{countyName}{year}.csv", Csv(countyCode, countyName, year, schools, columns));
        var reading = files.Read([table], standard, new StatisticsReadingOptions(AllowMissing: true, language));
        return new EntriesReading(table, reading, [.. reading.Findings.Where(IsOfEntries).Select(finding => Place(finding, schools, columns))]);
    }

    private static bool IsOfEntries(Finding finding) => finding.Severity != Severity.Note && finding.Place.Cell is not null;

    private static ImmutableArray<string> ColumnsOf(ImmutableArray<SchoolEntries> schools) =>
        ["county_code", "county_name", "school_code", "school_name", "school_type", "township", "report_year",
         .. schools.SelectMany(school => school.Texts.Keys).Concat(["enrolment_primary", "enrolment_junior"]).Distinct().Order(StringComparer.Ordinal)];

    private static EntryFinding Place(Finding finding, ImmutableArray<SchoolEntries> schools, ImmutableArray<string> columns)
    {
        var cell = finding.Place.Cell!;
        var letters = cell.TrimEnd("0123456789".ToCharArray());
        var column = columns.Select((id, at) => (id, Letters: Origin.CellName(1, at).TrimEnd('1'))).FirstOrDefault(each => each.Letters == letters).id ?? "";
        var row = int.TryParse(cell.AsSpan(letters.Length), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number - 2 : -1;
        return row >= 0 && row < schools.Length ? new EntryFinding(schools[row].School.Code, column, finding) : new EntryFinding("", "", finding);
    }

    private static byte[] Csv(string countyCode, string countyName, int year, ImmutableArray<SchoolEntries> schools, ImmutableArray<string> columns)
    {
        var text = new StringBuilder("\uFEFF").AppendJoin(',', columns).Append("\r\n");
        foreach (var (school, texts) in schools)
        {
            text.AppendJoin(',', columns.Select(column => EntryTable.Quoted(column switch
            {
                "county_code" => countyCode,
                "county_name" => countyName,
                "school_code" => school.Code,
                "school_name" => school.Name,
                "school_type" => school.Type.Id(),
                "township" => school.Township,
                "report_year" => year.ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => texts.GetValueOrDefault(column, ""),
            }))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

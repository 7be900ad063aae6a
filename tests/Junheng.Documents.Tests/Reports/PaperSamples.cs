using System.Text;
using System.Text.Json;
using Junheng.Application.Assess;
using Junheng.Application.Reports;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Reports;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tests.Statistics;

namespace Junheng.Documents.Tests.Reports;

/// <summary>Results that tests lay out, and short ways to the papers.</summary>
internal static class PaperSamples
{
    public static DateOnly Date { get; } = new(2026, 11, 21);

    /// <summary>The committed sample county with its items file.</summary>
    public static AssessmentReport County { get; } = Judge([Sample("schools.csv")], Sample("items.csv"));

    /// <summary>The committed sample county without its items.</summary>
    public static AssessmentReport CountyWithoutItems { get; } = Judge([Sample("schools.csv")]);

    /// <summary>A nine-year, a complete secondary and a twelve-year school beside a primary school and a campus.</summary>
    public static AssessmentReport Combined { get; } = Judge(SchoolSheet.Schools()
        .Row("210101", "2101010004", "twelve_year", 300, 200, 150, 20, 14, 4, 3, 4, 3, 4600, 7600, 2100000, 21)
        .With("organiser_type", 7)
        .With("parent_school_code", null)
        .Set(2, "parent_school_code", null)
        .With("indoor_sports_area_m2", 300)
        .With("classes", 14).Csv());

    /// <summary>One school.</summary>
    public static AssessmentReport OneSchool { get; } = Judge(SchoolSheet.Units().WithoutRows(3, 4).Csv());

    /// <summary>Every kind of blank: no enrolment, no item, no pupils, no type.</summary>
    public static AssessmentReport Missing { get; } = Judge(SchoolSheet.Units()
        .Set(2, "enrolment", null)
        .Set(3, "equipment_yuan", null)
        .Set(3, "multimedia_rooms", null)
        .Set(4, "enrolment", 0)
        .Set(4, "school_type", null).Csv());

    /// <summary>No unit in scope at all.</summary>
    public static AssessmentReport Empty { get; } = Judge(SchoolSheet.Units().Set(2, "enrolment", 0).WithoutRows(3, 4).Csv());

    /// <summary>Names that want to run, to break the file or to burst the cell.</summary>
    public static AssessmentReport Hostile { get; } = Judge(AsTyped(SchoolSheet.Units()
        .With("school_name", null)
        .With("county_name", "@county & <b>\"县\"</b>")
        .Set(2, "school_name", "=cmd|'/c calc'!A1")
        .Set(3, "school_name", "😀小学\u0001\u0007" + new string('长', 500))
        .Set(4, "school_name", "+1-2 ]]> &P &amp; 中学").Csv()));

    /// <summary>The same county under the standard of 2012.</summary>
    public static AssessmentReport Basic { get; } = Judge([Sample("schools.csv")], null, "cn-2012-basic-balance");

    /// <summary>A county of 300 schools.</summary>
    public static AssessmentReport Large { get; } = Judge(Many(300));

    public static IEnumerable<(string Name, AssessmentReport Report)> All =>
    [
        ("county", County), ("without items", CountyWithoutItems), ("combined", Combined), ("one school", OneSchool), ("missing", Missing), ("empty", Empty), ("hostile", Hostile), ("2012", Basic),
    ];

    public static AssessmentReport Judge(byte[] table) => Judge([new InputFile("schools.csv", table)]);

    public static byte[] Workbook(this AssessmentReport report) => Bytes(stream => new PaperFormats().Workbook(CountyPapers.Of(report, 0), stream));

    public static byte[] Document(this AssessmentReport report)
    {
        var papers = CountyPapers.Of(report, 0);
        return Bytes(stream => new PaperFormats().Form(papers, papers.Form!, stream));
    }

    public static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    /// <summary>The one county of the public JSON.</summary>
    public static JsonElement Json(this AssessmentReport report) =>
        JsonDocument.Parse(Bytes(stream => AssessmentJson.Write(report, stream))).RootElement.GetProperty("counties")[0];

    /// <summary>Rounds a JSON number as the form does: half away from zero, from its shortest decimal.</summary>
    public static decimal Rounded(this JsonElement number, int digits) => Math.Round(number.GetDecimal(), digits, MidpointRounding.AwayFromZero);

    private static AssessmentReport Judge(InputFile[] inputs, InputFile? items = null, string standard = StandardRequest.DefaultId)
    {
        var outcome = new AssessCounties(StandardFiles.BesideProgram, new StatisticsFiles()).Run(new AssessRequest([.. inputs], StandardRequest.Of(standard), Date, items, AllowMissing: true));
        return Assert.IsType<AssessOutcome.Assessed>(outcome, exactMatch: false).Report;
    }

    /// <summary>Without the apostrophes that the writer of CSV puts before dangerous texts: somebody's own program writes none.</summary>
    private static byte[] AsTyped(byte[] csv) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(csv).Replace(",'", ",", StringComparison.Ordinal));

    private static InputFile Sample(string file) => new(file, File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "county", file)));

    private static byte[] Many(int schools)
    {
        var text = new StringBuilder("county_code,school_code,school_name,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms\n");
        for (var at = 1; at <= schools; at++)
        {
            var stage = at % 3 == 0 ? "junior" : "primary";
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"210101,{2101010000L + at},第{at}学校,{stage},{200 + (at * 7 % 900)},{stage},{20 + (at % 40)},{3 + (at % 9)},{4 + (at % 7)},{2000 + (at * 3)}.25,{3000 + (at * 5)}.5,{900000 + (at * 1000)},{10 + (at % 20)}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

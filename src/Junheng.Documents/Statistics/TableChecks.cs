using Junheng.Assessment.Units;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>Checks a whole table: the same school twice, campuses without their school or with a stage that it has not, codes that lost their zeros.</summary>
internal sealed class TableChecks(StatisticsTable table, Language language)
{
    private const int MostOfOneRule = 200;

    /// <summary>Everything found.</summary>
    /// <param name="isWhole">Whether every input could be read; if not, a school that seems absent may stand in the rest.</param>
    public IEnumerable<Finding> Check(bool isWhole)
    {
        var campuses = isWhole ? Campuses.Of(table) : null;
        return Capped(Doubles())
            .Concat(campuses is null ? [] : Capped(campuses.Orphans.Where(IsIdentified).Select(Orphan)))
            .Concat(campuses is null ? [] : Capped(StagesOfCampuses(campuses)))
            .Concat(ShortCounties())
            .Concat(Capped(ShortSchools()));
    }

    /// <summary>The findings of one rule up to a bound, then one that says how many more there are.</summary>
    private IEnumerable<Finding> Capped(IEnumerable<Finding> findings)
    {
        var (count, last) = (0, default(Finding));
        foreach (var finding in findings)
        {
            if (++count <= MostOfOneRule)
            {
                yield return last = finding;
            }
        }

        if (count > MostOfOneRule)
        {
            yield return last! with
            {
                Place = new Origin(last.Place.File, last.Place.Sheet),
                CountyCode = null,
                Message = new LocalizedText($"同类问题还有 {count - MostOfOneRule} 处未列出", $"{count - MostOfOneRule} more of this kind are not listed").In(language),
                Remedy = new LocalizedText("改正后重新读取，其余的会列出", "Mend these and read again to see the rest").In(language),
            };
        }
    }

    private bool IsIdentified(RowRef row) => table.PartOf(row).IsIdentified(row.Row);

    private Finding At(RowRef row, string column, string rule, Severity severity, LocalizedText message, LocalizedText remedy)
    {
        var part = table.PartOf(row);
        return new Finding(rule, severity, part.OriginOf(row.Row, column), message.In(language), remedy.In(language), part.CountyOf(row.Row));
    }

    private IEnumerable<Finding> Doubles()
    {
        foreach (var (first, second) in DuplicateRows.Of(table))
        {
            var part = table.PartOf(second);
            var (stage, school, year) = (part.StageOf(second.Row), part.SchoolCode[second.Row], part.ReportYearOf(second.Row));
            var other = table.PartOf(first).OriginOf(first.Row, "school_code");
            yield return At(
                second,
                "school_code",
                "input.duplicate",
                Severity.Error,
                new(
                    $"学校 {school}{stage switch { Stage.Primary => " 小学段", Stage.Junior => " 初中段", _ => "" }}{(year == 0 ? "" : $" {year} 年度")}出现了两次，另一处在 {other}",
                    $"School {school}{(stage == Stage.None ? "" : " " + stage.Id())}{(year == 0 ? "" : $" {year}")} stands twice; the other is at {other}"),
                year != table.PartOf(first).ReportYearOf(first.Row)
                    ? new("没有年度的行按当前年度计：补上报告年度，或删除其中一行", "A row without year counts as current: give its report year or delete one of the rows")
                    : new("删除重复的一行，或改正学校代码", "Delete one of the rows or correct the school code"));
        }
    }

    private Finding Orphan(RowRef row)
    {
        var parent = table.PartOf(row).ParentSchoolCode![row.Row];
        return At(
            row,
            "parent_school_code",
            "input.unknown-parent",
            Severity.Error,
            new($"主校代码“{parent}”在同一县、同一年度中找不到，或者互为主校", $"Parent school '{parent}' is not in the same county and year, or schools are each other's parents"),
            new("改正主校代码，或补上主校", "Correct the code or add the school"));
    }

    /// <summary>Pupils of a campus in a stage that its school has not would be lost by adding it up.</summary>
    private IEnumerable<Finding> StagesOfCampuses(Campuses campuses)
    {
        foreach (var main in campuses.Mains)
        {
            var type = table.PartOf(main).SchoolTypeOf(main.Row);
            foreach (var row in campuses.RowsOf(main).Where(row => row != main))
            {
                foreach (var stage in Stages.All.Where(stage => !type.CanHave(stage) && table.PartOf(row).PupilsOf(row.Row, stage) > 0))
                {
                    yield return At(
                        row,
                        $"enrolment_{stage.Id()}",
                        "input.stage-not-taught",
                        Severity.Error,
                        new($"主校是{type.ChineseName()}，没有这一学段，不能并入", $"Its parent is of type {type.Id()} and has no such stage to add these pupils to"),
                        new("改正主校的学校类型，或去掉主校代码", "Correct the parent's school type or remove the parent code"));
                }
            }
        }
    }

    /// <summary>County codes are mostly six digits; one shorter than the others has probably lost a leading zero.</summary>
    private IEnumerable<Finding> ShortCounties()
    {
        var codes = table.Counties.Select(county => county.Code).Where(IsNumber).ToList();
        var usual = codes.GroupBy(code => code.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault()?.Key;
        return table.Counties.Where(county => county.Code.Length < usual && IsNumber(county.Code)).Select(county => At(
            new RowRef(county.Runs[0].Part, county.Runs[0].Start),
            "county_code",
            "input.short-code",
            Severity.Warning,
            new($"县代码“{county.Code}”比其他县代码短，开头的 0 可能丢失", $"County code '{county.Code}' is shorter than the others; a leading zero may be lost"),
            new("把该列设为文本格式并补上 0", "Format the column as text and restore the zero")));
    }

    /// <summary>School codes of one length all over a county but for a few shorter ones: those have probably lost a leading zero.</summary>
    private IEnumerable<Finding> ShortSchools()
    {
        foreach (var county in table.Counties)
        {
            if (SchoolCodeLengths.UsualOf(table, county) is not { } usual)
            {
                continue;
            }

            foreach (var row in county.Rows().Where(row => SchoolCodeLengths.IsShorter(table, row, usual)))
            {
                var code = table.PartOf(row).SchoolCode[row.Row];
                yield return At(
                    row,
                    "school_code",
                    "input.short-code",
                    Severity.Warning,
                    new($"学校代码“{code}”比本县其他学校代码短，开头的 0 可能丢失", $"School code '{code}' is shorter than the county's others; a leading zero may be lost"),
                    new("把该列设为文本格式并补上 0", "Format the column as text and restore the zero"));
            }
        }
    }

    private static bool IsNumber(string code) => code.Length > 0 && code.All(char.IsAsciiDigit);
}

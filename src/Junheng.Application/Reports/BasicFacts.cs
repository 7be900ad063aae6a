using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Reports;

/// <summary>Table Ⅰ: what the table of schools knows is counted, the rest belongs to other bureaus and stays blank.</summary>
internal sealed class BasicFacts
{
    private const string NotOfSchools = "不在学校数据中";

    private readonly StatisticsTable _table;
    private readonly List<RowRef> _rows;
    private readonly ImmutableArray<JudgedUnit> _units;
    private readonly bool _typesKnown;
    private readonly Dictionary<string, SchoolType> _schools = new(StringComparer.Ordinal);

    private BasicFacts(AssessmentResult result, CountyAssessment county, ImmutableArray<JudgedUnit> units)
    {
        (_table, _units) = (result.Units.Raw, units);
        _rows = [.. _table.Counties.First(each => each.Code == county.Code).Rows().Where(row => IsOfYear(row, county.ReportYear))];
        foreach (var row in _rows.Where(row => _table.PartOf(row).ParentSchoolCode?.IsBlank(row.Row) != false))
        {
            _schools[_table.PartOf(row).SchoolCode[row.Row]] = TypeOf(row);
        }

        _typesKnown = _rows.TrueForAll(row => TypeOf(row) != SchoolType.Unknown);
    }

    /// <summary>L1–L24 of a county.</summary>
    public static ImmutableArray<BasicFact> Of(AssessmentResult result, CountyAssessment county, ImmutableArray<JudgedUnit> units) =>
        new BasicFacts(result, county, units).All();

    private ImmutableArray<BasicFact> All() =>
    [
        Elsewhere(1, "人口总数（常住）", "万人", "县统计局"),
        Elsewhere(2, "农业人口数", "万人", "县统计局"),
        Elsewhere(3, "乡镇数", "个", "县民政局"),
        Elsewhere(4, "行政村数", "个", "县民政局"),
        Elsewhere(5, "年人均国内生产总值", "元", "县统计局"),
        Elsewhere(6, "年人均地方财政收入", "元", "县财政局"),
        Elsewhere(7, "农民年人均纯收入", "元", "国家统计局县调查队"),
        Elsewhere(8, "城镇居民年人均可支配收入", "元", "国家统计局县调查队"),
        Schools(9, "小学", SchoolType.Primary),
        Schools(10, "九年一贯制学校", SchoolType.NineYear),
        Schools(11, "初中", SchoolType.Junior),
        Schools(12, "完全中学", SchoolType.CompleteSecondary),
        Schools(13, "十二年一贯制学校", SchoolType.TwelveYear),
        Schools(14, "特殊教育学校", SchoolType.Special),
        Counted(15, "教学点", "个", _typesKnown ? Rational.FromInteger(_rows.Count(row => TypeOf(row) == SchoolType.TeachingPoint)) : null, "有学校未填学校类型"),
        Counted(16, "其中：50人及以上教学点", "个", BigTeachingPoints(), "有学校未填学校类型或在校生数"),
        Summed(17, "小学教学班", "个", Stage.Primary, row => StageFigures.Classes(_table, row, Stage.Primary)),
        Summed(18, "初中教学班", "个", Stage.Junior, row => StageFigures.Classes(_table, row, Stage.Junior)),
        Summed(19, "小学在校生", "人", Stage.Primary, row => StageFigures.Staged(_table, row, Stage.Primary, "enrolment")),
        Summed(20, "初中在校生", "人", Stage.Junior, row => StageFigures.Staged(_table, row, Stage.Junior, "enrolment")),
        Summed(21, "小学教职工", "人", Stage.Primary, row => StageFigures.Whole(_table, row, "staff")),
        Summed(22, "其中：小学专任教师", "人", Stage.Primary, row => StageFigures.Staged(_table, row, Stage.Primary, "full_time_teachers")),
        Summed(23, "初中教职工", "人", Stage.Junior, row => StageFigures.Whole(_table, row, "staff")),
        Summed(24, "其中：初中专任教师", "人", Stage.Junior, row => StageFigures.Staged(_table, row, Stage.Junior, "full_time_teachers")),
    ];

    private static BasicFact Elsewhere(int number, string title, string unit, string holder) => new(number, title, unit, null, NotOfSchools, holder);

    private BasicFact Schools(int number, string title, SchoolType type) =>
        Counted(number, title, "所", _typesKnown ? Rational.FromInteger(_schools.Values.Count(each => each == type)) : null, "有学校未填学校类型");

    private static BasicFact Counted(int number, string title, string unit, Rational? count, string whyBlank) =>
        new(number, title, unit, PrintedFigure.Of(count, 0), count is null ? whyBlank : "", "县教育局");

    private BasicFact Summed(int number, string title, string unit, Stage stage, Func<RowRef, Rational?> figure)
    {
        var figures = _rows.Where(row => Has(row, stage)).Select(figure).ToList();
        var sum = figures.Count == 0 ? Rational.Zero : StageFigures.Sum(figures);
        var lacking = figures.Count(each => each is null);
        return Counted(number, title, unit, sum, $"{figures.Count} 所（点）中 {lacking} 所没有分学段的数");
    }

    /// <summary>Teaching points big enough for the standard's scope are the ones that it judges.</summary>
    private Rational? BigTeachingPoints()
    {
        var points = _units.Where(unit => unit.Type == SchoolType.TeachingPoint).ToList();
        return _typesKnown && points.TrueForAll(point => point.Enrolment is not null) ? Rational.FromInteger(points.Count) : null;
    }

    /// <summary>Whether a row has a stage; special and vocational schools are counted apart.</summary>
    private bool Has(RowRef row, Stage stage)
    {
        var part = _table.PartOf(row);
        return TypeOf(row) switch
        {
            SchoolType.Special or SchoolType.Vocational => false,
            _ when part.Layout == TableLayout.Unit => part.StageOf(row.Row) == stage,
            SchoolType.Unknown => StageFigures.Staged(_table, row, stage, "enrolment") is { Sign: > 0 },
            var type => type.CanHave(stage),
        };
    }

    private SchoolType TypeOf(RowRef row) => _table.PartOf(row).SchoolTypeOf(row.Row);

    private bool IsOfYear(RowRef row, int year) => _table.PartOf(row).ReportYearOf(row.Row) is var own && (own == 0 || own == year);
}

using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Assessment.Items;
using Junheng.Assessment.Retention;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Retention;

/// <summary>The retention of a county's cohorts by report year (巩固率), from the annual tables, beside what the items file states.</summary>
/// <param name="Cohorts">One a cohort, graduating in the year of the page.</param>
/// <param name="Years">The rates of each cohort by graduating year, oldest first.</param>
public sealed record CountyRetention(ImmutableArray<JudgedCohort> Cohorts, ImmutableArray<CohortYears> Years)
{
    /// <summary>The retention of a county as judged. Linear in its rows, once a year and cohort.</summary>
    public static CountyRetention Of(CountyOnFile county, ImmutableArray<Cohort> cohorts) => new(
        [.. cohorts.Select(cohort => new JudgedCohort(Judge(county, cohort, county.Year), ItemOf(county, cohort)))],
        [.. cohorts.Select(cohort => new CohortYears(cohort, [.. county.Years.Reverse().Select(year => Judge(county, cohort, year)).Select(judged => (judged.GraduatingYear, judged.Rate))]))]);

    /// <summary>The cohorts of one graduating year.</summary>
    public static ImmutableArray<JudgedCohort> Of(CountyOnFile county, ImmutableArray<Cohort> cohorts, int year) => [.. cohorts.Select(cohort => new JudgedCohort(Judge(county, cohort, year), ItemOf(county, cohort)))];

    private static CohortRetention Judge(CountyOnFile county, Cohort cohort, int year) =>
        CohortRetention.Of(county.Report.Result.Units.Raw, cohort, year, NormOf(county, cohort));

    private static Rational? NormOf(CountyOnFile county, Cohort cohort)
    {
        var inForce = county.Report.Result.InForce;
        return inForce.Standard.Items.FirstOrDefault(item => item.Id == cohort.Item) is { Norms.IsEmpty: false } item ? item.Norms[inForce.NormIndex(item)].Norm : cohort.Norm;
    }

    private static ItemResult? ItemOf(CountyOnFile county, Cohort cohort) => cohort.Item is null ? null : county.County.Items.FirstOrDefault(item => item.Id == cohort.Item);
}

/// <summary>A cohort as judged.</summary>
/// <param name="Retention">From the tables.</param>
/// <param name="Stated">The item of the items file that says the same; null where there is none.</param>
public sealed record JudgedCohort(CohortRetention Retention, ItemResult? Stated);

/// <summary>A cohort's rates over the years.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Rates">By graduating report year; null where something is missing.</param>
public sealed record CohortYears(Cohort Cohort, ImmutableArray<(int Year, Rational? Rate)> Rates);

using System.Collections.Immutable;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Retention;

/// <summary>
/// The retention of one cohort of a county, from the pupils by grade and the moves that the annual tables hold:
/// 100 · (graduating − moved in + moved out) ÷ (entrants − died), the formula of item Q1. A blank cell makes it missing, never zero.
/// </summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="GraduatingYear">Report year in which it is in its last grade.</param>
/// <param name="Rate">In percent, exactly; null while something is missing.</param>
/// <param name="Verdict">Against the norm; undecided while missing, not applicable without a norm.</param>
/// <param name="Norm">The norm in percent; null without one.</param>
/// <param name="Parts">Its operands.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Schools">One a school that has both ends of the cohort in one code, sorted by code.</param>
public sealed record CohortRetention(
    Cohort Cohort,
    int GraduatingYear,
    Rational? Rate,
    Verdict Verdict,
    Rational? Norm,
    ImmutableArray<CohortPart> Parts,
    ImmutableArray<CohortGap> Missing,
    ImmutableArray<SchoolRetention> Schools)
{
    private static readonly Rational _hundred = Rational.FromInteger(100);

    /// <summary>The retention of a cohort in a county's tables.</summary>
    /// <param name="table">The raw rows of one county, all report years.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="year">Its graduating report year.</param>
    /// <param name="norm">The norm in percent, or null.</param>
    public static CohortRetention Of(StatisticsTable table, Cohort cohort, int year, Rational? norm)
    {
        var reading = new CohortReading(table, cohort, year);
        var schools = reading.Schools();
        var rate = RateOf(reading.Graduating.Total, reading.In.Total, reading.Out.Total, reading.Entrants.Total, reading.Died.Total);
        return new CohortRetention(
            cohort,
            year,
            rate,
            norm is not { } least ? Verdict.NotApplicable : rate is not { } known ? Verdict.Undecided : known >= least ? Verdict.Met : Verdict.NotMet,
            norm,
            [reading.Graduating, reading.In, reading.Out, reading.Entrants, reading.Died],
            reading.Gaps(),
            schools);
    }

    internal static Rational? RateOf(Rational? graduating, Rational? movedIn, Rational? movedOut, Rational? entrants, Rational? died) =>
        graduating is { } g && movedIn is { } i && movedOut is { } o && entrants is { } e && died is { } d && (e - d).Sign > 0 ? _hundred * (g - i + o) / (e - d) : null;
}

/// <summary>One operand of a retention.</summary>
/// <param name="Id"><c>graduating</c>, <c>moved_in</c>, <c>moved_out</c>, <c>entrants</c> or <c>died</c>.</param>
/// <param name="Columns">The public columns and report years it is the sum of.</param>
/// <param name="Rows">Schools whose cells enter.</param>
/// <param name="Blank">Of them, those whose cell is blank.</param>
/// <param name="Total">The sum; null while a cell is blank or a year is not on record.</param>
public sealed record CohortPart(string Id, ImmutableArray<(string Column, int Year)> Columns, int Rows, int Blank, Rational? Total);

/// <summary>What is missing for a retention.</summary>
/// <param name="Column">Public column.</param>
/// <param name="Year">Report year.</param>
/// <param name="IsYearAbsent">Whether the whole year is not on record.</param>
/// <param name="Schools">Schools whose cell is blank, by name; empty when the year is absent.</param>
public sealed record CohortGap(string Column, int Year, bool IsYearAbsent, ImmutableArray<string> Schools);

/// <summary>The retention of a cohort in one school, where it entered and graduates there.</summary>
/// <param name="SchoolCode">School code.</param>
/// <param name="SchoolName">School name; the code where there is none.</param>
/// <param name="Graduating">Pupils of the last grade; null when blank.</param>
/// <param name="Entrants">Pupils who entered; null when blank or not on record.</param>
/// <param name="MovedIn">Moved in.</param>
/// <param name="MovedOut">Moved out.</param>
/// <param name="Died">Died.</param>
/// <param name="Rate">In percent; null while something is missing.</param>
/// <param name="Unaccounted">Pupils that neither graduate nor are among those who left by record; null while something is missing.</param>
/// <param name="Place">Where the graduating grade's cell stands.</param>
public sealed record SchoolRetention(
    string SchoolCode,
    string SchoolName,
    Rational? Graduating,
    Rational? Entrants,
    Rational? MovedIn,
    Rational? MovedOut,
    Rational? Died,
    Rational? Rate,
    Rational? Unaccounted,
    Origin Place);

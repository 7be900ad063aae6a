using System.Collections.Immutable;

namespace Junheng.Application.Counties;

/// <summary>How report years and evaluation dates go together: the report of year Y says how things stood on 1 September Y.</summary>
internal static class ReportDates
{
    /// <summary>The year to judge; null where it is not on record, or where the date lies before them all.</summary>
    /// <param name="years">The years on record, newest first.</param>
    /// <param name="basis">What was asked for.</param>
    public static int? YearOf(ImmutableArray<int> years, Basis basis) => basis switch
    {
        { Year: { } year } => years.Contains(year) ? year : null,
        { Date: { } date } => years.Where(year => FirstDay(year) <= date).Select(year => (int?)year).FirstOrDefault(),
        _ => years.Select(year => (int?)year).FirstOrDefault(),
    };

    /// <summary>A day brought into the year that a report is judged for; the day itself for reports without a year.</summary>
    public static DateOnly Within(int year, DateOnly day)
    {
        if (year <= 0)
        {
            return day;
        }

        var (first, last) = (FirstDay(year), new DateOnly(year + 1, 8, 31));
        return day < first ? first : day > last ? last : day;
    }

    /// <summary>Whether a later report would be judged on the date instead of the year asked for.</summary>
    public static bool HidesLater(ImmutableArray<int> years, int year, DateOnly date) => years.Any(later => later > year && FirstDay(later) <= date);

    private static DateOnly FirstDay(int year) => year <= 0 ? DateOnly.MinValue : new DateOnly(year, 9, 1);
}

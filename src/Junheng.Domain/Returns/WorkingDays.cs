using System.Collections.Frozen;

namespace Junheng.Domain.Returns;

/// <summary>
/// The Chinese working-day calendar: Monday to Friday, without public holidays, with the weekend days that are worked in exchange (调休). Days outside the years that
/// are known are judged by the weekday alone.
/// </summary>
/// <param name="Holidays">Weekdays that are free.</param>
/// <param name="WorkedWeekends">Saturdays and Sundays that are worked.</param>
/// <param name="KnownYears">The calendar years that the two lists are complete for.</param>
public sealed record WorkingDays(FrozenSet<DateOnly> Holidays, FrozenSet<DateOnly> WorkedWeekends, FrozenSet<int> KnownYears)
{
    /// <summary>Weekdays only.</summary>
    public static WorkingDays WeekdaysOnly { get; } = new(FrozenSet<DateOnly>.Empty, FrozenSet<DateOnly>.Empty, FrozenSet<int>.Empty);

    /// <summary>Whether a day is worked.</summary>
    public bool IsWorked(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WorkedWeekends.Contains(day) : !Holidays.Contains(day);

    /// <summary>Worked days after <paramref name="from"/> up to and with <paramref name="to"/>; negative when <paramref name="to"/> is earlier, 0 on the same day.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var (first, last, sign) = from <= to ? (from, to, 1) : (to, from, -1);
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += IsWorked(day) ? 1 : 0;
        }

        return sign * count;
    }

    /// <summary>The day that lies a number of worked days after another one; with 0, the day itself or the next worked one.</summary>
    /// <param name="from">The start.</param>
    /// <param name="days">0 or more.</param>
    public DateOnly After(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorked(day) ? 1 : 0;
        }

        while (!IsWorked(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }
}

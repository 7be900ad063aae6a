using System.Collections.Frozen;
using Junheng.Domain.Returns;

namespace Junheng.Domain.Tests.Returns;

public class WorkingDaysTests
{
    // National Day of an invented year: 1–7 October free, Saturday 10 October worked.
    private static readonly WorkingDays _calendar = new(
        Enumerable.Range(1, 7).Select(day => new DateOnly(2026, 10, day)).ToFrozenSet(), FrozenSet.ToFrozenSet([new DateOnly(2026, 10, 10)]), FrozenSet.ToFrozenSet([2026]));

    [Fact]
    public void A_holiday_on_a_weekday_is_free_and_an_exchanged_Saturday_is_worked()
    {
        Assert.False(_calendar.IsWorked(new DateOnly(2026, 10, 1)));
        Assert.True(_calendar.IsWorked(new DateOnly(2026, 10, 10)));
        Assert.False(_calendar.IsWorked(new DateOnly(2026, 10, 11)));
        Assert.True(WorkingDays.WeekdaysOnly.IsWorked(new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public void Days_left_count_worked_days_only()
    {
        Assert.Equal(3, _calendar.Between(new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 10)));
        Assert.Equal(-3, _calendar.Between(new DateOnly(2026, 10, 10), new DateOnly(2026, 9, 30)));
        Assert.Equal(0, _calendar.Between(new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 8)));
    }

    [Fact]
    public void A_deadline_of_some_worked_days_falls_on_a_worked_day()
    {
        Assert.Equal(new DateOnly(2026, 10, 8), _calendar.After(new DateOnly(2026, 9, 30), 1));
        Assert.Equal(new DateOnly(2026, 10, 8), _calendar.After(new DateOnly(2026, 10, 3), 0));
        for (var days = 1; days < 40; days++)
        {
            var day = _calendar.After(new DateOnly(2026, 9, 30), days);
            Assert.True(_calendar.IsWorked(day));
            Assert.Equal(days, _calendar.Between(new DateOnly(2026, 9, 30), day));
        }
    }
}

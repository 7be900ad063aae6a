using Junheng.Application.Counties;

namespace Junheng.Application.Tests.Counties;

public class RecentlyUsedTests
{
    [Fact]
    public void What_was_not_used_for_longest_goes_when_there_are_too_many()
    {
        var kept = new RecentlyUsed<int, string>(2);
        kept.Keep(1, "one");
        kept.Keep(2, "two");
        Assert.Equal("one", kept.Find(1));

        kept.Keep(3, "three");

        Assert.Equal(["one", null, "three"], new[] { 1, 2, 3 }.Select(kept.Find));
    }

    [Fact]
    public void The_first_value_stays_unless_it_is_replaced()
    {
        var kept = new RecentlyUsed<int, string>(2);
        kept.Keep(1, "one");

        Assert.Equal("one", kept.Keep(1, "uno"));
        kept.Replace(1, "uno");
        kept.Replace(2, "due");

        Assert.Equal(["uno", "due"], new[] { 1, 2 }.Select(kept.Find));
    }
}

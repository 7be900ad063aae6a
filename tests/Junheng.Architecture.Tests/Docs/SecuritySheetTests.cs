namespace Junheng.Architecture.Tests.Docs;

/// <summary>What the security page promises is proved by tests that are there.</summary>
public sealed class SecuritySheetTests
{
    [Fact]
    public void Every_check_has_its_row_in_order() =>
        Assert.Equal(Enumerable.Range(1, 17).Append(26).Select(number => $"S{number}"), SecuritySheet.Controls.Select(control => control.Id));

    [Fact]
    public void Every_named_test_is_there() =>
        Assert.Empty(SecuritySheet.Controls.SelectMany(control => control.Tests.Where(test => !SecuritySheet.Named(test).Any()).Select(test => $"{control.Id}: {test}")));

    [Fact]
    public void What_is_held_has_a_test_and_what_is_not_says_what_is_missing() => Assert.All(SecuritySheet.Controls, control =>
    {
        Assert.Contains(control.State, SecuritySheet.States);
        Assert.True(control.State == "not" ? control.Tests.IsEmpty : !control.Tests.IsEmpty, control.Id);
        Assert.True(control.State == "held" || control.Note is not null, control.Id);
    });

    [Fact]
    public void A_test_that_is_not_there_is_found_missing() => Assert.Empty(SecuritySheet.Named("SecuritySheetTests.Nobody_wrote_this"));
}

using Junheng.Application.Sizes;
using Junheng.Application.Tests.WhatIf;
using Junheng.Documents.Definitions;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Tests.Sizes;

/// <summary>The planted lessons of the sample county: one school above 2,000 pupils, one with a class above 45.</summary>
public class CountySizesTests
{
    private static readonly CountySizes _sizes = CountySizes.Of(SampleBaseline.County, WatchedFile.BesideProgram().Sizes);

    [Fact]
    public void Those_above_a_cap_stand_first_and_agree_with_the_items()
    {
        Assert.Equal(["9901210001", "9901210103"], _sizes.Rows.Where(row => row.IsTooLarge || row.HasLargeClass == true).Select(row => row.Code));
        Assert.Equal(["9901210001", "9901210103"], _sizes.Rows.Take(2).Select(row => row.Code));
        Assert.Equal(Rational.FromInteger(2140), _sizes.Rows[0].Pupils);
        Assert.Equal(Rational.FromInteger(2000), _sizes.Rows[0].Cap);
        Assert.Equal(Rational.FromInteger(48), _sizes.Rows[1].Largest);
        Assert.Equal(Rational.FromInteger(45), _sizes.Rows[1].ClassCap);
    }

    [Fact]
    public void A_campus_counts_with_its_school() =>
        Assert.DoesNotContain(_sizes.Rows, row => row.Code == "9901210006");

    [Fact]
    public void A_new_school_fills_up_by_a_grade_a_year()
    {
        var growing = Assert.Single(_sizes.Rows, row => row.Code == "9901210008");

        Assert.Equal([2027, 2028, 2029], _sizes.Years);
        Assert.True(growing.Ahead[0].Pupils > growing.Pupils);
        Assert.True(growing.Ahead[1].Pupils > growing.Ahead[0].Pupils);
        Assert.True(growing.Ahead[0].NeedsClasses);
    }

    [Fact]
    public void A_teaching_point_sends_its_pupils_on_after_its_last_grade() =>
        Assert.All(_sizes.Rows.Where(row => row.Name.EndsWith("教学点", StringComparison.Ordinal)), row => Assert.All(row.Ahead, year => Assert.True(year.Pupils < row.Pupils + row.Pupils)));
}

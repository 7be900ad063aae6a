using Junheng.Application.Schools;
using Junheng.Application.Tests.WhatIf;
using Junheng.Documents.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Tests.Schools;

public class QualityProfileTests
{
    private static readonly QualityProfile _profile = QualityProfile.Of(SampleBaseline.County, WatchedFile.BesideProgram(), "9901210108");

    [Fact]
    public void Each_stage_has_learning_fitness_courses_retention_and_teachers()
    {
        Assert.Equal(["L1", "L2", "L3", "primary", "T1", "T2", "T3", "L1", "L2", "L3", "junior", "T1", "T2", "T3"], _profile.Lines.Select(line => line.Id));
        Assert.All(_profile.Lines, line => Assert.True(line is { Value: not null, County: not null }, line.Id));
    }

    [Fact]
    public void A_figure_is_judged_only_where_a_norm_is_set()
    {
        var fitness = _profile.Lines.First(line => line is { Id: "L2", Stage: Stage.Primary });
        Assert.Equal(Rational.FromInteger(98), fitness.Norm);
        Assert.Equal(fitness.Value >= fitness.Norm ? Verdict.Met : Verdict.NotMet, fitness.Verdict);
        Assert.All(_profile.Lines.Where(line => line.Norm is null), line => Assert.Equal(Verdict.NotApplicable, line.Verdict));
    }

    [Fact]
    public void What_a_table_does_not_hold_is_missing_and_not_zero()
    {
        var point = QualityProfile.Of(SampleBaseline.County, WatchedFile.BesideProgram(), SampleBaseline.County.Rows.First(row => row.Type == SchoolType.TeachingPoint).Unit.SchoolCode);
        Assert.Null(point.Lines.First(line => line.Id == "L1").Value);
    }
}

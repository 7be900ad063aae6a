namespace Junheng.Formulas.Tests;

public sealed class TraceTests
{
    [Fact]
    public void A_trace_shows_every_step_down_to_the_columns()
    {
        var unit = SchoolWorld.Unit(("above_degree_teachers", 12), ("enrolment", 300));
        var trace = SchoolWorld.Compile("100 * above_degree_teachers / enrolment").Trace(unit);
        Assert.Equal(("100 * above_degree_teachers / enrolment", SchoolWorld.Number("4")), (trace.Text, trace.Value));
        Assert.Equal("person/pupil", trace.Unit?.ToString());
        Assert.Equal(["100 * above_degree_teachers", "enrolment"], trace.Children.Select(step => step.Text));
        Assert.Equal(SchoolWorld.Number("1200"), trace.Children[0].Value);
        var leaf = trace.Children[0].Children[1];
        Assert.Equal("unit.above_degree_teachers", leaf.Column?.ToString());
        Assert.Same(unit, leaf.Entity);
        Assert.Empty(leaf.Children);
    }

    [Fact]
    public void A_column_of_a_level_above_names_the_entity_that_holds_it()
    {
        var unit = SchoolWorld.Unit();
        var school = new TestEntity("school", "S", ("school_type", "primary")).With("units", unit);
        Assert.Same(school, SchoolWorld.Compile("school_type = 'primary'").Trace(unit).Children[0].Entity);
    }

    [Fact]
    public void An_aggregate_shows_its_members_with_condition_and_value()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", 40));
        var trace = SchoolWorld.Compile("sum(classes.pupils where pupils > 45)").Trace(unit);
        var steps = trace.Children.Select(step => $"{step.Entity.Label}:{step.Text}={step.Value}");
        Assert.Equal(["1:pupils > 45=true", "1:pupils=50", "2:pupils > 45=false"], steps);
    }

    [Fact]
    public void Exists_shows_every_member_also_after_the_one_that_decides()
    {
        var unit = SchoolWorld.Unit().With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", null));
        var trace = SchoolWorld.Compile("exists(classes where pupils > 45)").Trace(unit);
        Assert.Equal((FormulaValue.True, null), (trace.Value, trace.Unit));
        var steps = trace.Children.Select(step => $"{step.Entity.Label}:{step.Text}={step.Value}");
        Assert.Equal(["1:pupils > 45=true", "2:pupils > 45=missing: pupils"], steps);
    }

    [Fact]
    public void A_date_some_years_on_shows_the_setting_that_it_adds()
    {
        var trace = SchoolWorld.Compile("add_years($census.day, $scope.teaching_point_min)").Trace(SchoolWorld.Unit());
        Assert.Equal(["2026-09-01", "50"], trace.Children.Select(step => step.Value.ToString()));
    }

    [Fact]
    public void A_long_aggregate_shows_its_first_members_and_counts_the_rest()
    {
        var classes = Enumerable.Range(1, FormulaLimits.TracedMembers + 7).Select(number => SchoolWorld.Class($"{number}", 1));
        var unit = SchoolWorld.Unit().With("classes", [.. classes]);
        var trace = SchoolWorld.Compile("1 + sum(classes.pupils)").Trace(unit);
        Assert.Equal((FormulaLimits.TracedMembers, 7), (trace.Children[1].Children.Length, trace.Children[1].OmittedMembers));
        Assert.Equal((0, 208), (trace.OmittedMembers, (int)((FormulaValue.Number)trace.Value).Value.Numerator));
    }

    [Fact]
    public void A_trace_of_a_huge_tree_stays_bounded()
    {
        var schools = Enumerable.Range(1, 150).Select(_ => new TestEntity("school", "S").With("units", [.. Units(150)]));
        var county = new TestEntity("county", "C").With("schools", [.. schools]);
        var trace = SchoolWorld.Compile("sum(schools: sum(units: a + 1))", "county").Trace(county);
        Assert.Equal(SchoolWorld.Number("45000"), trace.Value);
        Assert.InRange(Count(trace), 1000, FormulaLimits.TracedSteps + FormulaLimits.Nodes);
        Assert.True(trace.OmittedMembers > 0);

        static IEnumerable<TestEntity> Units(int count) => Enumerable.Range(1, count).Select(_ => SchoolWorld.Unit(("a", 1)));
        static int Count(FormulaTrace step) => 1 + step.Children.Sum(Count);
    }

    [Fact]
    public void The_branch_not_taken_is_absent() =>
        Assert.Equal(["true", "1"], SchoolWorld.Compile("if(true, 1, 2)").Trace(SchoolWorld.Unit()).Children.Select(step => step.Text));

    [Fact]
    public void A_trace_has_the_value_of_the_evaluation()
    {
        var unit = SchoolWorld.Unit(("a", 3), ("p", true)).With("classes", SchoolWorld.Class("1", 50), SchoolWorld.Class("2", null));
        string[] texts = ["a / 0", "a + b", "if(p, a, b)", "sum(classes.pupils)", "count(classes)", "exists(classes where pupils > 45)", "p or q"];
        foreach (var text in texts)
        {
            var formula = SchoolWorld.Compile(text);
            Assert.Equal(formula.Evaluate(unit), formula.Trace(unit).Value);
        }
    }
}

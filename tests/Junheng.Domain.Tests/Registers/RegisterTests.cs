using Junheng.Domain.Registers;
using static Junheng.Domain.Tests.Registers.RegisterBook;

namespace Junheng.Domain.Tests.Registers;

public sealed class RegisterTests
{
    [Fact]
    public void A_school_has_the_name_of_the_day_that_is_asked_for()
    {
        var register = TwoSchools.On(2023, Alter(A, ("name", "甲实验小学"))).Register;

        Assert.Equal("甲小学", register.AsAt(new DateOnly(2023, 8, 31)).Find(A)!.Name);
        Assert.Equal("甲实验小学", register.AsAt(Autumn(2023)).Find(A)!.Name);
        Assert.Null(register.AsAt(new DateOnly(2020, 8, 31)).Find(A));
    }

    [Fact]
    public void A_change_entered_late_holds_from_its_own_day()
    {
        var register = TwoSchools.On(2024, Alter(A, ("name", "新名"))).On(2022, Alter(A, ("name", "中间名"))).Register;

        Assert.Equal(["甲小学", "中间名", "新名"], new[] { 2021, 2022, 2024 }.Select(year => register.AsAt(Autumn(year)).Find(A)!.Name));
        Assert.Empty(register.Check());
    }

    [Fact]
    public void A_county_that_becomes_a_district_keeps_its_number_and_its_schools()
    {
        var register = TwoSchools.On(2025, Alter(County, ("code", "990105"), ("name", "澄溪区"))).Register;

        Assert.Equal("990121", register.AsAt(Autumn(2024)).Find(County)!.Code);
        Assert.Equal("990105", register.AsAt(Autumn(2025)).Find(County)!.Code);
        Assert.Equal([A, B], register.AsAt(Autumn(2025)).Of(SubjectKind.School).Where(school => school.County == County).Select(school => school.Id));
        Assert.Equal([County], register.EverCoded(SubjectKind.Region, "990121"));
        Assert.Equal([County], register.EverCoded(SubjectKind.Region, "990105"));
    }

    [Fact]
    public void What_belongs_to_a_merged_region_belongs_to_the_one_that_carries_it_on()
    {
        var register = TwoSchools.On(2025, new RegisterChange.Merge([County], District)).Register;

        Assert.Empty(register.Check());
        Assert.Null(register.AsAt(Autumn(2025)).Find(County));
        Assert.Equal([District, District], register.AsAt(Autumn(2025)).Of(SubjectKind.School).Select(school => school.County!.Value));
        Assert.Equal([County, County], register.AsAt(Autumn(2024)).Of(SubjectKind.School).Select(school => school.County!.Value));
    }

    [Fact]
    public void Succession_is_followed_to_its_end_and_no_further_than_the_day()
    {
        var register = TwoSchools.On(2022, School(C, "丙小学")).On(2022, new RegisterChange.Merge([A], C)).On(2024, new RegisterChange.Merge([C], B)).Register;

        Assert.Empty(register.Check());
        Assert.Equal([B, C], register.Successors(A, Autumn(2024)));
        Assert.Equal([C], register.Successors(A, Autumn(2023)));
        Assert.Equal([A, C], register.Predecessors(B, Autumn(2024)));
        Assert.Empty(register.Predecessors(B, Autumn(2023)));
    }

    [Fact]
    public void A_school_that_splits_goes_on_unless_it_is_closed()
    {
        var split = TwoSchools.On(2023, School(C, "丙小学")).On(2023, new RegisterChange.Split(A, [C]));

        Assert.NotNull(split.Register.AsAt(Autumn(2023)).Find(A));
        Assert.Equal([A], split.Register.Predecessors(C, Autumn(2023)));
        Assert.Null(split.On(2023, new RegisterChange.Close(A)).Register.AsAt(Autumn(2023)).Find(A));
        Assert.Empty(split.Register.Check());
    }

    [Fact]
    public void What_is_taken_back_is_as_if_it_had_never_been_and_can_be_brought_back()
    {
        var book = TwoSchools.On(2023, new RegisterChange.Merge([A], B)).On(2023, new RegisterChange.Undo(5));
        Assert.NotNull(book.Register.AsAt(Autumn(2024)).Find(A));
        Assert.Empty(book.Register.Successions);

        book.On(2023, new RegisterChange.Undo(6));

        Assert.Empty(book.Register.Check());
        Assert.Null(book.Register.AsAt(Autumn(2024)).Find(A));
    }

    [Fact]
    public void The_register_as_known_at_a_moment_is_without_what_was_entered_later()
    {
        var book = TwoSchools;
        var then = book.Register.Events[^1].EnteredAt;
        var register = book.On(2021, Alter(A, ("name", "更正后的名字"))).Register;

        Assert.Equal("甲小学", register.KnownAt(then).AsAt(Autumn(2024)).Find(A)!.Name);
        Assert.Equal("更正后的名字", register.AsAt(Autumn(2024)).Find(A)!.Name);
    }

    [Fact]
    public void Years_at_the_school_count_whole_years()
    {
        var teacher = new SubjectId(SubjectKind.Staff, 1);
        var state = TwoSchools.On(2021, Open(teacher, ("person", "person/1"), ("school", A.ToString()), ("since", "2015-09-01"))).Register.AsAt(Autumn(2024)).Find(teacher)!;

        Assert.Equal(8, state.YearsAtSchool(new DateOnly(2024, 8, 31)));
        Assert.Equal(9, state.YearsAtSchool(Autumn(2024)));
        Assert.Null(state.YearsAtSchool(new DateOnly(2015, 8, 31)));
    }

    [Fact]
    public void History_tells_names_before_and_after_and_what_was_taken_back()
    {
        var register = TwoSchools
            .On(2022, Alter(B, ("name", "乙中心小学")))
            .On(2023, Alter(A, ("county", District.ToString())))
            .On(2023, new RegisterChange.Undo(6))
            .On(2024, new RegisterChange.Merge([A], B))
            .Register;

        Assert.Equal(
            ["设立：乙小学（学校代码 S2，学校类型 小学，所属县 澄溪县）", "更名：乙小学 → 乙中心小学", "甲小学并入"],
            RegisterHistory.Of(register, B).Select(line => line.Text.Zh));
        Assert.Equal(
            [("划转：澄溪县 → 江城区", (long?)7), ("并入乙中心小学", null)],
            RegisterHistory.Of(register, A).Skip(1).Select(line => (line.Text.Zh, line.TakenBackBy)));
        Assert.Equal(["甲小学划入（原属澄溪县）"], RegisterHistory.Of(register, District).Skip(1).Select(line => line.Text.Zh));
    }
}

using Junheng.Domain.Registers;
using static Junheng.Domain.Tests.Registers.RegisterBook;

namespace Junheng.Domain.Tests.Registers;

/// <summary>What does not fit together is found, all of it at once.</summary>
public sealed class RegisterCheckTests
{
    private static readonly SubjectId _class = new(SubjectKind.Class, 1);

    public static TheoryData<string, Func<RegisterBook>> Misfits => new()
    {
        { "register.unknown-subject", () => TwoSchools.On(2021, Alter(C, ("name", "无此校"))) },
        { "register.unknown-subject", () => TwoSchools.On(2019, Alter(A, ("name", "太早"))) },
        { "register.not-open", () => TwoSchools.On(2021, new RegisterChange.Close(A)).On(2022, Alter(A, ("name", "太晚"))) },
        { "register.already-open", () => TwoSchools.On(2021, Open(A, ("code", "S9"), ("name", "重复"), ("county", County.ToString()))) },
        { "register.code-taken", () => TwoSchools.On(2021, Alter(A, ("code", "S2"))) },
        { "register.cycle", () => TwoSchools.On(2021, Alter(County, ("parent", District.ToString()))).On(2022, Alter(District, ("parent", County.ToString()))) },
        { "register.cycle", () => TwoSchools.On(2021, new RegisterChange.Merge([A, B], B)) },
        { "register.still-has", () => TwoSchools.On(2021, new RegisterChange.Close(County)) },
        { "register.different-kinds", () => TwoSchools.On(2021, new RegisterChange.Merge([A], County)) },
        { "register.unknown-field", () => TwoSchools.On(2021, Alter(A, ("colour", "red"))) },
        { "register.missing-field", () => TwoSchools.On(2021, Alter(A, ("name", ""))) },
        { "register.missing-field", () => TwoSchools.On(2021, Open(C, ("code", "S3"), ("county", County.ToString()))) },
        { "register.bad-value", () => TwoSchools.On(2021, Alter(A, ("type", "大学"))) },
        { "register.unknown-reference", () => TwoSchools.On(2021, Open(_class, ("name", "一（1）班"), ("school", C.ToString()), ("stage", "primary"), ("grade", "1"))) },
        { "register.unknown-event", () => TwoSchools.On(2021, new RegisterChange.Undo(99)) },
        { "register.undone-already", () => TwoSchools.On(2021, Alter(A, ("name", "改"))).On(2021, new RegisterChange.Undo(5)).On(2021, new RegisterChange.Undo(5)) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_named_by_its_rule(string rule, Func<RegisterBook> book) => Assert.Contains(rule, book().Register.Check().Select(finding => finding.Rule));

    [Fact]
    public void A_sound_register_has_no_findings() => Assert.Empty(TwoSchools.Register.Check());

    [Fact]
    public void All_findings_come_at_once()
    {
        var findings = TwoSchools.On(2021, Alter(A, ("code", "S2"), ("type", "大学"))).On(2021, new RegisterChange.Close(C)).Register.Check();

        Assert.Equal(["register.code-taken", "register.bad-value", "register.unknown-subject"], findings.Select(finding => finding.Rule));
        Assert.All(findings, finding => Assert.NotEqual(finding.Message.Zh, finding.Message.En));
    }

    [Fact]
    public void Taking_back_what_later_events_build_on_is_found_at_those_events()
    {
        var findings = TwoSchools.On(2022, Alter(A, ("name", "改名"))).On(2020, new RegisterChange.Undo(3)).Register.Check();

        Assert.Equal([("register.unknown-subject", 5L)], findings.Select(finding => (finding.Rule, finding.Event)));
    }

    [Fact]
    public void A_code_is_free_again_after_its_owner_ended()
    {
        Assert.Empty(TwoSchools.On(2021, new RegisterChange.Close(B)).On(2021, Alter(A, ("code", "S2"))).Register.Check());
    }
}

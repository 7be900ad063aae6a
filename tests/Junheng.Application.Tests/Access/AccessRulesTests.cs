using Junheng.Application.Access;
using Junheng.Application.Regions;

namespace Junheng.Application.Tests.Access;

/// <summary>S1, S5: who may do what is decided in one place, by grants alone.</summary>
public class AccessRulesTests
{
    private static readonly DateOnly _today = new(2026, 11, 21);
    private static readonly ScopeId _city = new(1);
    private static readonly ScopeId _county = new(2);
    private static readonly ScopeId _otherCounty = new(3);
    private static readonly AccessSubject _subject = new([_county, _city]);

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void A_role_may_what_its_rule_says_and_nothing_else(Role role)
    {
        var person = Person(Grant(role, GrantScope.Installation));
        foreach (var action in Enum.GetValues<AccessAction>())
        {
            var expected = action == AccessAction.OwnAccount || Roles.Of(role).Actions.Contains(action) ? AccessDecision.Allowed : AccessDecision.Refused;
            Assert.Equal(expected, AccessRules.Decide(person, action, _subject, _today));
        }
    }

    [Fact]
    public void Nobody_signed_in_may_look_at_the_open_demo_only()
    {
        foreach (var action in Enum.GetValues<AccessAction>())
        {
            Assert.Equal(AccessDecision.SignInFirst, AccessRules.Decide(null, action, _subject, _today));
            Assert.Equal(
                action == AccessAction.ViewFigures ? AccessDecision.Allowed : AccessDecision.SignInFirst, AccessRules.Decide(null, action, _subject with { IsOpenDemo = true }, _today));
        }
    }

    [Fact]
    public void A_grant_for_a_region_covers_what_lies_in_it_and_nothing_beside_or_above()
    {
        var person = Person(Grant(Role.Reviewer, GrantScope.Of(_city)));

        Assert.True(Sees(person, _subject));
        Assert.True(Sees(person, _subject with { School = "1", Class = "2", Pupil = "3" }));
        Assert.False(Sees(person, new AccessSubject([_otherCounty])));
        Assert.False(Sees(person, AccessSubject.Installation));
        Assert.False(Sees(Person(Grant(Role.Reviewer, GrantScope.Of(_county))), new AccessSubject([_city])));
    }

    [Fact]
    public void A_grant_for_a_school_covers_that_school_of_that_county()
    {
        var person = Person(Grant(Role.SchoolClerk, GrantScope.School(_county, "1001")));

        Assert.True(Sees(person, _subject with { School = "1001" }));
        Assert.False(Sees(person, _subject with { School = "1002" }));
        Assert.False(Sees(person, _subject));
        Assert.False(Sees(person, new AccessSubject([_otherCounty], "1001")));
    }

    [Theory]
    [InlineData(GrantKind.Group)]
    [InlineData(GrantKind.Class)]
    [InlineData(GrantKind.Pupil)]
    public void A_grant_for_a_group_class_or_pupil_covers_just_that(GrantKind kind)
    {
        var person = Person(Grant(Role.Leader, new GrantScope(_county, kind, "x")));
        AccessSubject Named(string key) => kind switch
        {
            GrantKind.Group => _subject with { School = "1", Groups = [key] },
            GrantKind.Class => _subject with { School = "1", Class = key },
            _ => _subject with { School = "1", Class = "2", Pupil = key },
        };

        Assert.True(Sees(person, Named("x")));
        Assert.False(Sees(person, Named("y")));
        Assert.False(Sees(person, _subject));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_grant_holds_from_its_first_day_to_its_last(int day, bool holds)
    {
        var person = Person(Grant(Role.Inspector, GrantScope.Of(_county)) with { From = _today, To = _today.AddDays(3) });

        Assert.Equal(holds, AccessRules.Decide(person, AccessAction.ViewFigures, _subject, _today.AddDays(day)) == AccessDecision.Allowed);
    }

    [Fact]
    public void The_three_powers_share_no_deed_but_being_the_second_person_and_seeing_who_there_is()
    {
        var shared = SeparatedPowers.All.SelectMany(role => Roles.Of(role).Actions).GroupBy(action => action).Where(group => group.Count() > 1).Select(group => group.Key);

        Assert.Equal([AccessAction.ViewPeople, AccessAction.CountersignGrants], shared);
        Assert.DoesNotContain(AccessAction.ViewFigures, SeparatedPowers.All.SelectMany(role => Roles.Of(role).Actions));
    }

    [Fact]
    public void Two_powers_clash_when_there_is_a_day_with_both()
    {
        var system = Grant(Role.SystemAdministrator, GrantScope.Installation) with { From = _today, To = _today.AddDays(5) };
        var audit = Grant(Role.Auditor, GrantScope.Installation);

        Assert.NotNull(SeparatedPowers.Conflict([system, audit with { From = _today.AddDays(5) }]));
        Assert.NotNull(SeparatedPowers.Conflict([audit with { From = _today.AddDays(-9), To = _today }, system]));
        Assert.Null(SeparatedPowers.Conflict([system, audit with { From = _today.AddDays(6) }]));
        Assert.Null(SeparatedPowers.Conflict([system, system with { Id = Guid.Empty }]));
        Assert.Null(SeparatedPowers.Conflict([system, Grant(Role.Leader, GrantScope.Of(_county))]));
    }

    private static bool Sees(Person person, AccessSubject subject) => AccessRules.Decide(person, AccessAction.ViewFigures, subject, _today) == AccessDecision.Allowed;

    private static Person Person(params Grant[] grants) => new(new AccountId(Guid.Empty), "p", "p", [.. grants]);

    private static Grant Grant(Role role, GrantScope scope) => new(Guid.NewGuid(), role, scope, _today.AddDays(-100), null);
}

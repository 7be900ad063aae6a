using System.Collections.Immutable;
using Junheng.Domain.Registers;

namespace Junheng.Domain.Tests.Registers;

/// <summary>Writes events as a clerk would enter them: one after the other, each with its day.</summary>
public sealed class RegisterBook
{
    public static readonly SubjectId County = new(SubjectKind.Region, 1);
    public static readonly SubjectId District = new(SubjectKind.Region, 2);
    public static readonly SubjectId A = new(SubjectKind.School, 1);
    public static readonly SubjectId B = new(SubjectKind.School, 2);
    public static readonly SubjectId C = new(SubjectKind.School, 3);
    public static readonly DateOnly Start = new(2020, 9, 1);

    private readonly List<RegisterEvent> _events = [];

    /// <summary>A county and a district from 2020 on, with two schools in the county.</summary>
    public static RegisterBook TwoSchools => new RegisterBook()
        .On(2020, Open(County, ("code", "990121"), ("name", "澄溪县"), ("level", "county")))
        .On(2020, Open(District, ("code", "990102"), ("name", "江城区"), ("level", "county")))
        .On(2020, School(A, "甲小学"))
        .On(2020, School(B, "乙小学"));

    public Register Register => Register.Of([.. _events]);

    public static DateOnly Autumn(int year) => new(year, 9, 1);

    public static RegisterChange.Open Open(SubjectId subject, params (string Field, string Value)[] fields) => new(subject, Fields(fields));

    public static RegisterChange.Open School(SubjectId school, string name) =>
        Open(school, ("code", "S" + school.Number), ("name", name), ("type", "primary"), ("county", County.ToString()));

    public static RegisterChange.Alter Alter(SubjectId subject, params (string Field, string Value)[] fields) => new(subject, Fields(fields));

    public RegisterBook On(int year, RegisterChange change)
    {
        _events.Add(new RegisterEvent(_events.Count + 1, Autumn(year), new DateTimeOffset(2026, 1, 1, 8, _events.Count, 0, TimeSpan.FromHours(8)), "account/7", change));
        return this;
    }

    private static ImmutableSortedDictionary<string, string> Fields((string Field, string Value)[] fields) =>
        fields.ToImmutableSortedDictionary(each => each.Field, each => each.Value, StringComparer.Ordinal);
}

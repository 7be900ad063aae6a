using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Retention;

/// <summary>An entering year group that is followed to its graduating grade (巩固率, S008).</summary>
/// <param name="Id">Public id, e.g. <c>junior</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="FirstGrade">The grade it enters in, 1 to 9.</param>
/// <param name="LastGrade">The grade it graduates from.</param>
/// <param name="Stages">The stages it runs through; each reports the moves of its own part in the year when the group is in that stage's last grade.</param>
/// <param name="Item">The evaluation item whose norm it has; null for none.</param>
/// <param name="Norm">Its norm in percent where no item gives one; null for none.</param>
/// <param name="Source">Where it is asked for.</param>
public sealed record Cohort(
    string Id, LocalizedText Title, int FirstGrade, int LastGrade, ImmutableArray<Stage> Stages, string? Item, Rational? Norm, RuleSource Source)
{
    private const int LastPrimaryGrade = 6;

    /// <summary>How many years before the graduating one it entered.</summary>
    public int Years => LastGrade - FirstGrade;

    /// <summary>The stage of a grade.</summary>
    public static Stage StageOf(int grade) => grade <= LastPrimaryGrade ? Stage.Primary : Stage.Junior;

    /// <summary>How many years before the graduating one the group was in a stage's last grade.</summary>
    public int YearsSince(Stage stage) => stage == StageOf(LastGrade) ? 0 : LastGrade - LastPrimaryGrade;
}

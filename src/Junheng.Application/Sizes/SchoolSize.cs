using System.Collections.Immutable;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;

namespace Junheng.Application.Sizes;

/// <summary>How large a school and its classes are, and will be.</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">Its name; the code where there is none.</param>
/// <param name="Stages">Its compulsory stages.</param>
/// <param name="Pupils">Pupils of the compulsory stages; null when missing.</param>
/// <param name="Cap">The most that it may have.</param>
/// <param name="IsTooLarge">Whether it has more.</param>
/// <param name="Largest">Its largest class; null when missing.</param>
/// <param name="ClassCap">The most that this class may have: of a school of several stages the larger cap, above which it is certain.</param>
/// <param name="HasLargeClass">Whether its largest class is above; null when that cannot be said.</param>
/// <param name="Classes">Classes of the compulsory stages; null when missing.</param>
/// <param name="Ahead">The years ahead; empty where the pupils by grade are missing.</param>
/// <param name="Place">Where its largest class stands.</param>
public sealed record SchoolSize(
    string Code,
    string Name,
    ImmutableArray<Stage> Stages,
    Rational? Pupils,
    Rational Cap,
    bool IsTooLarge,
    Rational? Largest,
    Rational ClassCap,
    bool? HasLargeClass,
    Rational? Classes,
    ImmutableArray<SizeAhead> Ahead,
    Origin Place)
{
    internal static SchoolSize? Of(SizeRows rows, CapNumbers caps, int years)
    {
        ImmutableArray<Stage> stages = [.. rows.Stages.Where(caps.OfClass.ContainsKey)];
        if (stages.IsEmpty)
        {
            return null;
        }

        var cap = rows.Type is SchoolType.NineYear or SchoolType.TwelveYear || stages.Length > 1 ? caps.Combined : caps.Single;
        var (least, most) = (stages.Min(stage => caps.OfClass[stage]), stages.Max(stage => caps.OfClass[stage]));
        var pupils = Sum(stages.Select(rows.Pupils));
        var classes = stages.Length == rows.Stages.Length ? rows.AllClasses ?? Sum(stages.Select(rows.Classes)) : Sum(stages.Select(rows.Classes));
        var largest = rows.Largest;
        return new SchoolSize(
            rows.Code,
            rows.Name,
            stages,
            pupils,
            cap,
            pupils > cap,
            largest,
            most,
            largest is null ? null : largest <= least ? false : largest > most && rows.Stages.Length == stages.Length ? true : stages.Length == 1 && rows.Stages.Length == 1 ? largest > most : null,
            classes,
            SizeAhead.Of(rows, stages, caps, cap, classes, years),
            rows.Place);
    }

    internal static Rational? Sum(IEnumerable<Rational?> figures) => figures.Aggregate((Rational?)Rational.Zero, (sum, each) => sum is { } known && each is { } figure ? known + figure : null);
}

/// <summary>
/// One of the years ahead, if as many pupils enter as this year and nobody moves: every grade goes up by one. How many classes its grades need at least so that none is above the cap is
/// the sum of each grade's pupils ÷ cap, rounded up.
/// </summary>
/// <param name="Pupils">Pupils of the compulsory stages.</param>
/// <param name="IsTooLarge">Whether they are more than the school may have.</param>
/// <param name="ClassesNeeded">Classes that they need at least.</param>
/// <param name="NeedsClasses">Whether that is more than there are and more than the pupils of today need; null when the classes are missing.</param>
public sealed record SizeAhead(Rational Pupils, bool? IsTooLarge, Rational ClassesNeeded, bool? NeedsClasses)
{
    internal static ImmutableArray<SizeAhead> Of(SizeRows rows, ImmutableArray<Stage> stages, CapNumbers caps, Rational cap, Rational? classes, int years)
    {
        var grades = stages.ToDictionary(stage => stage, stage => SizeRows.GradesOf(stage).Select(rows.Grade).ToList());
        if (grades.Values.Any(stage => stage.Exists(grade => grade is null)))
        {
            return [];
        }

        (Rational Pupils, Rational Needed) After(int year)
        {
            var (pupils, needed) = (Rational.Zero, Rational.Zero);
            foreach (var stage in stages)
            {
                foreach (var grade in Up(grades[stage], year, rows.Type == SchoolType.TeachingPoint))
                {
                    pupils += grade;
                    needed += Rational.FromInteger((grade / caps.OfClass[stage]).Ceiling());
                }
            }

            return (pupils, needed);
        }

        var now = After(0).Needed;
        return [.. Enumerable.Range(1, years).Select(After).Select(year => new SizeAhead(year.Pupils, year.Pupils > cap, year.Needed, classes is { } there ? year.Needed > there && year.Needed > now : null))];
    }

    /// <summary>The grades after some years; a teaching point sends its pupils on after the last grade that it teaches.</summary>
    private static IEnumerable<Rational> Up(List<Rational?> grades, int years, bool isTeachingPoint) => grades.Select((grade, at) =>
        isTeachingPoint && grade is { Sign: 0 } ? Rational.Zero : grades[Math.Max(0, at - years)]!.Value);
}

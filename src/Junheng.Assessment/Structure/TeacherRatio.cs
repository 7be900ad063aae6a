using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Structure;

/// <summary>A share of a school's teachers that a bureau wants to be much alike in all schools (师资比例, S007), or of its pupils and courses in its quality profile (S005).</summary>
/// <param name="Id">Public id, e.g. <c>T1</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Short">A name for table heads.</param>
/// <param name="Numerator">Public column of those counted.</param>
/// <param name="Denominator">Public column of all teachers.</param>
/// <param name="Source">Where it is asked for.</param>
public sealed record TeacherRatio(string Id, LocalizedText Title, LocalizedText Short, string Numerator, string Denominator, RuleSource Source)
{
    /// <summary>What the share must reach, in percent; null where no text seen sets a number.</summary>
    public Rational? Norm { get; init; }
}

/// <summary>Where the caps of schools and classes stand, and how far ahead one looks (S026).</summary>
/// <param name="SchoolItem">The evaluation item whose named norms <c>single</c> and <c>combined</c> cap a school's pupils.</param>
/// <param name="ClassItem">The evaluation item whose named norms cap a class, by stage id.</param>
/// <param name="Years">Years looked ahead.</param>
/// <param name="Source">Where it is asked for.</param>
public sealed record SizeCaps(string SchoolItem, string ClassItem, int Years, RuleSource Source)
{
    /// <summary>No caps are watched.</summary>
    public static SizeCaps None { get; } = new("", "", 0, new RuleSource("", ""));
}

/// <summary>The teacher ratios that come with the product, and the cohorts whose pupils are followed.</summary>
/// <param name="Ratios">The ratios.</param>
/// <param name="Cohorts">The cohorts.</param>
/// <param name="Quality">The shares of a school's quality profile.</param>
/// <param name="Sizes">The caps of schools and classes.</param>
public sealed record WatchedFigures(ImmutableArray<TeacherRatio> Ratios, ImmutableArray<Retention.Cohort> Cohorts, ImmutableArray<TeacherRatio> Quality, SizeCaps Sizes);

using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Structure;

/// <summary>A share of a school's teachers that a bureau wants to be much alike in all schools (师资比例, S007).</summary>
/// <param name="Id">Public id, e.g. <c>T1</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Short">A name for table heads.</param>
/// <param name="Numerator">Public column of those counted.</param>
/// <param name="Denominator">Public column of all teachers.</param>
/// <param name="Source">Where it is asked for.</param>
public sealed record TeacherRatio(string Id, LocalizedText Title, LocalizedText Short, string Numerator, string Denominator, RuleSource Source);

/// <summary>The teacher ratios that come with the product, and the cohorts whose pupils are followed.</summary>
/// <param name="Ratios">The ratios.</param>
/// <param name="Cohorts">The cohorts.</param>
public sealed record WatchedFigures(ImmutableArray<TeacherRatio> Ratios, ImmutableArray<Retention.Cohort> Cohorts);

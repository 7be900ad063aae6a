using System.Collections.Immutable;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>
/// The national application form (全国义务教育优质均衡发展县（市、区）申报表), Tables Ⅰ to Ⅵ, as it is to be printed. A figure that is not known is null and stays blank.
/// </summary>
/// <param name="BasicFacts">Table Ⅰ, L1–L24.</param>
/// <param name="Indicators">The indicators in the form's order: L1–L7 of Tables Ⅱ-1 and Ⅲ, L7–L13 of Table Ⅱ-2.</param>
/// <param name="Stages">Tables Ⅱ and Ⅲ, one a stage.</param>
/// <param name="Government">Table Ⅳ.</param>
/// <param name="Quality">Table Ⅴ.</param>
/// <param name="Recognition">Table Ⅵ.</param>
/// <param name="Conclusion">The self-evaluation in words; each phrase may name its table.</param>
public sealed record ApplicationForm(
    ImmutableArray<BasicFact> BasicFacts,
    ImmutableArray<FormIndicator> Indicators,
    ImmutableArray<StageTables> Stages,
    ImmutableArray<ItemEntry> Government,
    ImmutableArray<ItemEntry> Quality,
    RecognitionEntry Recognition,
    ImmutableArray<ConclusionPhrase> Conclusion);

/// <summary>One line of Table Ⅰ.</summary>
/// <param name="Number">1–24, printed L1–L24.</param>
/// <param name="Title">Its words.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Figure">The figure; null stays blank.</param>
/// <param name="WhyBlank">Why it is blank; empty when it is not.</param>
/// <param name="Holder">Who usually has it.</param>
public sealed record BasicFact(int Number, string Title, string Unit, PrintedFigure? Figure, string WhyBlank, string Holder);

/// <summary>An indicator as a column.</summary>
/// <param name="Id">R1 …</param>
/// <param name="Title">Official words.</param>
/// <param name="Short">For table heads.</param>
/// <param name="Unit">Unit.</param>
public sealed record FormIndicator(string Id, string Title, string Short, string Unit);

/// <summary>Tables Ⅱ-1, Ⅱ-2 and Ⅲ of one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Meeting">Table Ⅱ-1, one an indicator.</param>
/// <param name="MeetingOverall">Table Ⅱ-1, the last column.</param>
/// <param name="Schools">Table Ⅱ-2.</param>
/// <param name="FootNotes">Lines under Table Ⅱ-2.</param>
/// <param name="Spreads">Table Ⅲ, one an indicator.</param>
/// <param name="Composite">Arithmetic mean of the coefficients, for information; null while one is not known.</param>
/// <param name="CompositeVerdict">The composite against its limit; not applicable where the standard judges none.</param>
/// <param name="CvLimits">The limits in words.</param>
public sealed record StageTables(
    Stage Stage,
    ImmutableArray<MeetingCount> Meeting,
    MeetingCount MeetingOverall,
    ImmutableArray<SchoolLine> Schools,
    ImmutableArray<string> FootNotes,
    ImmutableArray<SpreadEntry> Spreads,
    PrintedFigure? Composite,
    Verdict CompositeVerdict,
    string CvLimits);

/// <summary>How many units meet something. While one unit is undecided neither figure is known.</summary>
/// <param name="Known">How many are known to meet.</param>
/// <param name="Undecided">How many cannot be decided.</param>
/// <param name="Count">The number for the form; null while any is undecided.</param>
/// <param name="Percent">Its share of all units.</param>
public sealed record MeetingCount(int Known, int Undecided, PrintedFigure? Count, PrintedFigure? Percent);

/// <summary>One line of Table Ⅱ-2.</summary>
/// <param name="Code">School code.</param>
/// <param name="Name">School name.</param>
/// <param name="Organiser">Organiser code 1–10; 0 stays blank.</param>
/// <param name="Enrolment">Pupils of the stage.</param>
/// <param name="Grades">Grades.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Values">One an indicator.</param>
/// <param name="Verdict">The unit's strict verdict.</param>
/// <param name="Remark">Which indicators meet and which only reach the floor.</param>
public sealed record SchoolLine(
    string Code,
    string Name,
    byte Organiser,
    PrintedFigure? Enrolment,
    PrintedFigure? Grades,
    PrintedFigure? Classes,
    ImmutableArray<PrintedFigure?> Values,
    Verdict Verdict,
    string Remark);

/// <summary>Mean and coefficient of one indicator in Table Ⅲ; both null while a unit lacks the figure.</summary>
/// <param name="Mean">County mean.</param>
/// <param name="Cv">Coefficient of variation.</param>
/// <param name="Limit">Its limit; null without one.</param>
/// <param name="Verdict">Against the limit.</param>
/// <param name="Provisional">The coefficient over the units that have the figure, where some lack it; for the list of blanks.</param>
/// <param name="UnitsLacking">How many units lack the figure.</param>
/// <param name="RoundingSensitive">Whether the printed coefficient would give another verdict.</param>
public sealed record SpreadEntry(
    PrintedFigure? Mean, PrintedFigure? Cv, PrintedFigure? Limit, Verdict Verdict, PrintedFigure? Provisional, int UnitsLacking, bool RoundingSensitive);

/// <summary>One item of Table Ⅳ or Ⅴ.</summary>
/// <param name="Id">G1 … Q9.</param>
/// <param name="Title">Official words.</param>
/// <param name="Lines">What the form asks to be filled in; at least one.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="Note">Why, or what is worth knowing; empty when nothing is.</param>
public sealed record ItemEntry(string Id, string Title, ImmutableArray<ItemLine> Lines, Verdict Verdict, string Note);

/// <summary>One figure or conclusion of an item.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Unit">Unit; empty for words.</param>
/// <param name="Figure">A number.</param>
/// <param name="Text">A word; null when blank or a number.</param>
public sealed record ItemLine(string Label, string Unit, PrintedFigure? Figure, string? Text)
{
    /// <summary>Whether the cell stays blank.</summary>
    public bool IsBlank => Figure is null && string.IsNullOrEmpty(Text);
}

/// <summary>Table Ⅵ, row 计. The row 其中：家长 is not collected here and stays blank.</summary>
/// <param name="Figures">L1–L7; null stays blank.</param>
/// <param name="Titles">Their words.</param>
/// <param name="Units">Their units.</param>
/// <param name="Verdict">Strict verdict.</param>
/// <param name="Norm">What must be reached, in words.</param>
public sealed record RecognitionEntry(ImmutableArray<PrintedFigure?> Figures, ImmutableArray<string> Titles, ImmutableArray<string> Units, Verdict Verdict, string Norm);

/// <summary>A piece of the conclusion.</summary>
/// <param name="Text">Words.</param>
/// <param name="Source">The table that its figures stand in, for a foot-note; null for none.</param>
/// <param name="EndsParagraph">Whether a new paragraph begins after it.</param>
public sealed record ConclusionPhrase(string Text, string? Source = null, bool EndsParagraph = false);

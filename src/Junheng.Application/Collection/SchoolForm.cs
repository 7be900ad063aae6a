using System.Collections.Immutable;
using Junheng.Application.Explain;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>A field as it stands in a form.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What is typed; empty when blank.</param>
/// <param name="LastYear">Its text in the year before; empty when unknown.</param>
/// <param name="Difference">This year less the year before, with its sign; empty unless both are numbers.</param>
/// <param name="Errors">Errors of logic (逻辑校验) on it.</param>
/// <param name="Questions">Questions (经验校验) on it, each with its explanation; empty when not explained.</param>
public sealed record FormField(
    ReturnField Field, string Text, string LastYear, string Difference, ImmutableArray<Finding> Errors, ImmutableArray<(string Id, Finding Finding, string Explanation)> Questions);

/// <summary>A section of a form.</summary>
/// <param name="Section">The section.</param>
/// <param name="Fields">Its fields in order.</param>
public sealed record FormSection(ReturnSection Section, ImmutableArray<FormField> Fields);

/// <summary>A school's form with everything computed: differences, checks, and the figures that the standard judges.</summary>
/// <param name="Sections">The sections in order.</param>
/// <param name="Figures">The indicators of each stage, as far as the entries give them; empty when the school is not judged.</param>
/// <param name="Others">Findings on none of the fields.</param>
public sealed record SchoolForm(ImmutableArray<FormSection> Sections, ImmutableArray<FigureTrace> Figures, ImmutableArray<Finding> Others)
{
    /// <summary>All fields in order.</summary>
    public IEnumerable<FormField> Fields => Sections.SelectMany(section => section.Fields);

    /// <summary>How many errors of logic stand open.</summary>
    public int Errors => Fields.Sum(each => each.Errors.Length) + Others.Count(finding => finding.Severity == Severity.Error);

    /// <summary>How many questions have no explanation.</summary>
    public int Unexplained => Fields.Sum(each => each.Questions.Count(question => question.Explanation.Length == 0));
}

/// <summary>What a form is made of.</summary>
/// <param name="CountyCode">The county's code.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="Year">The report year.</param>
/// <param name="School">The school.</param>
/// <param name="Texts">Field id → text as typed.</param>
/// <param name="Explanations">Question id → explanation.</param>
/// <param name="LastYear">Field id → text of the year before.</param>
/// <param name="Language">Of findings.</param>
public sealed record FormRequest(
    string CountyCode,
    string CountyName,
    int Year,
    AskedSchool School,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableSortedDictionary<string, string> Explanations,
    ImmutableSortedDictionary<string, string> LastYear,
    Language Language);

/// <summary>Use case: check and compute a form while it is being filled in; nothing is stored.</summary>
public sealed class FillForm(CheckEntries check)
{
    /// <summary>Checks and computes.</summary>
    public SchoolForm Run(FormRequest request, Standard standard)
    {
        var reading = check.Run(request.CountyCode, request.CountyName, request.Year, [new SchoolEntries(request.School, request.Texts)], standard, request.Language);
        var findings = reading.Findings.ToLookup(each => each.Field, StringComparer.Ordinal);
        var form = ReturnForm.Of(standard, request.School.Type);
        var known = form.Fields.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        return new SchoolForm(
            [.. form.Sections.Select(section => new FormSection(section, [.. section.Fields.Select(field => Field(field, request, findings[field.Id]))]))],
            Figures(Readable(reading, request, standard), standard, request.Year),
            [.. reading.Findings.Where(each => !known.Contains(each.Field)).Select(each => each.Finding)]);
    }

    private static FormField Field(ReturnField field, FormRequest request, IEnumerable<EntryFinding> findings)
    {
        var (text, last) = (request.Texts.GetValueOrDefault(field.Id, ""), request.LastYear.GetValueOrDefault(field.Id, ""));
        return new FormField(
            field,
            text,
            last,
            field.Codes.IsEmpty ? Difference(text, last) : "",
            [.. findings.Where(each => each.Finding.Severity == Severity.Error).Select(each => Named(each.Finding, field, request.Language))],
            [.. findings.Where(each => each.Finding.Severity == Severity.Warning)
                .DistinctBy(Questions.IdOf).Select(each => (Questions.IdOf(each), Named(each.Finding, field, request.Language), request.Explanations.GetValueOrDefault(Questions.IdOf(each), "")))]);
    }

    /// <summary>The reader names a column by its id; whoever fills in the form knows it by its title.</summary>
    private static Finding Named(Finding finding, ReturnField field, Language language) =>
        finding with { Message = finding.Message.Replace(field.Id, field.Title.In(language), StringComparison.Ordinal) };

    private static string Difference(string text, string last)
    {
        if (!Rational.TryParseDecimal(text.Trim().Replace(",", "", StringComparison.Ordinal), out var now) || !Rational.TryParseDecimal(last, out var before))
        {
            return "";
        }

        var difference = now - before;
        return difference.Sign switch { 0 => "0", > 0 => "+" + ExactText.Of(difference), _ => "−" + ExactText.Of(-difference) };
    }

    /// <summary>What can be read: without the fields that have an error.</summary>
    private EntriesReading Readable(EntriesReading reading, FormRequest request, Standard standard)
    {
        var faulty = reading.Findings.Where(each => each.Finding.Severity == Severity.Error).Select(each => each.Field).Where(request.Texts.ContainsKey).ToHashSet(StringComparer.Ordinal);
        return faulty.Count == 0
            ? reading
            : check.Run(request.CountyCode, request.CountyName, request.Year, [new SchoolEntries(request.School, request.Texts.RemoveRange(faulty))], standard, request.Language);
    }

    /// <summary>The figures of the school's stages on the first day of its school year.</summary>
    private static ImmutableArray<FigureTrace> Figures(EntriesReading reading, Standard standard, int year)
    {
        if (reading.Reading.Table is not { Parts: [{ Count: > 0 }, ..] } table)
        {
            return [];
        }

        var result = AssessmentResult.Of(table, standard.At(new DateOnly(year, 9, 1)));
        return result.CountyCount == 0
            ? []
            : [.. result.County(0).Units.SelectMany(unit => Enumerable.Range(0, standard.Indicators.Length).Select(indicator => FigureTracer.Trace(result, unit.Unit, indicator)))];
    }
}

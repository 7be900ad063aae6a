using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Templates;

/// <summary>Reads what a template is pre-filled with and writes the template.</summary>
public interface ITemplateWorkbooks
{
    /// <summary>The rows of a table of the year before: of its latest report year where it has several.</summary>
    /// <param name="input">The table.</param>
    /// <param name="standard">Tells its columns.</param>
    /// <param name="layout">The layout that it must have; null for either.</param>
    /// <param name="language">The language of findings.</param>
    LastYearReading ReadLastYear(InputFile input, Standard standard, TableLayout? layout, Language language);

    /// <summary>Writes a template as xlsx, the same bytes for the same plan.</summary>
    void Write(TemplatePlan plan, Stream target);
}

/// <summary>What came of reading the table of the year before.</summary>
/// <param name="Layout">Its layout.</param>
/// <param name="Rows">Its rows; empty when it cannot be read.</param>
/// <param name="Findings">Why it cannot be read; none when it can.</param>
public sealed record LastYearReading(TableLayout Layout, ImmutableArray<LastYearRow> Rows, ImmutableArray<Finding> Findings);

/// <summary>Which template.</summary>
/// <param name="Standard">Whose columns.</param>
/// <param name="Layout">One row a school, or one a school and stage; null = as in the year before, else one a school.</param>
/// <param name="Types">For schools of these types; empty for all.</param>
/// <param name="LastYear">The table of the year before; null for none.</param>
/// <param name="Language">The language of findings. The template itself is Chinese, as the forms are.</param>
public sealed record TemplateRequest(
    StandardRequest Standard, TableLayout? Layout, ImmutableArray<SchoolType> Types, InputFile? LastYear = null, Language Language = Language.Zh);

/// <summary>What came of it.</summary>
public abstract record TemplateOutcome
{
    private TemplateOutcome()
    {
    }

    /// <summary>The template is written.</summary>
    /// <param name="Plan">What it holds.</param>
    public sealed record Written(TemplatePlan Plan) : TemplateOutcome;

    /// <summary>Nothing is written.</summary>
    /// <param name="Findings">What is wrong with the standard or the table of the year before.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : TemplateOutcome;
}

/// <summary>Use case: write a workbook to be filled in. Filled in, it is read without further ado.</summary>
public sealed class WriteTemplate(IStandardLibrary library, ITemplateWorkbooks workbooks)
{
    /// <summary>Opens the standard, reads the year before and writes the template.</summary>
    public TemplateOutcome Run(TemplateRequest request, Stream target)
    {
        return library.Open(request.Standard, request.Language) switch
        {
            StandardOpening.Opened opened => Run(request, opened.Standard, target),
            StandardOpening.Refused refused => new TemplateOutcome.Refused(refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    private TemplateOutcome Run(TemplateRequest request, Standard standard, Stream target)
    {
        var (layout, rows) = (request.Layout ?? TableLayout.School, ImmutableArray<LastYearRow>.Empty);
        if (request.LastYear is { } given)
        {
            var reading = workbooks.ReadLastYear(given, standard, request.Layout, request.Language);
            if (reading.Findings.Length > 0)
            {
                return new TemplateOutcome.Refused(reading.Findings);
            }

            (layout, rows) = (reading.Layout, [.. reading.Rows.Where(row => IsOf(row, request.Types))]);
        }

        var plan = TemplatePlan.Of(standard, layout, request.Types, rows);
        workbooks.Write(plan, target);
        return new TemplateOutcome.Written(plan);
    }

    /// <summary>A school whose type is not given may be of any.</summary>
    private static bool IsOf(LastYearRow row, ImmutableArray<SchoolType> types) =>
        types.IsEmpty || SchoolTypes.Parse(row["school_type"]) is var type && (type == SchoolType.Unknown || types.Contains(type));
}

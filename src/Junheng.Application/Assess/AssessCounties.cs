using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Assess;

/// <summary>What is to be judged, by which standard, on which day.</summary>
/// <param name="Inputs">Tables of schools; together they form one table.</param>
/// <param name="Standard">The standard with overlays and settings.</param>
/// <param name="Date">The evaluation date.</param>
/// <param name="Items">The items file, or null.</param>
/// <param name="AllowMissing">Whether a column that the standard needs may be absent.</param>
/// <param name="Language">The language of findings.</param>
public sealed record AssessRequest(
    ImmutableArray<InputFile> Inputs, StandardRequest Standard, DateOnly Date, InputFile? Items = null, bool AllowMissing = false, Language Language = Language.Zh)
{
    /// <summary>An exported scenario to lay over the inputs, or null.</summary>
    public InputFile? Scenario { get; init; }

    /// <summary>How annual forms and lists are read.</summary>
    public PaperOptions Papers { get; init; } = PaperOptions.Default;
}

/// <summary>What came of it.</summary>
public abstract record AssessOutcome
{
    private AssessOutcome()
    {
    }

    /// <summary>Something in the inputs or the standard is wrong: all of it, nothing was judged.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : AssessOutcome;

    /// <summary>The counties are judged.</summary>
    /// <param name="Report">The result with everything it rests on.</param>
    public sealed record Assessed(AssessmentReport Report) : AssessOutcome;
}

/// <summary>Use case: judge the counties of some input tables.</summary>
public sealed class AssessCounties(IStandardLibrary library, IStatisticsFiles files)
{
    /// <summary>Opens the standard, reads the inputs and judges every county.</summary>
    public AssessOutcome Run(AssessRequest request)
    {
        files.Prepare(request.Inputs, request.Language);
        return library.Open(request.Standard, request.Language) switch
        {
            StandardOpening.Opened opened => Run(request, opened.Standard),
            StandardOpening.Refused refused => new AssessOutcome.Refused(refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    private AssessOutcome Run(AssessRequest request, Standard standard)
    {
        var reading = files.Read(request.Inputs, standard, new StatisticsReadingOptions(request.AllowMissing, request.Language) { Papers = request.Papers });
        var items = request.Items is { } given ? files.ReadItems(given, standard, request.Language) : new ItemsReading(ItemFigures.None, null, []);
        ImmutableArray<Finding> findings = [.. reading.Findings, .. items.Findings];
        if (reading.Table is not { } table || items.Figures is not { } figures)
        {
            return new AssessOutcome.Refused(findings);
        }

        ImmutableArray<InputSummary> inputs = [.. reading.Inputs, .. items.Input is { } file ? [file] : Array.Empty<InputSummary>()];
        var result = AssessmentResult.Of(table, standard.At(request.Date), figures);
        if (request.Scenario is not { } scenario)
        {
            return new AssessOutcome.Assessed(new AssessmentReport(result, inputs, findings, request.Language));
        }

        var (laid, overlay, problems) = LayScenario.Over(result, scenario, request.Standard, library, request.Language);
        return laid is null
            ? new AssessOutcome.Refused([.. findings, .. problems])
            : new AssessOutcome.Assessed(new AssessmentReport(laid, overlay is null ? inputs : inputs.Add(overlay), findings, request.Language));
    }
}

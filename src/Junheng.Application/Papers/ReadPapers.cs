using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Papers;

/// <summary>Which papers are to be read.</summary>
/// <param name="Inputs">Files, folders and archives.</param>
/// <param name="Standard">The standard whose columns are needed.</param>
/// <param name="Papers">What the person adds.</param>
/// <param name="AllowMissing">Whether a column that the standard needs may be absent.</param>
/// <param name="Language">The language of findings.</param>
public sealed record PapersRequest(ImmutableArray<InputFile> Inputs, StandardRequest Standard, PaperOptions Papers, bool AllowMissing, Language Language);

/// <summary>What came of it.</summary>
public abstract record PapersOutcome
{
    private PapersOutcome()
    {
    }

    /// <summary>The standard cannot be opened.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : PapersOutcome;

    /// <summary>The papers were looked at; the reading says whether they give a table.</summary>
    /// <param name="Reading">What was made of them.</param>
    /// <param name="Standard">The standard.</param>
    public sealed record Looked(StatisticsReading Reading, Standard Standard) : PapersOutcome;
}

/// <summary>Use case: look at papers without storing anything: which column became which item, what is wrong, what is asked.</summary>
public sealed class ReadPapers(IStandardLibrary library, IStatisticsFiles files)
{
    /// <summary>Reads them.</summary>
    public PapersOutcome Run(PapersRequest request) => library.Open(request.Standard, request.Language) switch
    {
        StandardOpening.Opened opened => new PapersOutcome.Looked(
            files.Read(request.Inputs, opened.Standard, new StatisticsReadingOptions(request.AllowMissing, request.Language) { Papers = request.Papers }), opened.Standard),
        StandardOpening.Refused refused => new PapersOutcome.Refused(refused.Findings),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };
}

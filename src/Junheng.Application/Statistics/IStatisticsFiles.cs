using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Assessment.Items;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Statistics;

/// <summary>Reads tables of schools and items files. Everything wrong is collected; nothing is thrown for what a file holds.</summary>
public interface IStatisticsFiles
{
    /// <summary>
    /// Says that inputs will be read soon, so that they can be opened and hashed while something else is waited for. What is found is told when they are read.
    /// </summary>
    void Prepare(IReadOnlyList<InputFile> inputs, Language language)
    {
    }

    /// <summary>Reads the inputs of one call as one table.</summary>
    StatisticsReading Read(IReadOnlyList<InputFile> inputs, Standard standard, StatisticsReadingOptions options);

    /// <summary>Reads an items file against the items of a standard.</summary>
    ItemsReading ReadItems(InputFile input, Standard standard, Language language);
}

/// <summary>A file given by path, or by name and content (an upload, a stored file).</summary>
/// <param name="Name">Path or name.</param>
/// <param name="Content">The content; null = read from the path.</param>
public sealed record InputFile(string Name, byte[]? Content = null);

/// <summary>How inputs are read.</summary>
/// <param name="AllowMissing">Whether a column that the standard needs may be absent: it is then missing everywhere.</param>
/// <param name="Language">The language of findings.</param>
public sealed record StatisticsReadingOptions(bool AllowMissing = false, Language Language = Language.Zh)
{
    /// <summary>How annual forms and lists are read.</summary>
    public PaperOptions Papers { get; init; } = PaperOptions.Default;
}

/// <summary>An input as it was read.</summary>
/// <param name="File">Its name without folder.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex, worked out when asked for.</param>
/// <param name="Rows">Rows with content below the header.</param>
public sealed record InputSummary(string File, Lazy<string> Sha256, int Rows);

/// <summary>What came of reading the inputs.</summary>
/// <param name="Table">The table; null when the inputs are refused.</param>
/// <param name="Inputs">The inputs read, in order.</param>
/// <param name="Findings">Errors, warnings and notes, in the order of the inputs.</param>
public sealed record StatisticsReading(StatisticsTable? Table, ImmutableArray<InputSummary> Inputs, ImmutableArray<Finding> Findings)
{
    /// <summary>What was made of each sheet that is an annual form or a list; empty where all inputs have the public layouts.</summary>
    public ImmutableArray<SheetMapping> Mappings { get; init; } = [];
}

/// <summary>What came of reading an items file.</summary>
/// <param name="Figures">Its lines; null when refused.</param>
/// <param name="Input">The file; null when it could not be read.</param>
/// <param name="Findings">Errors, warnings and notes.</param>
public sealed record ItemsReading(ItemFigures? Figures, InputSummary? Input, ImmutableArray<Finding> Findings);

using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Reads the files that a plan's terms come from. Everything wrong is collected.</summary>
public interface IPlanFiles
{
    /// <summary>The default prices that come with the product: proposals, to be replaced by the county's own.</summary>
    PriceSet DefaultPrices { get; }

    /// <summary>Reads a prices file (YAML or JSON).</summary>
    PriceReading ReadPrices(InputFile input, ColumnCatalogue columns, Language language);

    /// <summary>Reads a caps file (<c>max_add</c>) or a locks file (<c>min_add</c>).</summary>
    BoundsReading ReadBounds(InputFile input, string amountColumn, ColumnCatalogue columns, Language language);
}

/// <summary>What came of reading a prices file.</summary>
/// <param name="Prices">The prices; null when refused.</param>
/// <param name="Findings">What was found.</param>
public sealed record PriceReading(PriceSet? Prices, ImmutableArray<Finding> Findings);

/// <summary>What came of reading a caps or locks file.</summary>
/// <param name="Bounds">The rows; null when refused.</param>
/// <param name="Findings">What was found.</param>
public sealed record BoundsReading(ImmutableArray<AddBound>? Bounds, ImmutableArray<Finding> Findings);

/// <summary>Writes plans as papers.</summary>
public interface IPlanPapers
{
    /// <summary>The workbook.</summary>
    void Workbook(PlanReport report, Stream stream);

    /// <summary>The Word document.</summary>
    void Document(PlanReport report, Stream stream);
}

using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;

namespace Junheng.Application.Import;

/// <summary>What is to be imported.</summary>
/// <param name="Tables">Tables of schools, by name and content.</param>
/// <param name="Items">The items file, or null.</param>
/// <param name="ItemsYear">The report year that the items file is about.</param>
/// <param name="Standard">The standard that they are read against.</param>
public sealed record ImportRequest(ImmutableArray<InputFile> Tables, InputFile? Items, int ItemsYear, StandardRequest Standard)
{
    /// <summary>Who imports: a stable id; the installation itself where nobody does.</summary>
    public string Actor { get; init; } = "installation";
}

/// <summary>What came of it.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    /// <summary>Nothing was stored, and all that is wrong.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : ImportOutcome;

    /// <summary>Everything was stored.</summary>
    public sealed record Stored(ImportBatch Batch) : ImportOutcome;
}

/// <summary>Use case: read files and store what they hold: all of it, or with the findings nothing.</summary>
public sealed class ImportFiles(MakeImportBatch make, IImportStore store)
{
    /// <summary>Imports files.</summary>
    public async Task<ImportOutcome> RunAsync(ImportRequest request, CancellationToken cancellation)
    {
        switch (make.Run(request))
        {
            case BatchOutcome.Made made:
                await store.CommitAsync(made.Batch, request.Actor, cancellation);
                return new ImportOutcome.Stored(made.Batch);
            case BatchOutcome.Refused refused:
                return new ImportOutcome.Refused(refused.Findings);
            default:
                throw new InvalidOperationException("A batch is made or refused.");
        }
    }
}

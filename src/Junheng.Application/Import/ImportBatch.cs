using System.Collections.Immutable;
using Junheng.Application.Files;
using Junheng.Assessment.Items;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Import;

/// <summary>Everything that one import changes. It is stored whole or not at all.</summary>
/// <param name="Counties">One entry a county.</param>
/// <param name="Standard">The standard that the files were read against, kept whole.</param>
public sealed record ImportBatch(ImmutableArray<CountyImport> Counties, StandardText Standard);

/// <summary>What an import holds of one county.</summary>
/// <param name="Code">County code.</param>
/// <param name="Name">County name; empty when not given.</param>
/// <param name="Files">The files that its figures come from.</param>
/// <param name="Returns">Its returns.</param>
/// <param name="Items">Its items lines; null without an items file.</param>
/// <param name="Findings">What reading remarked.</param>
public sealed record CountyImport(
    string Code, string Name, ImmutableArray<StoredFile> Files, ImmutableArray<ImportedReturn> Returns, ImportedItems? Items, ImmutableArray<ImportFinding> Findings);

/// <summary>One return: a county's rows of one report year and layout.</summary>
/// <param name="ReportYear">Year Y means 1 September Y; 0 = not given.</param>
/// <param name="FileSha256">The file that it came in.</param>
/// <param name="Part">The rows.</param>
public sealed record ImportedReturn(int ReportYear, string FileSha256, StatisticsPart Part);

/// <summary>A county's lines of an items file.</summary>
/// <param name="ReportYear">The report year that they are about.</param>
/// <param name="FileSha256">The file that they came in.</param>
/// <param name="Lines">The lines in order.</param>
public sealed record ImportedItems(int ReportYear, string FileSha256, ImmutableArray<ItemFigure> Lines);

/// <summary>A finding of reading in both languages.</summary>
/// <param name="FileSha256">The file it is about.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Place">File, sheet and cell.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record ImportFinding(string FileSha256, string Rule, Severity Severity, Origin Place, LocalizedText Message, LocalizedText Remedy)
{
    /// <summary>The finding in one language.</summary>
    public Finding In(Language language, string county) => new(Rule, Severity, Place, Message.In(language), Remedy.In(language), county);
}

/// <summary>A standard's definition files, so that an old verdict can be reproduced.</summary>
/// <param name="ContentHash">The hash that results carry.</param>
/// <param name="Id">The standard's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Files">Path below the folder of standards and text, in the order of the hash.</param>
public sealed record StandardText(string ContentHash, string Id, string Version, ImmutableArray<StandardTextFile> Files);

/// <summary>One definition file.</summary>
/// <param name="Path">Relative path with slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record StandardTextFile(string Path, string Text);

/// <summary>Gives the definition files of a standard.</summary>
public interface IStandardTexts
{
    /// <summary>The files of a standard that comes with the product.</summary>
    StandardText Of(Assessment.Standards.Standard standard);
}

/// <summary>Where imports are stored.</summary>
public interface IImportStore
{
    /// <summary>Whether nothing has been imported yet.</summary>
    Task<bool> IsEmptyAsync(CancellationToken cancellation);

    /// <summary>
    /// Stores a batch in one transaction with its entries of the audit: all of it, or after any fault nothing. A return of the same county, year and layout becomes the next
    /// version.
    /// </summary>
    /// <param name="batch">What.</param>
    /// <param name="actor">Who: a stable id.</param>
    /// <param name="cancellation">Gives up.</param>
    Task CommitAsync(ImportBatch batch, string actor, CancellationToken cancellation);
}

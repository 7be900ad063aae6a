using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Columns;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms;

/// <summary>Reads forms of one layout: tells how well a map fits a sheet, and reads sheets by their maps.</summary>
internal interface IFormReader
{
    /// <summary>The layout it reads.</summary>
    FormLayout Layout { get; }

    /// <summary>How well a map fits a sheet.</summary>
    FormMatch Match(SheetGrid sheet, FormMap map);

    /// <summary>
    /// Reads the sheets of one file that have maps of this layout: what they say goes to the context's figures and findings. One mapping a sheet, in their order.
    /// </summary>
    IReadOnlyList<SheetMapping> Read(IReadOnlyList<RecognisedSheet> sheets, FormContext context);
}

/// <summary>How well a map fits a sheet.</summary>
/// <param name="IsMatch">Whether the sheet is such a form.</param>
/// <param name="Weight">Among several matches the heaviest is taken; two alike are a question.</param>
/// <param name="By">What it was told by, e.g. a code in the sheet's name.</param>
/// <param name="Found">Headings of the map that the sheet has.</param>
/// <param name="Lacking">Headings needed for recognising that it lacks.</param>
internal sealed record FormMatch(bool IsMatch, int Weight, LocalizedText By, ImmutableArray<string> Found, ImmutableArray<string> Lacking)
{
    /// <summary>Whether the sheet itself names the form: no map of another layout needs trying.</summary>
    public bool IsCertain { get; init; }
}

/// <summary>A sheet and its map.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Map">The map.</param>
/// <param name="Match">What it was recognised by.</param>
/// <param name="IsOwn">Whether the map is a clerk's own.</param>
internal sealed record RecognisedSheet(SheetGrid Sheet, FormMap Map, FormMatch Match, bool IsOwn);

/// <summary>What readers of forms share in one call.</summary>
/// <param name="Figures">Where observations go.</param>
/// <param name="Columns">The public columns.</param>
/// <param name="CountyCode">The county code that was given for papers without one; null when none.</param>
/// <param name="ReportYear">The report year that was asked for; null = as the papers say.</param>
/// <param name="Language">The language of findings.</param>
/// <param name="WantsDrafts">Whether a map is drafted for every sheet.</param>
internal sealed record FormContext(SchoolFigures Figures, ColumnCatalogue Columns, string? CountyCode, int? ReportYear, Language Language, bool WantsDrafts)
{
    private readonly List<Finding> _findings = [];

    /// <summary>Everything found, in order.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">The rule's id.</param>
    /// <param name="severity">Its weight.</param>
    /// <param name="place">File, sheet and cell.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">How to mend it.</param>
    public void Add(string rule, Severity severity, Origin place, LocalizedText message, LocalizedText remedy) =>
        _findings.Add(new Finding(rule, severity, place, message.In(Language), remedy.In(Language)));

    /// <summary>Adds a finding that is already in words.</summary>
    public void Add(Finding finding) => _findings.Add(finding);
}

using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Counties;

/// <summary>
/// Use case: judge a county on record by a basis. Without a date of its own the date is today, brought into the year that the report is judged for
/// (1 September of the year to 31 August of the next). What was judged is kept by the id of its result, so that a page costs a look-up.
/// </summary>
public sealed class AssessStoredCounty(ICountyReturns returns, IStandardLibrary library, TimeProvider clock)
{
    private const int ResultsKept = 64;
    private readonly RecentlyUsed<(string ResultId, Language Language), CountyOnFile> _kept = new(ResultsKept);

    /// <summary>The county as judged; null when it or the year is not on record.</summary>
    /// <param name="code">County code.</param>
    /// <param name="basis">By what it is judged.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CountyOnFile?> RunAsync(string code, Basis basis, Language language, CancellationToken cancellation) =>
        await returns.FindAsync(code, cancellation) is { } county && ReportDates.YearOf(county.Years, basis) is { } year
            ? await JudgeAsync(county, year, basis, basis.Date, language, cancellation)
            : null;

    /// <summary>The county as judged for each of its report years, oldest first: the year of the basis on its date, the others on that date brought into the year.</summary>
    public async Task<ImmutableArray<CountyOnFile>> YearsAsync(StoredCounty county, Basis basis, Language language, CancellationToken cancellation)
    {
        var judged = ImmutableArray.CreateBuilder<CountyOnFile>();
        var chosen = ReportDates.YearOf(county.Years, basis);
        foreach (var year in county.Years.Reverse())
        {
            judged.Add(await JudgeAsync(county, year, basis, year == chosen ? basis.Date : null, language, cancellation));
        }

        return judged.ToImmutable();
    }

    private async Task<CountyOnFile> JudgeAsync(StoredCounty county, int year, Basis basis, DateOnly? date, Language language, CancellationToken cancellation)
    {
        var standard = library.Open(basis.Standard, language) switch
        {
            StandardOpening.Opened opened => opened.Standard,
            StandardOpening.Refused refused => throw new InvalidOperationException($"The standard is unsound: {refused.Findings[0].Message}"),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
        var inForce = standard.At(date ?? ReportDates.Within(year, basis.Date ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)));
        var items = county.Items.FirstOrDefault(each => each.ReportYear == year);
        var judged = ReportDates.HidesLater(county.Years, year, inForce.Date) ? county with { Returns = [.. county.Returns.Where(each => each.ReportYear <= year)] } : county;
        var inputs = Inputs(judged, items);
        var key = (ResultIds.Of(inForce, inputs), language);
        var kept = _kept.Find(key) ?? _kept.Keep(key, await JudgeAsync(judged, year, inForce, items, inputs, language, cancellation));
        return kept with { Stored = county, Basis = basis with { Year = year } };
    }

    private async Task<CountyOnFile> JudgeAsync(
        StoredCounty county, int year, StandardInForce inForce, StoredItems? items, ImmutableArray<InputSummary> inputs, Language language, CancellationToken cancellation)
    {
        var table = await returns.TableAsync(county, cancellation);
        var figures = items is null ? ItemFigures.None : await returns.ItemsAsync(county, items, cancellation);
        var findings = await returns.FindingsAsync(county, cancellation);
        var result = AssessmentResult.Of(table, inForce, figures);
        var report = new AssessmentReport(result, inputs, [.. findings.Select(finding => finding.In(language, county.Region.Code))], language);
        return new CountyOnFile(county, year, report, result.County(result.IndexOf(CodeIn(table, year) ?? county.Region.Code)));
    }

    /// <summary>The code that the county had in a report year: a county that becomes a district keeps its scope and changes its code.</summary>
    private static string? CodeIn(StatisticsTable table, int year) =>
        table.Parts.FirstOrDefault(part => part.Count > 0 && part.ReportYearOf(0) == year)?.CountyCode[0];

    /// <summary>The files as the command line would name them, so that both give the same id.</summary>
    private static ImmutableArray<InputSummary> Inputs(StoredCounty county, StoredItems? items) =>
    [
        .. county.Returns.GroupBy(each => (each.FileName, each.FileSha256))
            .Select(file => new InputSummary(file.Key.FileName, new Lazy<string>(file.Key.FileSha256), file.Sum(each => each.Rows))),
        .. items is null ? Array.Empty<InputSummary>() : [new InputSummary(items.FileName, new Lazy<string>(items.FileSha256), items.Lines)],
    ];
}

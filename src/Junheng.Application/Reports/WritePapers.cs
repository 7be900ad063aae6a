using Junheng.Application.Assess;
using Junheng.Domain.Text;

namespace Junheng.Application.Reports;

/// <summary>The formats that papers come in.</summary>
public enum PaperFormat
{
    /// <summary>A workbook (xlsx).</summary>
    Workbook = 0,

    /// <summary>The application form in Word (docx).</summary>
    Document = 1,

    /// <summary>The matrix as text (csv).</summary>
    Matrix = 2,
}

/// <summary>Lays papers out. Each method writes a whole file and leaves the stream open; the same papers give the same bytes.</summary>
public interface IPaperFormats
{
    /// <summary>One county's workbook.</summary>
    void Workbook(CountyPapers papers, Stream stream);

    /// <summary>Many counties' overview as a workbook.</summary>
    void Overview(CountiesOverview overview, Stream stream);

    /// <summary>One county's application form in Word.</summary>
    void Form(CountyPapers papers, ApplicationForm form, Stream stream);

    /// <summary>The matrix as CSV.</summary>
    void Matrix(IndicatorMatrix matrix, Stream stream);
}

/// <summary>What comes of asking for a paper.</summary>
public abstract record PaperOutcome
{
    private PaperOutcome()
    {
    }

    /// <summary>It can be written.</summary>
    /// <param name="What">What it is, for people.</param>
    /// <param name="Write">Writes the file.</param>
    public sealed record Ready(LocalizedText What, Action<Stream> Write) : PaperOutcome;

    /// <summary>There is no such paper of this result.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record Refused(LocalizedText Why) : PaperOutcome;
}

/// <summary>Use case: the papers of a result, of one county or as an overview of many. One object serves one result; a county's papers are made once.</summary>
/// <param name="report">The result.</param>
/// <param name="county">The county wanted; null for all.</param>
/// <param name="formats">The formats.</param>
public sealed class WritePapers(AssessmentReport report, string? county, IPaperFormats formats)
{
    private CountyPapers? _papers;

    /// <summary>Makes a paper ready, or says why there is none.</summary>
    public PaperOutcome Run(PaperFormat format)
    {
        var result = report.Result;
        var at = county is not null ? result.IndexOf(county) : result.CountyCount == 1 ? 0 : -1;
        if (county is not null && at < 0)
        {
            return new PaperOutcome.Refused(new($"数据里没有代码为“{county}”的县", $"There is no county '{county}' in the data"));
        }

        return format switch
        {
            PaperFormat.Matrix => new PaperOutcome.Ready(
                new("达标矩阵", "schools × indicators"),
                stream => formats.Matrix(CountyPapers.MatrixOf(report, at >= 0 ? [at] : Enumerable.Range(0, result.CountyCount)), stream)),
            PaperFormat.Document when !CountyPapers.HasForm(result.InForce) => new PaperOutcome.Refused(new(
                $"标准 {result.InForce.Standard.Id} 没有 2017 年的申报表，请改用 xlsx", $"Standard {result.InForce.Standard.Id} has no application form of 2017; ask for xlsx")),
            PaperFormat.Document when at < 0 => new PaperOutcome.Refused(new(
                $"申报表是一个县的，数据里有 {result.CountyCount} 个县：请加 --county 代码", $"The application form is one county's, the data hold {result.CountyCount}: add --county CODE")),
            PaperFormat.Document => new PaperOutcome.Ready(new("申报表", "the application form"), stream => formats.Form(Papers(at), Papers(at).Form!, stream)),
            _ when at < 0 => new PaperOutcome.Ready(
                new($"{result.CountyCount} 个县的总览（一个县的申报表另加 --county 代码）", $"the overview of {result.CountyCount} counties (for one county's form add --county CODE)"),
                stream => formats.Overview(CountiesOverview.Of(report), stream)),
            _ => new PaperOutcome.Ready(
                CountyPapers.HasForm(result.InForce) ? new("申报表、一校一表、矩阵与清单", "the application form, a page a school, matrix and lists") : new("校际均衡情况表与清单", "the balance tables and lists"),
                stream => formats.Workbook(Papers(at), stream)),
        };
    }

    private CountyPapers Papers(int at) => _papers ??= CountyPapers.Of(report, at);
}

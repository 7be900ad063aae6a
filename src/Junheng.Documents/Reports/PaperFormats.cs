using Junheng.Application.Reports;
using Junheng.Documents.Reports.Layouts;
using Junheng.Documents.Reports.Word;

namespace Junheng.Documents.Reports;

/// <summary>Papers as xlsx, docx and csv.</summary>
public sealed class PaperFormats : IPaperFormats
{
    /// <inheritdoc/>
    public void Workbook(CountyPapers papers, Stream stream) => ReportWorkbook.Write(stream, [.. Sheets(papers)], Footer(papers.Basis));

    /// <inheritdoc/>
    public void Overview(CountiesOverview overview, Stream stream) =>
        ReportWorkbook.Write(stream, [OverviewSheet.Of(overview), ListSheets.Basis(overview.Basis, [])], Footer(overview.Basis));

    /// <inheritdoc/>
    public void Form(CountyPapers papers, ApplicationForm form, Stream stream) => FormDocument.Write(papers, form, stream);

    /// <inheritdoc/>
    public void Matrix(IndicatorMatrix matrix, Stream stream) => MatrixCsv.Write(matrix, stream);

    private static string Footer(PaperBasis basis) => $"结果编号 {basis.ResultId}";

    private static IEnumerable<ReportSheet> Sheets(CountyPapers papers)
    {
        yield return CoverSheet.Of(papers);
        if (papers.Form is { } form)
        {
            yield return BasicFactsSheet.Of(papers, form);
            yield return MeetingSheet.Of(papers, form);
            foreach (var stage in form.Stages)
            {
                yield return SchoolListSheet.Of(papers, form, stage);
            }

            yield return BalanceSheet.Of(papers);
            yield return ItemsSheet.Of(papers, "表Ⅳ", "政府保障程度", form.Government);
            yield return ItemsSheet.Of(papers, "表Ⅴ", "教育质量", form.Quality);
            yield return RecognitionSheet.Of(papers, form.Recognition);
        }
        else
        {
            yield return BalanceSheet.Of(papers);
        }

        foreach (var pages in SchoolPagesSheet.Of(papers))
        {
            yield return pages;
        }

        yield return MatrixSheet.Of(papers);
        yield return ListSheets.Problems(papers);
        yield return ListSheets.Details(papers);
        yield return ListSheets.Blanks(papers);
        yield return ListSheets.Basis(papers.Basis, papers.Excluded);
    }
}

using Junheng.Application.Reports;
namespace Junheng.Documents.Reports.Word;
internal static class FormDocument
{
    public static void Write(CountyPapers papers, ApplicationForm form, Stream stream) => stream.WriteByte((byte)(papers.Code.Length + form.Stages.Length));
}

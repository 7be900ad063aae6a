using System.Globalization;
using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of the papers that <c>assess --out</c> writes.</summary>
internal static class ReportTexts
{
    public static LocalizedText Out { get; } = new(
        "写出材料：.xlsx 为申报表、一校一表、矩阵、清单（多个县时为总览），.docx 为申报表，.csv 为矩阵",
        "write papers: .xlsx the application form, a page a school, matrix and lists (of several counties: an overview), .docx the form, .csv the matrix");

    public static LocalizedText County { get; } = new("多个县时，只写这个县的材料", "of several counties, write the papers of this one");

    public static LocalizedText ExamplePapers { get; } = new("写出申报表（Excel 和 Word）", "write the application form as a workbook and in Word");

    public static LocalizedText UnknownEnding { get; } = new("--out 的文件要以 .xlsx、.docx 或 .csv 结尾，不能是“{0}”", "--out ends in .xlsx, .docx or .csv, not '{0}'");

    public static LocalizedText OverOther { get; } = new("--out 不能写到输入文件或另一个输出文件 {0} 上", "--out must not overwrite an input or another output: {0}");

    public static LocalizedText CountyWithoutOut { get; } = new("--county 要和 --out 一起用", "--county goes with --out");

    public static LocalizedText WrittenPaper { get; } = new("已写入 {0}：{1}", "Written: {0}: {1}");

    /// <summary>A text with its one blank filled in.</summary>
    public static string Fill(this string text, string blank) => string.Format(CultureInfo.InvariantCulture, text, blank);
}

using System.Globalization;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tables;

/// <summary>Every finding about a file as a whole, in one language. Rule ids are public and stable.</summary>
internal sealed class FileFindings(string file, Language language)
{
    /// <summary>The rule of a file without any content in its first sheet.</summary>
    public const string NoHeaderRule = "file.no-header";

    public Finding NotFound() => Error(
        "file.not-found",
        new("找不到文件。", "The file does not exist."),
        new("检查文件名和所在文件夹是否正确。", "Check the file's name and folder."));

    public Finding Unreadable(string reason) => Error(
        "file.unreadable",
        new($"文件无法读取:{reason}", $"The file cannot be read: {reason}"),
        new("检查它是不是文件夹、是否有读取权限、是否正被其他程序占用。", "Check that it is a file and not a folder, that you may read it, and that no other program holds it."));

    public Finding Empty() => Error(
        "file.empty",
        new("文件是空的(0 字节)。", "The file is empty (0 bytes)."),
        new("重新导出或重新上传该文件。", "Export or upload the file again."));

    public Finding TooLarge(long bytes, long limit) => Error(
        "file.too-large",
        new($"文件有 {Megabytes(bytes)} MB,超过上限 {Megabytes(limit)} MB。", $"The file has {Megabytes(bytes)} MB; the limit is {Megabytes(limit)} MB."),
        new("按县或学段拆成几个文件。", "Split it by county or stage."));

    public Finding ZipBomb(string reason) => Error(
        "file.zip-bomb",
        new($"工作簿解压后异常庞大,已拒绝打开({reason})。", $"The workbook unpacks to an abnormal size and was not opened ({reason})."),
        new("在 Excel 或 WPS 中另存为新的工作簿;仍不行时另存为 CSV。", "Save it as a new workbook in Excel or WPS, or as CSV."));

    public Finding Encrypted() => Error(
        "file.encrypted",
        new("工作簿设有打开密码。", "The workbook is protected by a password."),
        new("在 Excel 或 WPS 中取消打开密码后重新保存。", "Remove the password in Excel or WPS and save it again."));

    public Finding Macros() => Error(
        "file.macros",
        new("工作簿带有宏(VBA),为安全起见不打开。", "The workbook holds macros (VBA) and was not opened for safety."),
        new("在 Excel 或 WPS 中另存为不带宏的 .xlsx。", "Save it as .xlsx without macros in Excel or WPS."));

    public Finding ExternalLinks() => new(
        "file.external-links",
        Severity.Warning,
        new Origin(file),
        new LocalizedText("工作簿的公式引用了其他文件;按其中保存的数值读取,不会打开那些文件。", "Formulas of the workbook refer to other files; the values saved in it are read, those files are not opened.").In(language),
        new LocalizedText("核对引用的数值是否最新,或改为直接填写数值。", "Check that these values are current, or write them as plain values.").In(language));

    public Finding Truncated() => Error(
        "file.truncated",
        new("文件不完整:末尾缺失,可能没有传完。", "The file is incomplete: its end is missing, probably a broken transfer."),
        new("重新复制或重新上传该文件。", "Copy or upload the file again."));

    public Finding Corrupt(string reason) => Error(
        "file.corrupt",
        new($"工作簿已损坏:{reason}", $"The workbook is damaged: {reason}"),
        new("在 Excel 或 WPS 中打开并另存为新的工作簿。", "Open it in Excel or WPS and save it as a new workbook."));

    public Finding CorruptArchive(string reason) => Error(
        "file.corrupt",
        new($"压缩包已损坏或不完整:{reason}", $"The archive is damaged or incomplete: {reason}"),
        new("重新压缩,再复制或上传一次。", "Pack it again, and copy or upload it once more."));

    /// <summary>A document type in a workbook's XML: no program writes one, and entities in it may grow without end.</summary>
    public Finding DocumentType() => Error(
        "file.corrupt",
        new("工作簿的 XML 带有文档类型声明(DTD),Excel 和 WPS 不会写出,可能有害,已拒绝打开。", "The workbook's XML declares a document type (DTD), which Excel and WPS never write; it may be harmful and was not opened."),
        new("向来源核实;在 Excel 或 WPS 中打开并另存为新的工作簿。", "Ask where it comes from; open it in Excel or WPS and save it as a new workbook."));

    public Finding Encoding(int line) => Error(
        "file.encoding",
        new(
            $"无法识别文字编码:第 {line} 行既不是 UTF-8 也不是 GB18030(GBK)文字。",
            $"The text encoding is not recognised: line {line} is neither UTF-8 nor GB18030 (GBK)."),
        new("用 Excel 另存为“CSV UTF-8”或 xlsx。", "Save it as \"CSV UTF-8\" or xlsx."));

    public Finding NotATable(LocalizedText kind) => Error(
        "file.not-a-table",
        new($"不是数据表:这是{kind.Zh}。", $"Not a table: this is {kind.En}."),
        new("提供 CSV、xlsx 或 xls 数据表;如扩展名为 xls,请用 Excel 打开后另存为 xlsx。", "Give a CSV, xlsx or xls table; if it is named .xls, open it in Excel and save it as xlsx."));

    public Finding NoHeader() => Error(
        NoHeaderRule,
        new("没有表头:找不到任何有内容的行。", "There is no header: no row has any content."),
        new("第一行应为各列的名称;可从模板开始填写。", "The first row names the columns; start from a template."));

    public Finding NoSheet() => Error(
        "table.no-sheet",
        new("工作簿中没有工作表。", "The workbook has no sheet."),
        new("把数据放在第一个工作表中。", "Put the data in the first sheet."));

    public Finding TooManyRows(int limit) => Error(
        "table.too-many-rows",
        new($"行数超过上限 {limit}。", $"There are more than {limit} rows."),
        new("删除多余的空行,或按县拆成几个文件。", "Delete superfluous empty rows, or split the file by county."));

    public Finding TooManyColumns(int limit) => Error(
        "table.too-many-columns",
        new($"列数超过上限 {limit}。", $"There are more than {limit} columns."),
        new("只保留需要的列。", "Keep only the columns needed."));

    public Finding UnclosedQuote(int row) => Error(
        "table.unclosed-quote",
        new($"第 {row} 行有一个引号没有结束,其后的内容无法分辨。", $"A quotation mark opened in row {row} never closes, so what follows cannot be told apart."),
        new("补上或删除这个引号(\")。", "Close or delete that quotation mark (\")."),
        row);

    public Finding DecodedFrom(string encoding) => Note(
        "file.encoding-note",
        new($"文件按 {encoding} 编码读取。", $"The file was read as {encoding}."),
        new("如有乱码,请另存为“CSV UTF-8”。", "If characters look wrong, save it as \"CSV UTF-8\"."));

    public Finding OtherSeparator(char separator)
    {
        var (zh, en) = separator == '\t' ? ("制表符", "tabs") : ("分号", "semicolons");
        return Note(
            "file.separator",
            new($"各列以{zh}分隔。", $"The columns are separated by {en}."),
            new("无需处理。", "Nothing to do."));
    }

    public Finding OtherSheets(int count, string first) => Note(
        "table.other-sheets",
        new($"工作簿有 {count} 个工作表,只读取第一个“{first}”。", $"The workbook has {count} sheets; only the first, \"{first}\", is read."),
        new("确认数据在第一个工作表中。", "Make sure the data is in the first sheet."));

    public Finding HiddenSheets(IEnumerable<string?> names)
    {
        var list = string.Join(", ", names);
        return Note(
            "table.hidden-sheets",
            new($"有隐藏的工作表:{list}。", $"There are hidden sheets: {list}."),
            new("确认其中没有需要的数据。", "Make sure they hold nothing that is needed."));
    }

    public Finding HiddenFirstSheet(string name) => new(
        "table.hidden-first-sheet",
        Severity.Warning,
        new Origin(file, name),
        new LocalizedText($"读取的第一个工作表“{name}”是隐藏的。", $"The first sheet, \"{name}\", which is read, is hidden.").In(language),
        new LocalizedText("确认这就是要提交的数据。", "Make sure that this is the data meant.").In(language));

    private static string Megabytes(long bytes) => (bytes / 1048576d).ToString("0.#", CultureInfo.InvariantCulture);

    private Finding Error(string rule, LocalizedText message, LocalizedText remedy, int? row = null) =>
        new(rule, Severity.Error, new Origin(file, null, row is { } at ? Origin.CellName(at, 0) : null), message.In(language), remedy.In(language));

    private Finding Note(string rule, LocalizedText message, LocalizedText remedy) =>
        new(rule, Severity.Note, new Origin(file), message.In(language), remedy.In(language));
}

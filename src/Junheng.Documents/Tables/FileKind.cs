using System.Text;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tables;

/// <summary>What a file is, judged by its first bytes and never by its name.</summary>
internal static class FileKind
{
    private const int SearchedBytes = 1024;

    public static LocalizedText Binary { get; } = new("二进制文件", "a binary file");

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <summary>An OLE compound file: an old workbook, or an encrypted new one.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The kind of a file that is certainly no table; null when it may be one.</summary>
    public static LocalizedText? ForeignKind(ReadOnlySpan<byte> bytes)
    {
        var text = CsvCells.TrimBlanks(bytes[..Math.Min(bytes.Length, SearchedBytes)]);
        return bytes.StartsWith("%PDF"u8) ? new("PDF 文件", "a PDF document")
            : IsPicture(bytes) ? new("图片或影音文件", "a picture or recording")
            : IsArchive(bytes) ? new("压缩包", "an archive")
            : bytes.StartsWith("{\\rtf"u8) ? new("文字文档", "a text document")
            : bytes.StartsWith("SQLite format 3"u8) ? new("数据库文件", "a database")
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F']) ? new("程序", "a program")
            : IsHtml(text) ? new("网页(HTML),只是改名为表格", "a web page (HTML) under the name of a table")
            : StartsWithTag(text, "<?xml"u8) ? new("XML 文件", "an XML file")
            : null;
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith("GIF8"u8) || bytes.StartsWith("RIFF"u8);

    private static bool IsArchive(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || bytes.StartsWith("Rar!"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]);

    private static bool IsHtml(ReadOnlySpan<byte> text) =>
        StartsWithTag(text, "<!doctype"u8) || StartsWithTag(text, "<html"u8) || StartsWithTag(text, "<table"u8) || StartsWithTag(text, "<meta"u8);

    private static bool StartsWithTag(ReadOnlySpan<byte> text, ReadOnlySpan<byte> tag) =>
        text.Length >= tag.Length && Ascii.EqualsIgnoreCase(text[..tag.Length], tag);
}

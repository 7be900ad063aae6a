using System.Buffers;
using System.IO.Compression;
using System.Xml;

namespace Junheng.Documents.Tables;

/// <summary>
/// The cells of a sheet that hold an error such as <c>#DIV/0!</c>. The workbook reader gives such cells as blank, and a blank is
/// missing while an error is a fault of the table, so they are looked up in the sheet's XML itself.
/// </summary>
internal static class FormulaErrors
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Address (e.g. <c>C5</c>) → error text. Sheets without any error cost only their unpacking.</summary>
    /// <param name="workbook">The xlsx.</param>
    /// <param name="sheetPart">The sheet's part; null for an xls, whose errors cannot be told from blanks.</param>
    /// <param name="limit">How many to keep.</param>
    public static Dictionary<string, string> Of(byte[] workbook, string? sheetPart, int limit)
    {
        var errors = new Dictionary<string, string>();
        if (sheetPart is null)
        {
            return errors;
        }

        using var package = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        if (package.GetEntry(sheetPart) is not { } part || !MayHaveErrors(part))
        {
            return errors;
        }

        using var xml = XmlReader.Create(part.Open(), WorkbookPackage.XmlSettings);
        while (errors.Count < limit && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" } && xml.GetAttribute("t") == "e" && xml.GetAttribute("r") is { } address)
            {
                errors[address] = ErrorText(xml.ReadSubtree());
            }
        }

        return errors;
    }

    private static string ErrorText(XmlReader cell)
    {
        using (cell)
        {
            return cell.ReadToDescendant("v", "http://schemas.openxmlformats.org/spreadsheetml/2006/main") ? cell.ReadElementContentAsString() : "#ERROR";
        }
    }

    /// <summary>Looks for the attribute's bytes, across the seams of the buffer.</summary>
    private static bool MayHaveErrors(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var kept = 0;
            for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
            {
                var filled = buffer.AsSpan(0, kept + read);
                if (filled.IndexOf("t=\"e\""u8) >= 0 || filled.IndexOf("t='e'"u8) >= 0)
                {
                    return true;
                }

                kept = Math.Min(4, filled.Length);
                filled[^kept..].CopyTo(buffer);
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

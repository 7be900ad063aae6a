using System.Text;

namespace Junheng.Documents.Tests.Tables;

/// <summary>The smallest workbook of Excel 97–2003 (BIFF8 in a compound file): one sheet of texts and numbers.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;
    private const int StreamSectors = 8;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint AllocationTable = 0xFFFFFFFD;

    public static byte[] Of(string sheet, params object?[][] rows)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.Unicode);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[6]]);
        foreach (var word in new uint[] { 0, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0 })
        {
            writer.Write(word);
        }

        Fill(writer, file, Sector, Free);
        writer.Write(AllocationTable);
        writer.Write(EndOfChain);
        for (var sector = 2u; sector < StreamSectors + 1; sector++)
        {
            writer.Write(sector + 1);
        }

        writer.Write(EndOfChain);
        Fill(writer, file, 2 * Sector, Free);
        WriteEntry(writer, "Root Entry", 5, 1, EndOfChain, 0);
        WriteEntry(writer, "Workbook", 2, Free, 2, StreamSectors * Sector);
        writer.Write(new byte[256]);
        var stream = Stream(sheet, rows);
        writer.Write(stream);
        writer.Write(new byte[(StreamSectors * Sector) - stream.Length]);
        return file.ToArray();
    }

    private static void Fill(BinaryWriter writer, MemoryStream file, int end, uint word)
    {
        while (file.Position < end)
        {
            writer.Write(word);
        }
    }

    private static void WriteEntry(BinaryWriter writer, string name, byte type, uint child, uint start, int size)
    {
        var text = new byte[64];
        Encoding.Unicode.GetBytes(name).CopyTo(text, 0);
        writer.Write(text);
        writer.Write((ushort)((name.Length + 1) * 2));
        writer.Write([type, 1]);
        writer.Write(Free);
        writer.Write(Free);
        writer.Write(child);
        writer.Write(new byte[36]);
        writer.Write(start);
        writer.Write((long)size);
    }

    private static byte[] Stream(string sheet, object?[][] rows)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        Record(writer, 0x809, body => body.Write([0, 6, 5, 0, .. new byte[12]]));
        Record(writer, 0x42, body => body.Write((ushort)1200));
        var sheetAt = (int)stream.Position + 4 + 8 + (sheet.Length * 2) + 4;
        Record(writer, 0x85, body =>
        {
            body.Write(sheetAt);
            body.Write([0, 0, (byte)sheet.Length, 1]);
            body.Write(Encoding.Unicode.GetBytes(sheet));
        });
        Record(writer, 0x0A, _ => { });
        Record(writer, 0x809, body => body.Write([0, 6, 0x10, 0, .. new byte[12]]));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                WriteCell(writer, row, column, rows[row][column]);
            }
        }

        Record(writer, 0x0A, _ => { });
        return stream.ToArray();
    }

    private static void WriteCell(BinaryWriter writer, int row, int column, object? cell)
    {
        if (cell is null)
        {
            return;
        }

        Record(writer, (ushort)(cell is string ? 0x204 : 0x203), body =>
        {
            body.Write((ushort)row);
            body.Write((ushort)column);
            body.Write((ushort)0);
            if (cell is string text)
            {
                body.Write((ushort)text.Length);
                body.Write((byte)1);
                body.Write(Encoding.Unicode.GetBytes(text));
            }
            else
            {
                body.Write((double)cell);
            }
        });
    }

    private static void Record(BinaryWriter writer, ushort id, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using var bodyWriter = new BinaryWriter(body, Encoding.Unicode);
        write(bodyWriter);
        writer.Write(id);
        writer.Write((ushort)body.Length);
        writer.Write(body.ToArray());
    }
}

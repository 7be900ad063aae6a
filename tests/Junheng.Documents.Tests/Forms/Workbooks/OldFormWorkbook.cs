using System.Globalization;
using System.Text;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Writes workbooks of Excel 97–2003 (BIFF8 in a compound file): sheets of texts and numbers with merged cells.</summary>
internal static class OldFormWorkbook
{
    private const int Sector = 512;
    private const int EntriesOfSector = Sector / 4;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint AllocationTable = 0xFFFFFFFD;

    public static byte[] Of(IReadOnlyList<SheetDraft> sheets)
    {
        var stream = Stream(sheets);
        var streamSectors = Math.Max(8, (stream.Length + Sector - 1) / Sector);
        var tableSectors = 1;
        while (tableSectors * EntriesOfSector < streamSectors + 1 + tableSectors)
        {
            tableSectors++;
        }

        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file, Encoding.Unicode);
        writer.Write([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[6]]);
        foreach (var word in new uint[] { 0, (uint)tableSectors, (uint)tableSectors, 0, 4096, EndOfChain, 0, EndOfChain, 0 })
        {
            writer.Write(word);
        }

        for (var sector = 0u; sector < tableSectors; sector++)
        {
            writer.Write(sector);
        }

        Fill(writer, file, Sector);
        for (var sector = 0; sector < tableSectors; sector++)
        {
            writer.Write(AllocationTable);
        }

        writer.Write(EndOfChain);
        var first = tableSectors + 1;
        for (var sector = first; sector < first + streamSectors - 1; sector++)
        {
            writer.Write((uint)sector + 1);
        }

        writer.Write(EndOfChain);
        Fill(writer, file, (tableSectors + 1) * Sector);
        WriteEntry(writer, "Root Entry", 5, 1, EndOfChain, 0);
        WriteEntry(writer, "Workbook", 2, Free, (uint)first, streamSectors * Sector);
        writer.Write(new byte[256]);
        writer.Write(stream);
        writer.Write(new byte[(streamSectors * Sector) - stream.Length]);
        return file.ToArray();
    }

    private static void Fill(BinaryWriter writer, MemoryStream file, int end)
    {
        while (file.Position < end)
        {
            writer.Write(Free);
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

    private static byte[] Stream(IReadOnlyList<SheetDraft> sheets)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        Record(writer, 0x809, body => body.Write([0, 6, 5, 0, .. new byte[12]]));
        Record(writer, 0x42, body => body.Write((ushort)1200));
        var bodies = sheets.Select(Sheet).ToArray();
        var at = (int)stream.Position + 4 + sheets.Sum(sheet => 12 + (sheet.Name.Length * 2));
        for (var i = 0; i < sheets.Count; i++)
        {
            var (sheet, start) = (sheets[i], at);
            Record(writer, 0x85, body =>
            {
                body.Write(start);
                body.Write([sheet.IsHidden ? (byte)1 : (byte)0, 0, (byte)sheet.Name.Length, 1]);
                body.Write(Encoding.Unicode.GetBytes(sheet.Name));
            });
            at += bodies[i].Length;
        }

        Record(writer, 0x0A, _ => { });
        foreach (var body in bodies)
        {
            writer.Write(body);
        }

        return stream.ToArray();
    }

    private static byte[] Sheet(SheetDraft sheet)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.Unicode);
        Record(writer, 0x809, body => body.Write([0, 6, 0x10, 0, .. new byte[12]]));
        Record(writer, 0x200, body =>
        {
            body.Write(0);
            body.Write(sheet.LastRow);
            body.Write((ushort)0);
            body.Write((ushort)sheet.LastColumn);
            body.Write((ushort)0);
        });
        foreach (var ((row, column), value) in sheet.Cells.OrderBy(cell => cell.Key))
        {
            WriteCell(writer, row - 1, column - 1, value);
        }

        if (sheet.Merges.Count > 0)
        {
            Record(writer, 0xE5, body =>
            {
                body.Write((ushort)sheet.Merges.Count);
                foreach (var (row, column, lastRow, lastColumn) in sheet.Merges)
                {
                    body.Write((ushort)(row - 1));
                    body.Write((ushort)(lastRow - 1));
                    body.Write((ushort)(column - 1));
                    body.Write((ushort)(lastColumn - 1));
                }
            });
        }

        Record(writer, 0x0A, _ => { });
        return stream.ToArray();
    }

    private static void WriteCell(BinaryWriter writer, int row, int column, object value) => Record(writer, (ushort)(value is string ? 0x204 : 0x203), body =>
    {
        body.Write((ushort)row);
        body.Write((ushort)column);
        body.Write((ushort)0);
        if (value is string text)
        {
            body.Write((ushort)text.Length);
            body.Write((byte)1);
            body.Write(Encoding.Unicode.GetBytes(text));
        }
        else
        {
            body.Write(Convert.ToDouble(value, CultureInfo.InvariantCulture));
        }
    });

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

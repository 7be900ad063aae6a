using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Text;
using Junheng.Application.Import;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Storage.Returns;

/// <summary>
/// A statistics part as one run of bytes, column by column, little-endian. The same part gives the same bytes on any machine, so that their hash names the
/// figures; reading gives every value, presence bit, exact decimal text and cell position back.
/// </summary>
public static class StatisticsBlob
{
    private const uint Magic = 0x3150484A; // "JHP1": every cell stands in the one sheet, by row and column
    private const uint MagicWithPlaces = 0x3250484A; // "JHP2": the places of cells gathered from several sheets follow the figures

    /// <summary>The bytes of a part.</summary>
    public static byte[] Write(StatisticsPart part)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(part.Places is null ? Magic : MagicWithPlaces);
        writer.Write((byte)part.Layout);
        writer.Write(part.Count);
        writer.Write(part.File);
        WriteOptional(writer, part.Sheet, writer.Write);
        WriteAll(writer, part.SourceRows, writer.Write);
        WritePositions(writer, part.SourceColumns);
        foreach (var column in new[] { part.CountyCode, part.SchoolCode, part.CountyName, part.SchoolName, part.Township, part.ParentSchoolCode })
        {
            WriteOptional(writer, column, texts => WriteTexts(writer, texts));
        }

        WriteOptional(writer, part.Stages, codes => WriteAll(writer, codes, code => writer.Write((byte)code)));
        WriteOptional(writer, part.SchoolTypes, codes => WriteAll(writer, codes, code => writer.Write((byte)code)));
        WriteOptional(writer, part.OrganiserTypes, codes => WriteAll(writer, codes, writer.Write));
        WriteOptional(writer, part.Locales, codes => WriteAll(writer, codes, code => writer.Write((byte)code)));
        WriteOptional(writer, part.ReportYears, years => WriteAll(writer, years, writer.Write));
        writer.Write(part.Figures.Count);
        foreach (var (id, column) in part.Figures.OrderBy(figure => figure.Key, StringComparer.Ordinal))
        {
            writer.Write(id);
            WriteNumbers(writer, column);
        }

        if (part.Places is { } places)
        {
            PlacesBlob.Write(writer, places);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The part of the bytes.</summary>
    /// <exception cref="InvalidDataException">They are no part.</exception>
    public static StatisticsPart Read(byte[] blob)
    {
        var magic = blob.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(blob);
        if (magic is not Magic and not MagicWithPlaces)
        {
            throw new InvalidDataException("Not a stored statistics part.");
        }

        using var reader = new BinaryReader(new MemoryStream(blob), Encoding.UTF8);
        reader.ReadUInt32();
        var layout = (TableLayout)reader.ReadByte();
        var count = reader.ReadInt32();
        var file = reader.ReadString();
        var sheet = Optional(reader, reader.ReadString);
        var rows = ReadAll(count, reader.ReadInt32);
        var positions = ReadPositions(reader);
        TextColumn? Texts() => Optional(reader, () => ReadTexts(reader, count));
        var (county, school) = (Texts(), Texts());
        return new StatisticsPart
        {
            Layout = layout,
            File = file,
            Sheet = sheet,
            SourceRows = rows,
            SourceColumns = positions,
            CountyCode = county ?? throw new InvalidDataException("A stored part has county codes."),
            SchoolCode = school ?? throw new InvalidDataException("A stored part has school codes."),
            CountyName = Texts(),
            SchoolName = Texts(),
            Township = Texts(),
            ParentSchoolCode = Texts(),
            Stages = Optional(reader, () => ReadAll(count, () => (Stage)reader.ReadByte())),
            SchoolTypes = Optional(reader, () => ReadAll(count, () => (SchoolType)reader.ReadByte())),
            OrganiserTypes = Optional(reader, () => ReadAll(count, reader.ReadByte)),
            Locales = Optional(reader, () => ReadAll(count, () => (Locale)reader.ReadByte())),
            ReportYears = Optional(reader, () => ReadAll(count, reader.ReadInt32)),
            Figures = ReadFigures(reader, count),
            Places = magic == MagicWithPlaces ? PlacesBlob.Read(reader, count) : null,
        };
    }

    private static void WriteOptional<T>(BinaryWriter writer, T? value, Action<T> write)
        where T : class
    {
        writer.Write(value is not null);
        if (value is not null)
        {
            write(value);
        }
    }

    private static T? Optional<T>(BinaryReader reader, Func<T> read)
        where T : class => reader.ReadBoolean() ? read() : null;

    private static void WriteAll<T>(BinaryWriter writer, T[] values, Action<T> write)
    {
        foreach (var value in values)
        {
            write(value);
        }

        writer.Flush();
    }

    private static T[] ReadAll<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (var row = 0; row < count; row++)
        {
            values[row] = read();
        }

        return values;
    }

    private static void WritePositions(BinaryWriter writer, FrozenDictionary<string, int> positions)
    {
        writer.Write(positions.Count);
        foreach (var (id, position) in positions.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            writer.Write(id);
            writer.Write(position);
        }
    }

    private static FrozenDictionary<string, int> ReadPositions(BinaryReader reader)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            positions[reader.ReadString()] = reader.ReadInt32();
        }

        return positions.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void WriteTexts(BinaryWriter writer, TextColumn texts)
    {
        for (var row = 0; row < texts.Count; row++)
        {
            var utf8 = texts.Utf8(row);
            writer.Write7BitEncodedInt(utf8.Length);
            writer.Write(utf8);
        }
    }

    private static TextColumn ReadTexts(BinaryReader reader, int count)
    {
        var (starts, lengths) = (new int[count], new int[count]);
        using var buffer = new MemoryStream();
        for (var row = 0; row < count; row++)
        {
            lengths[row] = reader.Read7BitEncodedInt();
            starts[row] = (int)buffer.Position;
            buffer.Write(reader.ReadBytes(lengths[row]));
        }

        return new TextColumn(buffer.ToArray(), starts, lengths);
    }

    private static void WriteNumbers(BinaryWriter writer, NumberColumn column)
    {
        var exact = new List<(int Row, string Text)>();
        for (var row = 0; row < column.Count; row++)
        {
            writer.Write(column.IsPresent(row));
            writer.Write(column.IsPresent(row) ? column.Values[row] : 0);
            if (PartRows.ExactText(column, row) is { } text)
            {
                exact.Add((row, text));
            }
        }

        writer.Write(exact.Count);
        foreach (var (row, text) in exact)
        {
            writer.Write(row);
            writer.Write(text);
        }
    }

    private static FrozenDictionary<string, NumberColumn> ReadFigures(BinaryReader reader, int count)
    {
        var figures = new Dictionary<string, NumberColumn>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var id = reader.ReadString();
            figures[id] = ReadNumbers(reader, count);
        }

        return figures.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static NumberColumn ReadNumbers(BinaryReader reader, int count)
    {
        var (values, present) = (new double[count], new PresenceBits(count));
        for (var row = 0; row < count; row++)
        {
            if (reader.ReadBoolean())
            {
                present.Set(row);
            }

            values[row] = reader.ReadDouble();
        }

        var exact = new Dictionary<int, string>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var row = reader.ReadInt32();
            exact[row] = reader.ReadString();
        }

        return new NumberColumn(values, present, exact.Count == 0 ? null : exact.ToFrozenDictionary());
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Junheng.Storage.Backup;

/// <summary>
/// A row as bytes, the same from every database: each value after a byte that says whether it is there; numbers big-endian, texts and bytes after their length.
/// </summary>
internal static class CanonicalRow
{
    /// <summary>Writes the row that a reader stands on.</summary>
    public static void Write(DbDataReader row, TableSchema table, ArrayBufferWriter<byte> to)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (row.IsDBNull(column))
            {
                Byte(to, 0);
                continue;
            }

            Byte(to, 1);
            switch (table.Columns[column].Kind)
            {
                case ColumnKind.Integer:
                    Number(to, Convert.ToInt64(row.GetValue(column), CultureInfo.InvariantCulture));
                    break;
                case ColumnKind.Text:
                    Bytes(to, Encoding.UTF8.GetBytes(row.GetString(column)));
                    break;
                case ColumnKind.Bytes:
                    Bytes(to, row.GetFieldValue<byte[]>(column));
                    break;
                case ColumnKind.Time:
                    Number(to, row.GetFieldValue<DateTimeOffset>(column).UtcTicks / TimeSpan.TicksPerMicrosecond);
                    break;
                case ColumnKind.Day:
                    Number(to, row.GetFieldValue<DateOnly>(column).DayNumber);
                    break;
                case ColumnKind.Flag:
                    Byte(to, row.GetBoolean(column) ? (byte)1 : (byte)0);
                    break;
                case ColumnKind.Real:
                    Number(to, BitConverter.DoubleToInt64Bits(row.GetDouble(column)));
                    break;
                case ColumnKind.Decimal:
                    Bytes(to, Encoding.UTF8.GetBytes((row.GetDecimal(column) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)));
                    break;
                default:
                    Bytes(to, row.GetGuid(column).ToByteArray(bigEndian: true));
                    break;
            }
        }
    }

    /// <summary>The values of a row for a statement's parameters.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such row.</exception>
    public static object?[] Read(ReadOnlySpan<byte> row, TableSchema table)
    {
        var values = new object?[table.Columns.Length];
        for (var column = 0; column < values.Length; column++)
        {
            if (Take(ref row, 1)[0] == 0)
            {
                continue;
            }

            values[column] = table.Columns[column].Kind switch
            {
                ColumnKind.Integer => Number(ref row),
                ColumnKind.Text => Encoding.UTF8.GetString(Bytes(ref row)),
                ColumnKind.Bytes => Bytes(ref row).ToArray(),
                ColumnKind.Time => new DateTimeOffset(Number(ref row) * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero),
                ColumnKind.Day => DateOnly.FromDayNumber((int)Number(ref row)),
                ColumnKind.Flag => Take(ref row, 1)[0] == 1,
                ColumnKind.Real => BitConverter.Int64BitsToDouble(Number(ref row)),
                ColumnKind.Decimal => decimal.Parse(Encoding.UTF8.GetString(Bytes(ref row)), CultureInfo.InvariantCulture),
                _ => new Guid(Bytes(ref row), bigEndian: true),
            };
        }

        return row.IsEmpty ? values : throw new InvalidDataException("A row of the backup has bytes left over.");
    }

    private static void Byte(ArrayBufferWriter<byte> to, byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }

    private static void Number(ArrayBufferWriter<byte> to, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(to.GetSpan(sizeof(long)), number);
        to.Advance(sizeof(long));
    }

    private static void Bytes(ArrayBufferWriter<byte> to, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(to.GetSpan(sizeof(int)), bytes.Length);
        to.Advance(sizeof(int));
        to.Write(bytes);
    }

    private static long Number(ref ReadOnlySpan<byte> row) => BinaryPrimitives.ReadInt64BigEndian(Take(ref row, sizeof(long)));

    private static ReadOnlySpan<byte> Bytes(ref ReadOnlySpan<byte> row) => Take(ref row, BinaryPrimitives.ReadInt32BigEndian(Take(ref row, sizeof(int))));

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> row, int count)
    {
        if (count < 0 || count > row.Length)
        {
            throw new InvalidDataException("A row of the backup ends too soon.");
        }

        var taken = row[..count];
        row = row[count..];
        return taken;
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Statistics;

namespace Junheng.Storage.Returns;

/// <summary>The places of gathered cells within the bytes of a part: sheets, patterns of sums, then per column one place a row.</summary>
internal static class PlacesBlob
{
    public static void Write(BinaryWriter writer, CellPlaces places)
    {
        writer.Write(places.Sheets.Length);
        foreach (var sheet in places.Sheets)
        {
            writer.Write(sheet.File);
            writer.Write(sheet.Sheet is not null);
            writer.Write(sheet.Sheet ?? "");
        }

        writer.Write(places.Patterns.Length);
        foreach (var steps in places.Patterns)
        {
            writer.Write(steps.Length);
            foreach (var step in steps)
            {
                writer.Write(step.Rows);
                writer.Write(step.Columns);
            }
        }

        writer.Write(places.Columns.Count);
        foreach (var (id, column) in places.Columns.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            writer.Write(id);
            foreach (var place in column)
            {
                writer.Write7BitEncodedInt(place.Row);
                if (place.IsSomewhere)
                {
                    writer.Write7BitEncodedInt(place.Sheet);
                    writer.Write7BitEncodedInt(place.Column);
                    writer.Write7BitEncodedInt(place.Pattern);
                }
            }
        }
    }

    public static CellPlaces Read(BinaryReader reader, int rows)
    {
        var sheets = Many(reader, () =>
        {
            var file = reader.ReadString();
            var hasName = reader.ReadBoolean();
            var name = reader.ReadString();
            return new SheetPlace(file, hasName ? name : null);
        });
        var patterns = Many(reader, () => Many(reader, () => new CellStep(reader.ReadInt32(), reader.ReadInt32())));
        var columns = new Dictionary<string, ImmutableArray<CellPlace>>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            columns[reader.ReadString()] = [.. Enumerable.Range(0, rows).Select(_ => Place(reader))];
        }

        return new CellPlaces(sheets, patterns, columns.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static CellPlace Place(BinaryReader reader)
    {
        var row = reader.Read7BitEncodedInt();
        if (row == 0)
        {
            return default;
        }

        var (sheet, column, pattern) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        return new CellPlace(sheet, row, column, pattern);
    }

    private static ImmutableArray<T> Many<T>(BinaryReader reader, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            items.Add(read());
        }

        return items.ToImmutable();
    }
}

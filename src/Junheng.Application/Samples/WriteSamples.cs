using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Junheng.Application.Samples;

/// <summary>
/// Use case: write a sample to a folder. Every file is made under a temporary name first; when one of them would replace a file of other content,
/// nothing is changed unless it is forced.
/// </summary>
public sealed class WriteSamples(ISampleFormats formats)
{
    /// <summary>Makes the files and puts them in place.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public SampleOutcome Run(SampleRequest request)
    {
        var made = new List<MadeFile>();
        try
        {
            foreach (var table in Tables(request))
            {
                made.AddRange(Make(request, table));
            }

            made.AddRange(Boundary(request));
            var taken = made.Where(file => file.IsTaken).Select(file => file.Path).ToImmutableArray();
            if (taken.Length > 0 && !request.Force)
            {
                return new SampleOutcome.WouldOverwrite(taken);
            }

            return new SampleOutcome.Written([.. made.Select(Place)]);
        }
        finally
        {
            made.ForEach(file => File.Delete(file.Temporary));
        }
    }

    private static IEnumerable<NamedTable> Tables(SampleRequest request)
    {
        switch (request.Kind)
        {
            case SampleKind.County:
                yield return NamedTable.Of("county/schools", SampleCounty.Schools(request.Seed));
                yield return NamedTable.Of("county/items", SampleCounty.Items(request.Seed));
                break;
            case SampleKind.Province:
                yield return NamedTable.Of("province/schools", SampleProvince.Schools(request.Seed));
                break;
            default:
                yield return new NamedTable("nation/units", SampleNation.Columns, () => SampleNation.Units(request.Seed, request.Counties, request.Rows), request.Rows);
                break;
        }
    }

    /// <summary>The county's boundary goes with its tables.</summary>
    private static IEnumerable<MadeFile> Boundary(SampleRequest request) => request.Kind == SampleKind.County && request.Csv
        ? [Make(request, new NamedTable("county/boundary", [], () => [], SampleCountyPlaces.County.Townships.Count + 1), ".geojson", stream => stream.Write(SampleBoundaries.County()))]
        : [];

    private IEnumerable<MadeFile> Make(SampleRequest request, NamedTable table)
    {
        if (request.Csv)
        {
            yield return Make(request, table, ".csv", stream => formats.WriteCsv(stream, table.Columns, table.Rows()));
        }

        if (request.Workbook)
        {
            yield return Make(request, table, ".xlsx", stream => formats.WriteWorkbook(stream, Path.GetFileName(table.Name), table.Columns, table.Rows()));
        }
    }

    private static MadeFile Make(SampleRequest request, NamedTable table, string extension, Action<Stream> write)
    {
        var path = Path.Combine(request.Folder, table.Name.Replace('/', Path.DirectorySeparatorChar) + extension);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        using (var file = File.Create(temporary))
        {
            write(file);
        }

        var isThere = File.Exists(path);
        var isSame = isThere && HashOf(path).AsSpan().SequenceEqual(HashOf(temporary));
        return new MadeFile(path, temporary, table.RowCount, isThere && !isSame, isSame);
    }

    private static SampleFile Place(MadeFile file)
    {
        if (!file.IsSame)
        {
            File.Move(file.Temporary, file.Path, overwrite: true);
        }

        return new SampleFile(file.Path, file.Rows, !file.IsSame);
    }

    private static byte[] HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return SHA256.HashData(file);
    }

    private sealed record MadeFile(string Path, string Temporary, int Rows, bool IsTaken, bool IsSame);

    private sealed record NamedTable(string Name, IReadOnlyList<string> Columns, Func<IEnumerable<string[]>> Rows, int RowCount)
    {
        public static NamedTable Of(string name, SampleTable table) => new(name, table.Columns, () => table.Rows, table.Rows.Count);
    }
}

using System.Globalization;
using Junheng.Documents.Definitions;
using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Golden;

/// <summary>One worked case of a file under <c>tests/golden</c>; the README there explains the form.</summary>
/// <param name="File">File name with its folder.</param>
/// <param name="Name">What the case shows.</param>
/// <param name="Date">Evaluation date.</param>
/// <param name="Tolerance">How far a coefficient or mean may be off; everything else is compared exactly.</param>
/// <param name="Input">What is judged.</param>
/// <param name="Expected">What must come out.</param>
public sealed record GoldenCase(string File, string Name, DateOnly Date, Rational Tolerance, DefinitionNode.Map Input, DefinitionNode.Map Expected)
{
    /// <summary>Where the cases lie.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "golden");

    /// <summary>All cases of a folder, for theories.</summary>
    public static TheoryData<string, string> NamesIn(string folder)
    {
        var names = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.yaml").Order(StringComparer.Ordinal))
        {
            foreach (var each in Read(file).Cases)
            {
                names.Add(Path.GetRelativePath(Folder, file), each.Name);
            }
        }

        return names;
    }

    /// <summary>One case of a file.</summary>
    public static GoldenCase Find(string file, string name) => Read(Path.Combine(Folder, file)).Cases.Single(each => each.Name == name);

    /// <summary>A whole file; anything malformed throws with line and column.</summary>
    public static (DefinitionNode.Map Root, IReadOnlyList<GoldenCase> Cases) Read(string path)
    {
        var reader = new DefinitionReader(Language.En);
        var root = reader.Map(YamlDefinition.Read(System.IO.File.ReadAllText(path), Path.GetFileName(path), reader), "golden file")!;
        var cases = reader.Maps(root, "cases").Select(map => Case(map, path, reader)).ToList();
        return reader.HasErrors ? throw new InvalidDataException(string.Join('\n', reader.Findings.Select(finding => $"{finding.Place} {finding.Message}"))) : (root, cases);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static GoldenCase Case(DefinitionNode.Map map, string path, DefinitionReader reader)
    {
        reader.AllowOnly(map, "name", "date", "input", "expected", "tolerance", "source", "note");
        reader.Text(map, "source", required: true);
        var (input, expected) = (reader.Map(map["input"], "input"), reader.Map(map["expected"], "expected"));
        var tolerance = map["tolerance"] is { } node ? reader.Decimal(node, "tolerance") : null;
        if (input is null || expected is not { Entries.Length: > 0 } || reader.Date(map, "date", required: true) is not { } date || tolerance is null)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{map.At}: a case needs name, date, input, expected, tolerance and source."));
        }

        return new GoldenCase(Path.GetFileName(path), reader.Text(map, "name", required: true) ?? "", date, tolerance.Value, input, expected);
    }
}

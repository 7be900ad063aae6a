using System.Globalization;
using System.Text;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Documents.Definitions;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Statistics;

/// <summary>Whatever stands in definition files: a standard, or findings with place and remedy; never a fault.</summary>
public class DamagedDefinitionsTests
{
    private static readonly string _source = Path.Combine(AppContext.BaseDirectory, "standards");

    [Theory]
    [InlineData("cn-2017-quality-balance", 250, 1)]
    [InlineData("cn-2012-basic-balance", 150, 2)]
    public void Damaged_files_of_a_standard_never_fault(string id, int count, int seed)
    {
        var names = NamesOf(id);
        var refused = 0;
        Parallel.For(0, Environment.ProcessorCount, worker =>
        {
            using var folder = new StandardsFolder(_source);
            for (var i = worker; i < count; i += Environment.ProcessorCount)
            {
                var name = names[i % names.Length];
                Interlocked.Add(ref refused, folder.Open(id, name, Damaged(name, (seed * 100_000) + i), i) ? 0 : 1);
            }
        });

        Assert.InRange(refused, 1, count - 1);
    }

    [Theory]
    [InlineData("cn-2017-quality-balance", 4_000, 3)]
    [InlineData("cn-2012-basic-balance", 1_000, 4)]
    public void Damaged_definitions_never_fault(string id, int count, int seed)
    {
        var names = NamesOf(id);
        var nodes = names.ToDictionary(name => name, name => YamlDefinition.Read(File.ReadAllText(Path.Combine(_source, name)), name, new DefinitionReader(Language.En))!);
        var sound = 0;
        Parallel.For(0, count, i =>
        {
            var name = names[i % names.Length];
            var reader = new DefinitionReader(Language.En);
            try
            {
                if (YamlDefinition.Read(Encoding.UTF8.GetString(Damaged(name, (seed * 100_000) + i)), name, reader) is DefinitionNode.Map damaged)
                {
                    var source = SourceOf(names, each => each == name ? damaged : nodes[each]);
                    var standard = StandardReader.Read(source, [], reader);
                    Assert.Equal(standard is null, reader.HasErrors);
                    Interlocked.Add(ref sound, reader.HasErrors ? 0 : 1);
                }
            }
            catch (Exception fault)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutation {i} of {name}: {fault}"));
            }
        });

        Assert.InRange(sound, 1, count - 1);
    }

    public static TheoryData<string> Hostile => new()
    {
        new string('[', 100_000),
        string.Concat(Enumerable.Repeat("- ", 50_000)),
        string.Concat(Enumerable.Range(0, 200).Select(depth => new string(' ', depth) + "a:\n")),
        string.Concat(Enumerable.Repeat("{a: ", 10_000)),
        "a: &x [1, 2]\nb: *x\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "? [a, b]\n: c\n",
        "id: " + new string('9', 1_000_000),
        "id: |\n  " + new string('x', 1_000_000),
        "%YAML 9.9\n---\nid: x\n",
        "---\na: 1\n---\nb: 2\n",
        "\u0000",
        "id: \"\\ud800\"\n",
        "a: 1\na: 2\n",
        "",
        "# nothing\n",
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_definitions_are_findings(string text)
    {
        using var folder = new StandardsFolder(_source);
        foreach (var name in new[] { "cn-2017-quality-balance/standard.yaml", "cn-2017-quality-balance/indicators.yaml", "cn-2017-quality-balance/settings.yaml", "columns.yaml", "units.yaml" })
        {
            Assert.False(folder.Open("cn-2017-quality-balance", name, Encoding.UTF8.GetBytes(text), 0));
        }
    }

    [Theory]
    [InlineData("%TAG ! tag:\n--- !!binary x\n")]
    [InlineData("- just\n- a list\n")]
    [InlineData("plain")]
    public void Definitions_that_are_no_map_are_findings(string text) => Hostile_definitions_are_findings(text);

    [Fact]
    public void A_map_nested_too_deeply_is_a_finding()
    {
        var reader = new DefinitionReader(Language.Zh);

        Assert.Null(YamlDefinition.Read(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60)), "deep.yaml", reader));
        Assert.Equal("yaml.syntax", Assert.Single(reader.Findings).Rule);
    }

    private static string[] NamesOf(string id) => [.. Directory.EnumerateFiles(Path.Combine(_source, id)).Select(file => Path.GetRelativePath(_source, file)).Concat(["columns.yaml", "units.yaml"]).Order(StringComparer.Ordinal)];

    private static byte[] Damaged(string name, int seed) => Mutations.Of(File.ReadAllBytes(Path.Combine(_source, name)), seed, ":-[]{}\"'|>#&*! \n9."u8);

    /// <summary>The files of a standard as one: what is no list stands in one file only.</summary>
    private static StandardSource SourceOf(IEnumerable<string> names, Func<string, DefinitionNode> nodeOf)
    {
        var entries = names.Where(name => name.Contains(Path.DirectorySeparatorChar)).Select(nodeOf).OfType<DefinitionNode.Map>().SelectMany(map => map.Entries)
            .GroupBy(entry => entry.Key)
            .Select(group => group.All(entry => entry.Value is DefinitionNode.Sequence)
                ? group.First() with { Value = new DefinitionNode.Sequence(group.First().KeyAt, [.. group.SelectMany(entry => ((DefinitionNode.Sequence)entry.Value).Items)]) }
                : group.First());
        return new StandardSource(new DefinitionNode.Map(default, [.. entries]), [], nodeOf("columns.yaml"), nodeOf("units.yaml"), "");
    }

    /// <summary>A copy of the standards in which one file at a time is damaged.</summary>
    private sealed class StandardsFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

        public StandardsFolder(string source)
        {
            foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }

        /// <summary>True when the standard with one file replaced is sound.</summary>
        public bool Open(string id, string name, byte[] bytes, int mutation)
        {
            var path = Path.Combine(_folder, name);
            var whole = File.ReadAllBytes(path);
            try
            {
                File.WriteAllBytes(path, bytes);
                var opening = new StandardFiles(_folder).Open(StandardRequest.Of(id), Language.En);
                if (opening is StandardOpening.Refused refused)
                {
                    Assert.NotEmpty(refused.Findings);
                    Assert.All(refused.Findings, finding => Assert.True(finding.Message.Length > 0 && finding.Remedy.Length > 0, finding.ToString()));
                }

                return opening is StandardOpening.Opened;
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Mutation {mutation} of {name}: {fault}"));
                return false;
            }
            finally
            {
                File.WriteAllBytes(path, whole);
            }
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}

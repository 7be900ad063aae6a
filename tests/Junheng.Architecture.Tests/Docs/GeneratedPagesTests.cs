using System.Text.RegularExpressions;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>The generated pages say what their data say. With JUNHENG_WRITE_DOCS=1 (eng/docs) the test writes them instead of comparing.</summary>
public sealed partial class GeneratedPagesTests
{
    [Fact]
    public void The_coverage_page_is_up_to_date() => IsUpToDate("docs/coverage.md", CoverageSheet.Page());

    [Fact]
    public void The_glossary_is_up_to_date() => IsUpToDate("docs/glossary.md", Glossary.Page());

    [Fact]
    public void The_security_page_is_up_to_date() => IsUpToDate("docs/security.md", SecuritySheet.Page());

    [Fact]
    public void Every_system_has_its_row_in_order() =>
        Assert.Equal(Enumerable.Range(1, CoverageSheet.Count).Select(number => $"S{number:000}"), CoverageSheet.Systems.Select(system => system.Id));

    [Fact]
    public void Every_system_has_a_known_kind_and_state()
    {
        Assert.All(CoverageSheet.Systems, system => Assert.Contains(system.State, CoverageSheet.States));
        Assert.All(CoverageSheet.Systems, system => Assert.Contains(system.Kind, new[] { "a", "b", "c" }));
    }

    [Fact]
    public void A_realised_system_says_where_and_what_and_another_claims_nothing()
    {
        Assert.All(CoverageSheet.Systems.Where(system => system.State == "not_yet"), system => Assert.True(system.Where.IsEmpty && system.Note is null, system.Id));
        Assert.All(CoverageSheet.Systems.Where(system => system.State != "not_yet"), system =>
        {
            Assert.NotNull(system.Note);
            Assert.NotEmpty(system.Where);
            Assert.All(system.Where, path => Assert.True(Tree.Exists(path), $"{system.Id}: {path} is not there"));
        });
    }

    [Fact]
    public void Every_name_of_the_glossary_occurs_in_sources_or_definitions()
    {
        var words = Tree.SourcesBelow("src").Concat(Tree.TextFiles.Where(path => path.StartsWith("standards/", StringComparison.Ordinal)))
            .SelectMany(path => Words().Matches($"{path} {Tree.Read(path)}").Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(words, Glossary.Terms.SelectMany(term => term.Names).ToHashSet(StringComparer.Ordinal));
    }

    private static void IsUpToDate(string path, string page)
    {
        if (Environment.GetEnvironmentVariable("JUNHENG_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Tree.FullPath(path), page);
            return;
        }

        Assert.True(Tree.Exists(path), $"{path} is not there: run eng/docs");
        Assert.True(Tree.Read(path) == page, $"{path} is stale: run eng/docs");
    }

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9_-]*")]
    private static partial Regex Words();
}

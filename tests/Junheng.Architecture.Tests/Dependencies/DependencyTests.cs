using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Dependencies;

/// <summary>Domain ← Formulas ← Assessment ← Application ← {Storage, Documents} ← {Web, Cli}; and each rule seen to fail on a made-up violation.</summary>
public sealed class DependencyTests
{
    private static readonly DependencyTable _table = DependencyTable.OfRepository;

    public static TheoryData<string> Projects => [.. _table.Projects];

    [Fact]
    public void Every_project_of_src_is_in_the_table_and_the_other_way_round()
    {
        var inSource = Directory.EnumerateDirectories(Tree.FullPath("src")).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()).Select(folder => Path.GetFileName(folder));
        Assert.Equal(_table.Projects, inSource.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_names_only_what_it_may(string project) =>
        Assert.Empty(DependencyRules.InProjectFile(_table, project, Tree.Read($"src/{project}/{project}.csproj")));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_compiled_project_knows_only_what_lies_below_it(string project) =>
        Assert.Empty(DependencyRules.InAssembly(_table, project, Path.Combine(AppContext.BaseDirectory, project + ".dll")));

    [Fact]
    public void No_project_lies_below_itself() =>
        Assert.All(_table.Projects, project => Assert.DoesNotContain(_table[project]!.References, below => _table.WithAllBelow(below).Contains(project)));

    [Theory]
    [InlineData("Junheng.Domain", """<ProjectReference Include="../../src/Junheng.Formulas/Junheng.Formulas.csproj" />""", "Junheng.Domain may not reference Junheng.Formulas")]
    [InlineData("Junheng.Application", """<ProjectReference Include="..\Junheng.Documents\Junheng.Documents.csproj" />""", "Junheng.Application may not reference Junheng.Documents")]
    [InlineData("Junheng.Assessment", """<PackageReference Include="YamlDotNet" />""", "Junheng.Assessment is a core project: no package, so not YamlDotNet")]
    [InlineData("Junheng.Documents", """<PackageReference Include="NPOI" />""", "Junheng.Documents may not use the package NPOI")]
    [InlineData("Junheng.Web", """<Reference Include="Some" HintPath="lib/Some.dll" />""", "Junheng.Web references the file Some past the package list")]
    [InlineData("Junheng.Helpers", "", "Junheng.Helpers is not in the dependency table")]
    public void A_deliberate_violation_in_a_project_file_is_named(string project, string line, string expected) =>
        Assert.Equal([expected], DependencyRules.InProjectFile(_table, project, $"""<Project Sdk="Microsoft.NET.Sdk"><ItemGroup>{line}</ItemGroup></Project>"""));

    [Theory]
    [InlineData("Junheng.Documents", "Junheng.Domain", "Junheng.Domain knows Junheng.Application")]
    [InlineData("Junheng.Assessment", "Junheng.Domain", "Junheng.Domain knows Junheng.Formulas")]
    [InlineData("Junheng.Documents", "Junheng.Assessment", "Junheng.Assessment knows YamlDotNet, which is neither of the framework nor of its packages")]
    [InlineData("Junheng.Web", "Junheng.Formulas", "Junheng.Formulas knows Microsoft.AspNetCore, which is neither of the framework nor of its packages")]
    public void A_compiled_file_judged_by_the_rule_of_a_lower_project_is_a_violation(string file, string asProject, string expected) =>
        Assert.Contains(expected, DependencyRules.InAssembly(_table, asProject, Path.Combine(AppContext.BaseDirectory, file + ".dll")));
}

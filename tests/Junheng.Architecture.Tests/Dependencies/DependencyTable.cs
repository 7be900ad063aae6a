using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Architecture.Tests.Repository;

namespace Junheng.Architecture.Tests.Dependencies;

/// <summary>A project of src and what it may know.</summary>
public sealed record ProjectRule(string Name, bool IsCore, ImmutableArray<string> References, ImmutableArray<string> Packages, ImmutableArray<string> Assemblies);

/// <summary>The dependency rule as data: <c>dependencies.yaml</c> beside this project.</summary>
public sealed class DependencyTable
{
    private readonly FrozenDictionary<string, ProjectRule> _byName;

    private DependencyTable(IEnumerable<ProjectRule> rules) => _byName = rules.ToFrozenDictionary(rule => rule.Name, StringComparer.Ordinal);

    /// <summary>The table of this repository.</summary>
    public static DependencyTable OfRepository { get; } = Read("tests/Junheng.Architecture.Tests/dependencies.yaml");

    /// <summary>Names of the projects, in ordinal order.</summary>
    public IEnumerable<string> Projects => _byName.Keys.Order(StringComparer.Ordinal);

    /// <summary>Names of the core projects.</summary>
    public IEnumerable<string> CoreProjects => Projects.Where(name => _byName[name].IsCore);

    /// <summary>The rule of a project, or null when the table does not know it.</summary>
    public ProjectRule? this[string project] => _byName.GetValueOrDefault(project);

    /// <summary>The project and everything below it.</summary>
    public ImmutableHashSet<string> WithAllBelow(string project)
    {
        var found = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var open = new Stack<string>([project]);
        while (open.TryPop(out var name))
        {
            if (found.Add(name))
            {
                foreach (var below in _byName[name].References)
                {
                    open.Push(below);
                }
            }
        }

        return found.ToImmutable();
    }

    private static DependencyTable Read(string path)
    {
        var yaml = Yaml.Open(path);
        var rules = yaml.Reader.Maps(yaml.Root, "projects", required: true).Select(map =>
        {
            yaml.Reader.AllowOnly(map, "name", "core", "references", "packages", "assemblies");
            return new ProjectRule(
                yaml.Reader.Text(map, "name", required: true) ?? "",
                yaml.Reader.Truth(map, "core"),
                yaml.Reader.Texts(map, "references"),
                yaml.Reader.Texts(map, "packages"),
                yaml.Reader.Texts(map, "assemblies"));
        }).ToList();
        yaml.MustBeSound();
        return new DependencyTable(rules);
    }
}

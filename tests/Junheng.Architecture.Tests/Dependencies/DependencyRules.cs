using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Junheng.Architecture.Tests.Dependencies;

/// <summary>Says what breaks the dependency rule: in a project file, and in what the compiler made of it.</summary>
public static class DependencyRules
{
    /// <summary>The violations of a project file, each a sentence.</summary>
    /// <param name="table">The rule.</param>
    /// <param name="project">Name of the project.</param>
    /// <param name="content">Content of its csproj.</param>
    public static IEnumerable<string> InProjectFile(DependencyTable table, string project, string content)
    {
        if (table[project] is not { } rule)
        {
            yield return $"{project} is not in the dependency table";
            yield break;
        }

        var file = XDocument.Parse(content);
        foreach (var path in Includes(file, "ProjectReference"))
        {
            var name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
            if (!rule.References.Contains(name))
            {
                yield return $"{project} may not reference {name}";
            }
        }

        foreach (var package in Includes(file, "PackageReference").Concat(Includes(file, "PackageDownload")).Where(package => !rule.Packages.Contains(package)))
        {
            yield return rule.IsCore ? $"{project} is a core project: no package, so not {package}" : $"{project} may not use the package {package}";
        }

        foreach (var assembly in Includes(file, "Reference"))
        {
            yield return $"{project} references the file {assembly} past the package list";
        }
    }

    /// <summary>The violations of a compiled project, each a sentence.</summary>
    /// <param name="table">The rule.</param>
    /// <param name="project">The project whose rule is applied.</param>
    /// <param name="assemblyFile">The compiled file.</param>
    public static IEnumerable<string> InAssembly(DependencyTable table, string project, string assemblyFile)
    {
        var below = table.WithAllBelow(project);
        var packages = below.SelectMany(name => table[name]!.Packages.Concat(table[name]!.Assemblies)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in ReferencesOf(assemblyFile).Where(name => !below.Contains(name) && !packages.Contains(name)))
        {
            if (name.StartsWith("Junheng.", StringComparison.Ordinal))
            {
                yield return $"{project} knows {name}";
            }
            else if (!IsOfFramework(name, table[project]!.IsCore))
            {
                yield return $"{project} knows {name}, which is neither of the framework nor of its packages";
            }
        }
    }

    private static IEnumerable<string> Includes(XDocument file, string element) => file.Descendants(element).Select(node => (string?)node.Attribute("Include")).OfType<string>();

    private static List<string> ReferencesOf(string assemblyFile)
    {
        using var stream = File.OpenRead(assemblyFile);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    /// <summary>A core project has the base class library only; the others the web framework besides, which lies in a folder of its own beside it.</summary>
    private static bool IsOfFramework(string name, bool baseOnly)
    {
        var library = RuntimeEnvironment.GetRuntimeDirectory();
        var web = Path.Combine(library, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(library.TrimEnd(Path.DirectorySeparatorChar)));
        return File.Exists(Path.Combine(library, name + ".dll")) || (!baseOnly && File.Exists(Path.Combine(web, name + ".dll")));
    }
}

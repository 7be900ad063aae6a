using System.Reflection;
using Junheng.Architecture.Tests.Dependencies;

namespace Junheng.Architecture.Tests.Sources;

/// <summary>What a core project hands out can't be changed by who receives it.</summary>
public sealed class ImmutabilityTests
{
    /// <summary>Members that may be set, each with the reason.</summary>
    private static readonly Dictionary<string, string> _allowed = [];

    public static TheoryData<string> CoreProjects => [.. DependencyTable.OfRepository.CoreProjects];

    [Theory]
    [MemberData(nameof(CoreProjects))]
    public void Public_types_of_a_core_project_are_immutable(string project)
    {
        var settable = Assembly.Load(project).GetExportedTypes().SelectMany(MutableMembers.Of).Where(member => !_allowed.ContainsKey(member));
        Assert.Empty(settable);
    }

    [Fact]
    public void Setters_and_open_fields_are_found() =>
        Assert.Equal(["Changeable.Name", "Changeable.Count"], MutableMembers.Of(typeof(Changeable)).Select(member => member[(member.IndexOf('.', StringComparison.Ordinal) + 1)..]));

    [Fact]
    public void Init_setters_read_only_fields_and_constants_are_not() => Assert.Empty(MutableMembers.Of(typeof(Fixed)));

#pragma warning disable CA1051, CA1802, IDE0044 // The open field is what the rule must find.
    private sealed class Changeable
    {
        public int Count = 1;

        public string Name { get; set; } = "";
    }

    private sealed class Fixed
    {
        public const int Most = 3;

        public readonly int Least = 1;

        public required string Name { get; init; }

        public int Length => Name.Length;
    }
#pragma warning restore CA1051, CA1802, IDE0044
}

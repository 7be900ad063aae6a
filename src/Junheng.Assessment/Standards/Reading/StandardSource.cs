using System.Collections.Immutable;
using Junheng.Domain.Definitions;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>The definition files of one standard as trees, before they are given their meaning.</summary>
/// <param name="Main">The standard's own file with its includes merged in.</param>
/// <param name="Overlays">Overlay files in the order of application.</param>
/// <param name="Columns">The public columns.</param>
/// <param name="Units">The vocabulary of units.</param>
/// <param name="ContentHash">SHA-256 over the contents of all of these, lower-case hex.</param>
public sealed record StandardSource(
    DefinitionNode Main, ImmutableArray<DefinitionNode> Overlays, DefinitionNode Columns, DefinitionNode Units, string ContentHash);

/// <summary>A value given for a setting, from the command line or a page.</summary>
/// <param name="Id">The setting's id.</param>
/// <param name="Value">The value as text.</param>
public sealed record SettingOverride(string Id, string Value);

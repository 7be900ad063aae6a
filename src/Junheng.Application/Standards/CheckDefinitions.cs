using System.Collections.Immutable;
using Junheng.Application.Check;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Standards;

/// <summary>Tells what kind of definition a file holds.</summary>
public interface IDefinitionFiles
{
    /// <summary>The id of the standard that an overlay file is for; null when the file is no overlay or cannot be read as one.</summary>
    string? OverlayBaseOf(string path);

    /// <summary>Whether a file holds rules of consistency, or settings of theirs.</summary>
    bool AreChecks(string path);
}

/// <summary>How one file stands.</summary>
/// <param name="File">As given.</param>
/// <param name="Title">What it defines; null when it is not sound.</param>
/// <param name="Findings">Everything that is wrong, with line and column.</param>
public sealed record CheckedDefinition(string File, LocalizedText? Title, ImmutableArray<Finding> Findings);

/// <summary>
/// Use case: check files of standards, overlays and rules of consistency; an overlay is checked on the standard that it is for, a file of rules among the rules
/// of the product.
/// </summary>
public sealed class CheckDefinitions(IStandardLibrary library, ICheckLibrary checks, IDefinitionFiles files)
{
    private static readonly LocalizedText _checks = new("一致性检查规则", "rules of consistency");

    /// <summary>Checks each file by itself.</summary>
    public ImmutableArray<CheckedDefinition> Run(IEnumerable<string> paths, Language language) => [.. paths.Select(path => Check(path, language))];

    private CheckedDefinition Check(string path, Language language)
    {
        if (files.AreChecks(path))
        {
            return checks.OpenWith(path, language) is CheckSetOpening.Refused unsound
                ? new CheckedDefinition(path, null, unsound.Findings)
                : new CheckedDefinition(path, _checks, []);
        }

        var request = files.OverlayBaseOf(path) is { } basis ? StandardRequest.Of(basis) with { Overlays = [path] } : StandardRequest.Of(path);
        return library.Open(request, language) switch
        {
            StandardOpening.Opened opened => new CheckedDefinition(path, opened.Standard.Title, []),
            StandardOpening.Refused refused => new CheckedDefinition(path, null, refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }
}

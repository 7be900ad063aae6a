using System.Collections.Immutable;
using Junheng.Application.Statistics;
using Junheng.Assessment.Consistency;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Check;

/// <summary>The rules of consistency at hand.</summary>
public interface ICheckLibrary
{
    /// <summary>The rules that come with the product, with settings applied. The same settings give the same object.</summary>
    CheckSetOpening Open(ImmutableArray<SettingOverride> settings, Language language);

    /// <summary>Checks one file of rules among those of the product: it takes the place of the product's file of the same name.</summary>
    CheckSetOpening OpenWith(string path, Language language);
}

/// <summary>What came of opening the rules.</summary>
public abstract record CheckSetOpening
{
    private CheckSetOpening()
    {
    }

    /// <summary>The rules are sound.</summary>
    public sealed record Opened(CheckSet Set) : CheckSetOpening;

    /// <summary>Something is wrong with them: everything that is, with file, line and column.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : CheckSetOpening;
}

/// <summary>Reads files of explanations (说明).</summary>
public interface IExplanationFiles
{
    /// <summary>Reads a file; everything wrong is collected.</summary>
    ExplanationsReading Read(InputFile input, Language language);
}

/// <summary>What came of reading explanations.</summary>
/// <param name="Explanations">Its lines; null when refused.</param>
/// <param name="Findings">Errors, warnings and notes.</param>
public sealed record ExplanationsReading(ImmutableArray<Explanation>? Explanations, ImmutableArray<Finding> Findings);

using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Domain.Registers;

/// <summary>Something that does not fit in the registers. Every one refuses what was asked.</summary>
/// <param name="Event">The number of the event that does not fit: a new one, or an older one that would not fit any more.</param>
/// <param name="Subject">The subject; null for an undoing.</param>
/// <param name="Rule">The rule's stable id.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record RegisterFinding(long Event, SubjectId? Subject, string Rule, LocalizedText Message, LocalizedText Remedy)
{
    /// <summary>The finding in one language.</summary>
    public Finding In(Language language) => new(Rule, Severity.Error, Origin.None, Message.In(language), Remedy.In(language));
}

using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms;

/// <summary>Collects what is chosen, asked and remarked while one sheet is read. A question is an error: it must be answered, never guessed.</summary>
internal sealed class SheetNotes(SheetGrid sheet, FormContext context)
{
    private const int MostOfOneRule = 200;
    private readonly List<LocalizedText> _choices = [];
    private readonly List<LocalizedText> _questions = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>What was chosen.</summary>
    public ImmutableArray<LocalizedText> Choices => [.. _choices];

    /// <summary>What was asked.</summary>
    public ImmutableArray<LocalizedText> Questions => [.. _questions];

    /// <summary>Records an automatic choice.</summary>
    public void Choose(LocalizedText choice) => _choices.Add(choice);

    /// <summary>Asks: nothing is read until it is answered.</summary>
    public void Ask(string rule, string? cell, LocalizedText message, LocalizedText remedy)
    {
        _questions.Add(message);
        Add(rule, Severity.Error, cell, message, remedy);
    }

    /// <summary>Reports something wrong.</summary>
    public void Refuse(string rule, string? cell, LocalizedText message, LocalizedText remedy) => Add(rule, Severity.Error, cell, message, remedy);

    /// <summary>Reports something to be looked at.</summary>
    public void Warn(string rule, string? cell, LocalizedText message, LocalizedText remedy) => Add(rule, Severity.Warning, cell, message, remedy);

    /// <summary>Reports how something was read.</summary>
    public void Note(string rule, string? cell, LocalizedText message, LocalizedText remedy) => Add(rule, Severity.Note, cell, message, remedy);

    private void Add(string rule, Severity severity, string? cell, LocalizedText message, LocalizedText remedy)
    {
        var count = _counts[rule] = _counts.GetValueOrDefault(rule) + 1;
        if (count <= MostOfOneRule)
        {
            context.Add(rule, severity, new Origin(sheet.File, sheet.Name, cell), message, remedy);
        }
    }
}

using Junheng.Application.Returned;
using Junheng.Application.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Expansion;

/// <summary>What lies in folders and archives, by the names that findings carry. What cannot be opened is left out: reading has said so.</summary>
public sealed class PaperMembers : IPaperMembers
{
    /// <inheritdoc/>
    public IReadOnlyList<InputFile>? Of(InputFile input) => PaperExpansion.IsSeveral(input) && new PaperExpansion(Language.Zh).Expand([input]) is { } papers
        ? [.. papers.Where(paper => !paper.IsInput).Select(Read).OfType<InputFile>()]
        : null;

    private static InputFile? Read(Paper paper)
    {
        try
        {
            return new InputFile(paper.Name, paper.Content ?? FileBytes.Read(paper.Path!, TableLimits.Default, new FileFindings(paper.Name, Language.Zh)));
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}

using Junheng.Application.Statistics;

namespace Junheng.Documents.Forms.Expansion;

/// <summary>One file to be read: an input itself, or what lies in a folder or archive.</summary>
/// <param name="Input">The input that it belongs to.</param>
/// <param name="Name">Its name for people: the input's own, or <c>folder/name.xlsx</c>, <c>archive.zip/name.xlsx</c>.</param>
/// <param name="Path">Where it lies; null when its content is given.</param>
/// <param name="Content">Its content; null when it is read from the path.</param>
/// <param name="Archive">The archive that it lies in; null otherwise.</param>
internal sealed record Paper(InputFile Input, string Name, string? Path, byte[]? Content, PaperArchive? Archive = null)
{
    /// <summary>Whether it is the input itself.</summary>
    public bool IsInput => Archive is null && Name.Length == 0;
}

/// <summary>An archive of papers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">Hash of its bytes.</param>
internal sealed record PaperArchive(string Name, Lazy<string> Sha256);

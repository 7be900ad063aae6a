using System.Collections.Frozen;
using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Junheng.Web.Features.Help;

/// <summary>One chapter of the guide.</summary>
/// <param name="Id">Its name in addresses: the file's name without its number.</param>
/// <param name="Title">Its first heading.</param>
/// <param name="Sections">Its second headings with their anchors.</param>
/// <param name="Html">Its text; the first heading is left to the page.</param>
public sealed record GuideChapter(string Id, string Title, ImmutableArray<(string Anchor, string Title)> Sections, string Html);

/// <summary>The guide: Markdown files that lie beside the program, in the order of their numbers. Html in them is shown as text, never taken.</summary>
internal sealed class Guide
{
    private static readonly MarkdownPipeline _pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UseGenericAttributes().Build();

    private readonly FrozenDictionary<string, GuideChapter> _byId;

    public Guide(string folder)
    {
        Chapters = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(Read)] : [];
        _byId = Chapters.ToFrozenDictionary(chapter => chapter.Id, StringComparer.Ordinal);
    }

    /// <summary>Where the guide lies beside the program.</summary>
    public static string BesideProgram { get; } = Path.Combine(AppContext.BaseDirectory, "guide");

    public ImmutableArray<GuideChapter> Chapters { get; }

    /// <summary>A chapter; null where there is none of the name.</summary>
    public GuideChapter? Find(string id) => _byId.GetValueOrDefault(id);

    private static GuideChapter Read(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var document = Markdown.Parse(File.ReadAllText(path), _pipeline);
        var title = document.OfType<HeadingBlock>().First(heading => heading.Level == 1);
        var sections = document.OfType<HeadingBlock>().Where(heading => heading.Level == 2).Select(heading => (heading.GetAttributes().Id ?? "", Text(heading))).ToImmutableArray();
        document.Remove(title);
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Address(link.Url ?? "", link.IsImage);
        }

        return new GuideChapter(name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], Text(title), sections, document.ToHtml(_pipeline));
    }

    /// <summary>Links between the files lead between the pages; pictures lie below <c>/help/images</c>.</summary>
    private static string Address(string url, bool isImage)
    {
        if (isImage)
        {
            return "/help/" + url;
        }

        var mark = url.IndexOf('#', StringComparison.Ordinal);
        var file = mark < 0 ? url : url[..mark];
        return file.EndsWith(".md", StringComparison.Ordinal) ? $"/help/{file[(file.IndexOf('-', StringComparison.Ordinal) + 1)..^3]}{(mark < 0 ? "" : url[mark..])}" : url;
    }

    private static string Text(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(each => each.Content.ToString()));
}

using Junheng.Web.Features.Errors;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Help;

/// <summary>The guide and the glossary.</summary>
internal static class HelpHandlers
{
    public static IResult Contents(Guide guide) => new PageResult<ContentsPage>(new { Chapters = guide.Chapters });

    public static IResult Chapter(string chapter, Guide guide, HttpContext context) =>
        guide.Find(chapter) is { } found ? new PageResult<ChapterPage>(new { Chapter = found, guide.Chapters }) : ErrorHandlers.NotFound(context);

    public static IResult Glossary(Glossary glossary) => new PageResult<GlossaryPage>(new { glossary.Terms });
}

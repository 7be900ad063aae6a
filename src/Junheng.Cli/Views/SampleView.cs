using System.Collections.Immutable;
using Junheng.Application.Samples;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>What was written, what it teaches, and what to type next.</summary>
internal static class SampleView
{
    /// <summary>Writes it.</summary>
    public static void Write(Page page, SampleRequest request, ImmutableArray<SampleFile> files, Language language)
    {
        page.Line(SampleTexts.Written.Say(language, request.Seed), Tone.Strong);
        var table = new TextTable(
            new TableColumn(SampleTexts.File.In(language)),
            new TableColumn(SampleTexts.RowCount.In(language), IsRight: true),
            new TableColumn(SampleTexts.State.In(language)));
        foreach (var file in files)
        {
            table.Add(file.Path, PrintedNumber.Count(file.Rows), (file.IsNew ? SampleTexts.IsNew : SampleTexts.WasThere).In(language));
        }

        table.WriteTo(page);
        if (request.Kind != SampleKind.Nation)
        {
            WriteLessons(page, language);
        }

        page.Heading(SampleTexts.Next.In(language));
        var items = files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file.Path) == "items")?.Path;
        page.Line($"  junheng assess {files[0].Path}{(items is null ? "" : $" --items {items}")}");
    }

    private static void WriteLessons(Page page, Language language)
    {
        page.Heading(SampleTexts.Lessons.Say(language, SampleLessons.All.Length));
        var table = new TextTable(
            new TableColumn(SampleTexts.School.In(language)),
            new TableColumn(SampleTexts.Indicator.In(language)),
            new TableColumn(SampleTexts.Lesson.In(language), Wraps: true));
        foreach (var lesson in SampleLessons.All)
        {
            var stage = Stages.Parse(lesson.Stage).Word(language);
            table.Add(
                lesson.SchoolCode.Length > 0 ? lesson.SchoolCode : SampleTexts.WholeCounty.In(language),
                $"{stage} {lesson.Indicator}".Trim(),
                language == Language.En ? lesson.English : lesson.Chinese);
        }

        table.WriteTo(page);
    }
}

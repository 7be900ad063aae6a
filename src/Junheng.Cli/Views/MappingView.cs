using System.Globalization;
using Junheng.Application.Papers;
using Junheng.Application.Statistics;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>What was made of papers, sheet by sheet: which column became which item, by what, what was left over, what was chosen.</summary>
internal sealed class MappingView(Page page, Language language)
{
    private const int MostChoices = 30;
    private const int MostLeftOver = 60;

    /// <summary>Mappings, findings and a summary.</summary>
    public void Write(StatisticsReading reading, IReadOnlyList<string> written)
    {
        WriteMappings(reading);
        if (reading.Findings.Length > 0)
        {
            page.Heading(ImportTexts.Findings.In(language));
            FindingsView.Write(page, reading.Findings, language);
        }

        page.Line();
        page.Line(Summary(reading, language), Tone.Strong);
        foreach (var line in written)
        {
            page.Line(line);
        }
    }

    /// <summary>Mappings alone.</summary>
    public void WriteMappings(StatisticsReading reading)
    {
        var asTheyStand = reading.Inputs.Count(input => !reading.Mappings.Any(mapping => mapping.File == input.File || mapping.File.StartsWith(input.File + "/", StringComparison.Ordinal)));
        if (asTheyStand > 0)
        {
            page.Line(ImportTexts.PublicLayouts.Say(language, asTheyStand));
        }

        foreach (var mapping in reading.Mappings)
        {
            Write(mapping);
        }
    }

    /// <summary>One line that says whether the papers can be read.</summary>
    public static string Summary(StatisticsReading reading, Language language)
    {
        int Count(Severity severity) => reading.Findings.Count(finding => finding.Severity == severity);
        return reading.Table is { } table
            ? ImportTexts.Ready.Say(language, table.Counties.Length, table.Parts.Sum(part => part.Count), Math.Max(reading.Inputs.Length, reading.Mappings.Count(mapping => mapping.MapId is not null)), Count(Severity.Warning))
            : ImportTexts.NotReady.Say(language, Count(Severity.Error), Count(Severity.Warning));
    }

    private void Write(SheetMapping mapping)
    {
        page.Heading(string.Join(" › ", new[] { mapping.File, mapping.Sheet }.Where(part => !string.IsNullOrEmpty(part))));
        if (mapping.MapId is { } map)
        {
            var year = mapping.ReportYear > 0 ? ImportTexts.YearPart.Say(language, mapping.ReportYear.ToString(CultureInfo.InvariantCulture)) : "";
            page.Line("  " + ImportTexts.MapLine.Say(language, map, mapping.MapTitle?.In(language) ?? "", mapping.Schools, year), Tone.Quiet);
        }

        if (mapping.Status == MappingStatus.Assumed)
        {
            page.Line("  ! " + ImportTexts.Assumed.In(language), Tone.Doubtful);
        }

        Items(mapping);
        List(ImportTexts.Questions.In(language), mapping.Questions.Select(each => each.In(language)).ToList(), "?", Tone.Bad);
        List(ImportTexts.Choices.In(language), mapping.Choices.Select(each => each.In(language)).ToList(), "·", Tone.Plain);
        LeftOver(mapping);
    }

    private void Items(SheetMapping mapping)
    {
        if (mapping.Mapped.IsEmpty)
        {
            return;
        }

        var table = new TextTable(
            new TableColumn(ImportTexts.Item.In(language)), new TableColumn(ImportTexts.By.In(language), Wraps: true), new TableColumn(ImportTexts.Cells.In(language)), new TableColumn(ImportTexts.Samples.In(language)));
        foreach (var item in mapping.Mapped)
        {
            var operation = item.Operation.Length == 0 ? "" : $" [{item.Operation.Replace("sum", ImportTexts.Sum.In(language), StringComparison.Ordinal)}]";
            table.Add(item.Item, item.By + operation + (item.Note is { } note ? $"（{note.In(language)}）" : ""), item.Cells, string.Join(" | ", item.Samples));
        }

        table.WriteTo(page);
    }

    private void List(string heading, List<string> lines, string mark, Tone tone)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Line("  " + heading, Tone.Quiet);
        foreach (var line in lines.Take(MostChoices))
        {
            page.Wrapped($"{mark} {line}", 4, tone, 2);
        }

        if (lines.Count > MostChoices)
        {
            page.Line(string.Create(CultureInfo.InvariantCulture, $"    … +{lines.Count - MostChoices}"), Tone.Quiet);
        }
    }

    private void LeftOver(SheetMapping mapping)
    {
        if (mapping.LeftOver.IsEmpty)
        {
            return;
        }

        page.Line("  " + ImportTexts.LeftOver.Say(language, mapping.LeftOver.Length), Tone.Quiet);
        foreach (var heading in mapping.LeftOver.Take(MostLeftOver))
        {
            page.Wrapped($"{heading.Cell} {heading.Path}: {string.Join(" | ", heading.Samples)}", 4, Tone.Plain, 2);
        }
    }
}

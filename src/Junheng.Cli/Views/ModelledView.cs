using Junheng.Assessment.Standards;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>What of a standard's rules is covered, partly or not, so that nobody takes a verdict for more than it is.</summary>
internal static class ModelledView
{
    /// <summary>Writes it, what is not covered first.</summary>
    public static void Write(Page page, Standard standard, Language language)
    {
        page.Line(standard.Title.In(language), Tone.Strong);
        page.Line(StandardsTexts.Counts.Say(language, Count(standard, "covered"), Count(standard, "partly"), Count(standard, "not"))).Line();
        var table = new TextTable(
            new TableColumn(StandardsTexts.Status.In(language)),
            new TableColumn(StandardsTexts.Mark.In(language)),
            new TableColumn(StandardsTexts.Rule.In(language), Wraps: true));
        foreach (var status in new[] { "not", "partly", "covered" })
        {
            foreach (var rule in standard.Modelled.Where(rule => rule.Status == status))
            {
                var note = rule.Note is null ? "" : language == Language.En ? $" ({rule.Note.En})" : $"（{rule.Note.Zh}）";
                table.Add(StatusCell(status, language), rule.Mark, rule.Rule.In(language) + note);
            }
        }

        table.WriteTo(page);
        page.Line().Wrapped(StandardsTexts.Marks.In(language), 0, Tone.Quiet);
    }

    private static int Count(Standard standard, string status) => standard.Modelled.Count(rule => rule.Status == status);

    private static TableCell StatusCell(string status, Language language) => status switch
    {
        "covered" => new TableCell(StandardsTexts.Covered.In(language), Tone.Good),
        "partly" => new TableCell(StandardsTexts.Partly.In(language), Tone.Doubtful),
        _ => new TableCell(StandardsTexts.NotCovered.In(language), Tone.Bad),
    };
}

using System.Globalization;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Cli.Pages;
using Junheng.Cli.Texts;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>A standard for people: everything that its files say.</summary>
internal sealed class StandardView(Page page, Standard standard, Language language)
{
    private const int ShownHash = 16;

    /// <summary>The standards and overlays at hand.</summary>
    public static void WriteList(Page page, IStandardLibrary library, Language language)
    {
        page.Line(StandardsTexts.List.In(language), Tone.Strong);
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        foreach (var id in library.Ids)
        {
            var title = library.Open(StandardRequest.Of(id), language) is StandardOpening.Opened opened ? opened.Standard.Title.In(language) : "✗";
            table.Add(id, title);
        }

        table.WriteTo(page);
        page.Heading(StandardsTexts.Overlays.In(language));
        foreach (var id in library.OverlayIds)
        {
            page.Line($"  {id}");
        }
    }

    /// <summary>All of a standard.</summary>
    public void Write()
    {
        page.Line(standard.Title.In(language), Tone.Strong);
        page.Line($"{standard.Id} · {StandardsTexts.Effective.Say(language, Day(standard.Effective), standard.Version, standard.ContentHash[..ShownHash])}", Tone.Quiet);
        if (!standard.Overlays.IsEmpty)
        {
            page.Line(AssessTexts.Overlays.Say(language, string.Join(", ", standard.Overlays)), Tone.Quiet);
        }

        WriteParts();
        WriteIndicators();
        WriteScope();
        WriteSplit();
        WriteEasements();
        WriteItems();
        WriteSettings();
        WriteSources();
        page.Line().Wrapped(StandardsTexts.Marks.In(language), 0, Tone.Quiet);
    }

    private void WriteParts()
    {
        page.Heading(StandardsTexts.Parts.In(language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true), new TableColumn(""));
        foreach (var part in standard.Parts)
        {
            table.Add(part.Title.In(language), RuleWords.Of(part.Rule, language), Mark(part.Source));
        }

        table.WriteTo(page);
    }

    private void WriteIndicators()
    {
        page.Heading(StandardsTexts.Indicators.In(language));
        foreach (var indicator in standard.Indicators)
        {
            page.Line($"  {indicator.Id} {indicator.Title.In(language)}  ({indicator.Unit.In(language)})");
            page.Wrapped(indicator.Formula.ToString() ?? "", 5, Tone.Quiet);
        }

        var table = new TextTable(
            new TableColumn(AssessTexts.Indicator.In(language)),
            new TableColumn(StandardsTexts.From.In(language)),
            new TableColumn(StandardsTexts.Stage.In(language)),
            new TableColumn(StandardsTexts.Norm.In(language), IsRight: true),
            new TableColumn(StandardsTexts.Floor.In(language), IsRight: true),
            new TableColumn(StandardsTexts.CvLimit.In(language), IsRight: true),
            new TableColumn(StandardsTexts.CvTarget.In(language), IsRight: true),
            new TableColumn(StandardsTexts.Source.In(language), Wraps: true));
        foreach (var indicator in standard.Indicators)
        {
            foreach (var norm in indicator.Norms)
            {
                foreach (var stage in standard.Stages)
                {
                    AddNorm(table, indicator, norm, stage);
                }
            }
        }

        if (!table.IsEmpty)
        {
            page.Line();
            table.WriteTo(page);
        }
    }

    private void AddNorm(TextTable table, Indicator indicator, DatedNorm norm, Stage stage)
    {
        if (norm.Norm[stage] is null && norm.Floor[stage] is null && norm.CvLimit[stage] is null && norm.CvTarget[stage] is null)
        {
            return;
        }

        table.Add(
            indicator.Id,
            Day(norm.From),
            stage.Word(language),
            PrintedNumber.Short(norm.Norm[stage]),
            PrintedNumber.Short(norm.Floor[stage]),
            PrintedNumber.Limit(norm.CvLimit[stage]),
            PrintedNumber.Limit(norm.CvTarget[stage]),
            $"{norm.Source.Tag} {Mark(norm.Source)} {norm.Overlay}".TrimEnd());
    }

    private void WriteScope()
    {
        page.Heading(StandardsTexts.Scope.In(language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true), new TableColumn(""));
        foreach (var rule in standard.Scope)
        {
            table.Add(rule.Reason, rule.Title.In(language), Mark(rule.Source));
        }

        table.WriteTo(page);
    }

    private void WriteSplit()
    {
        if (standard.Split.Weights.IsEmpty)
        {
            return;
        }

        page.Heading($"{StandardsTexts.Split.In(language)} {Mark(standard.Split.Source)}");
        foreach (var (type, weights) in standard.Split.Weights.OrderBy(weight => weight.Key))
        {
            var numbers = weights.Numbers.OrderBy(weight => weight.Key).Select(weight => $"{weight.Key.Word(language)} {PrintedNumber.Short(weight.Value)}");
            page.Line($"  {(language == Language.En ? type.Id() : type.ChineseName())}  {string.Join(" : ", numbers)}");
        }

        var items = standard.Columns.Columns.Where(column => standard.Split.Items.Contains(column.Id)).Select(column => column.Title.In(language));
        page.Wrapped(StandardsTexts.SplitItems.Say(language, string.Join(language == Language.En ? ", " : "、", items)), 2);
        if (standard.IndoorSports is { } indoor)
        {
            page.Wrapped(StandardsTexts.Indoor.Say(language, Title(indoor.SubtractFrom), Title(indoor.AddTo), indoor.Source.Mark), 2);
        }
    }

    private void WriteEasements()
    {
        if (standard.Easements.IsEmpty)
        {
            return;
        }

        page.Heading(StandardsTexts.Easements.In(language));
        foreach (var easement in standard.Easements)
        {
            var period = StandardsTexts.Period.Say(language, Day(easement.From), Day(easement.Until), easement.Source.Mark);
            page.Wrapped($"{easement.Indicator ?? easement.Item} {easement.Title.In(language)}", 2, Tone.Plain, 3);
            page.Line($"     {period}", Tone.Quiet);
        }
    }

    private void WriteItems()
    {
        if (standard.Items.IsEmpty)
        {
            return;
        }

        page.Heading(StandardsTexts.Items.In(language));
        var table = new TextTable(
            new TableColumn(AssessTexts.Item.In(language)),
            new TableColumn(StandardsTexts.Norm.In(language), IsRight: true),
            new TableColumn(StandardsTexts.Meaning.In(language), Wraps: true));
        foreach (var item in standard.Items)
        {
            table.Add($"{item.Id} {item.Short.In(language)}", item.Norms.LastOrDefault()?.Norm is { } norm ? PrintedNumber.Short(norm) : "", item.Title.In(language));
        }

        table.WriteTo(page);
    }

    private void WriteSettings()
    {
        page.Heading(StandardsTexts.Settings.In(language));
        var table = new TextTable(
            new TableColumn(StandardsTexts.Setting.In(language)),
            new TableColumn(StandardsTexts.Value.In(language)),
            new TableColumn(StandardsTexts.Default.In(language)),
            new TableColumn(StandardsTexts.Mark.In(language)),
            new TableColumn(StandardsTexts.Meaning.In(language), Wraps: true));
        foreach (var setting in standard.Settings)
        {
            table.Add(
                setting.Id,
                new TableCell(setting.Value, setting.Value == setting.Default ? Tone.Plain : Tone.Doubtful),
                setting.Default,
                setting.Mark,
                setting.Title.In(language) + (setting.IsFixed ? StandardsTexts.Fixed.In(language) : ""));
        }

        table.WriteTo(page);
    }

    private void WriteSources()
    {
        page.Heading(StandardsTexts.Sources.In(language));
        var table = new TextTable(new TableColumn(""), new TableColumn("", Wraps: true));
        foreach (var source in standard.Sources)
        {
            table.Add(source.Tag, $"{source.Title} {source.Href}".TrimEnd());
        }

        table.WriteTo(page);
    }

    private string Title(string column) => standard.Columns[column]?.Title.In(language) ?? column;

    private static string Mark(RuleSource source) => $"[{source.Mark}]";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

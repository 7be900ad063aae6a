using DocumentFormat.OpenXml.Wordprocessing;
using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Word;

/// <summary>Tables Ⅰ to Ⅵ of the application form as Word tables.</summary>
internal static class FormTables
{
    /// <summary>In Table Ⅱ-2 the indicators are L7 and up.</summary>
    private const int FirstValue = 7;

    /// <summary>Table Ⅰ, two columns of lines.</summary>
    public static WordTable BasicFacts(ApplicationForm form)
    {
        var table = new WordTable(WordPages.UprightWidth, 7, 24, 8, 13, 7, 24, 8, 13).Head();
        for (var side = 0; side < 2; side++)
        {
            table.Cell("栏次").Cell("项目").Cell("单位").Cell("数值");
        }

        var half = (form.BasicFacts.Length + 1) / 2;
        for (var at = 0; at < half; at++)
        {
            table.Row();
            Fact(table, form.BasicFacts[at]);
            Fact(table, form.BasicFacts[at + half]);
        }

        return table;
    }

    /// <summary>Table Ⅱ-1.</summary>
    public static WordTable Meeting(ApplicationForm form)
    {
        var table = IndicatorTable(form, "综合评估");
        foreach (var stage in form.Stages)
        {
            MeetingCount[] counts = [.. stage.Meeting, stage.MeetingOverall];
            table.Row(keepsNext: true).Cell(PaperWords.Of(stage.Stage), merge: true).Cell("达标学校总数（所）");
            foreach (var count in counts)
            {
                table.Figure(count.Count);
            }

            table.Row().Cell(null, merge: false).Cell("达标学校比例（%）");
            foreach (var count in counts)
            {
                table.Figure(count.Percent);
            }
        }

        return table;
    }

    /// <summary>Table Ⅱ-2 of a stage.</summary>
    public static WordTable Schools(ApplicationForm form, StageTables stage)
    {
        var table = new WordTable(WordPages.AcrossWidth, [5, 20, 7, 8, 6, 6, .. form.Indicators.Select(_ => 9d), 9, 27]);
        table.Head().Cell("序号", merge: true).Cell("学校名称").Cell("举办者类型", merge: true).Cell("在校生数（人）", merge: true).Cell("年级数", merge: true).Cell("班级数", merge: true);
        foreach (var indicator in form.Indicators)
        {
            table.Cell($"{indicator.Title}（{indicator.Unit}）");
        }

        table.Cell("综合评估是否达标").Cell("备注", merge: true);
        table.Head().Cell(null, merge: false).Cell("L1").Cell(null, merge: false).Cell(null, merge: false).Cell(null, merge: false).Cell(null, merge: false);
        for (var k = 0; k <= form.Indicators.Length; k++)
        {
            table.Cell($"L{k + FirstValue}");
        }

        table.Cell(null, merge: false);
        for (var at = 0; at < stage.Schools.Length; at++)
        {
            var line = stage.Schools[at];
            table.Row().Cell($"{at + 1}").Cell(line.Name, JustificationValues.Left).Cell(line.Organiser == 0 ? null : $"{line.Organiser}").Figure(line.Enrolment).Figure(line.Grades).Figure(line.Classes);
            foreach (var value in line.Values)
            {
                table.Figure(value);
            }

            table.Cell(PaperWords.OnForm(line.Verdict)).Cell(line.Remark, JustificationValues.Left);
        }

        return table;
    }

    /// <summary>Table Ⅲ.</summary>
    public static WordTable Balance(ApplicationForm form, string compositeTitle)
    {
        var table = IndicatorTable(form, compositeTitle);
        foreach (var stage in form.Stages)
        {
            table.Row(keepsNext: true).Cell(PaperWords.Of(stage.Stage), merge: true).Cell("全县平均值");
            foreach (var spread in stage.Spreads)
            {
                table.Figure(spread.Mean);
            }

            table.Cell(PaperWords.NoFigure);
            table.Row().Cell(null, merge: false).Cell("差异系数");
            foreach (var spread in stage.Spreads)
            {
                table.Figure(spread.Cv);
            }

            table.Figure(stage.Composite);
        }

        return table;
    }

    /// <summary>Table Ⅳ or Ⅴ.</summary>
    public static WordTable Items(IReadOnlyList<ItemEntry> items)
    {
        var table = new WordTable(WordPages.UprightWidth, 7, 34, 32, 13, 8, 10).Head();
        table.Cell("序号", merge: true).Cell("名称", merge: true).Cell("指标值或简要结论", columns: 3).Cell("是否达标", merge: true);
        table.Head().Cell(null, merge: false).Cell(null, merge: false).Cell("填报内容").Cell("数值或结论").Cell("单位").Cell(null, merge: false);
        foreach (var item in items)
        {
            for (var at = 0; at < item.Lines.Length; at++)
            {
                var (line, first) = (item.Lines[at], at == 0);
                bool? merge = item.Lines.Length == 1 ? null : first;
                table.Row(keepsNext: at + 1 < item.Lines.Length).Cell(first ? item.Id : null, merge: merge).Cell(first ? item.Title : null, JustificationValues.Left, merge: merge).Cell(line.Label, JustificationValues.Left);
                _ = line.Text is null ? table.Figure(line.Figure) : table.Cell(line.Text);
                table.Cell(line.Unit).Cell(first ? PaperWords.OnForm(item.Verdict) : null, merge: merge);
            }
        }

        return table;
    }

    /// <summary>Table Ⅵ.</summary>
    public static WordTable Recognition(RecognitionEntry recognition)
    {
        var table = new WordTable(WordPages.UprightWidth, [12, .. recognition.Figures.Select(_ => 11d), 10]).Head();
        table.Cell("项目", merge: true);
        for (var at = 0; at < recognition.Titles.Length; at++)
        {
            table.Cell($"{recognition.Titles[at]}（{recognition.Units[at]}）");
        }

        table.Cell("是否达标", merge: true).Head().Cell(null, merge: false);
        for (var at = 0; at < recognition.Titles.Length; at++)
        {
            table.Cell($"L{at + 1}");
        }

        table.Cell(null, merge: false).Row().Cell("计");
        foreach (var figure in recognition.Figures)
        {
            table.Figure(figure);
        }

        table.Cell(PaperWords.OnForm(recognition.Verdict)).Row().Cell("其中：家长");
        for (var at = 0; at <= recognition.Figures.Length; at++)
        {
            table.Cell(null);
        }

        return table;
    }

    private static void Fact(WordTable table, BasicFact fact) => table.Cell($"L{fact.Number}").Cell(fact.Title, JustificationValues.Left).Cell(fact.Unit).Figure(fact.Figure);

    private static WordTable IndicatorTable(ApplicationForm form, string last)
    {
        var table = new WordTable(WordPages.AcrossWidth, [7, 16, .. form.Indicators.Select(_ => 10d), 10]).Head().Cell("学段", merge: true).Cell("项目", merge: true);
        foreach (var indicator in form.Indicators)
        {
            table.Cell($"{indicator.Title}（{indicator.Unit}）");
        }

        table.Cell(last).Head().Cell(null, merge: false).Cell(null, merge: false);
        for (var k = 0; k <= form.Indicators.Length; k++)
        {
            table.Cell($"L{k + 1}");
        }

        return table;
    }
}

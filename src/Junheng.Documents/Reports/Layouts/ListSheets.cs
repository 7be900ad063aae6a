using Junheng.Application.Reports;

namespace Junheng.Documents.Reports.Layouts;

/// <summary>Plain lists: problems, figures in detail, blanks, what is out of scope.</summary>
internal static class ListSheets
{
    private const int HeadRow = 3;

    /// <summary>问题清单.</summary>
    public static ReportSheet Problems(CountyPapers papers)
    {
        var sheet = Begin(papers, "问题清单", "问题清单", [7, 15, 18, 32, 7, 17, 11, 27, 17, 40, 36], "序号", "类别", "编号", "学校或项目", "学段", "指标", "现值", "要求", "情况", "差多少、缺什么、怎么办", "位置");
        for (var at = 0; at < papers.Problems.Length; at++)
        {
            var line = papers.Problems[at];
            sheet.Next().Cell(at + 1, ReportStyle.Number0).Cell(line.Kind, ReportStyle.Text).Cell(line.Code, ReportStyle.Text).Cell(line.Subject, ReportStyle.Text).Cell(line.Stage, ReportStyle.Center)
                .Cell(line.Indicator, ReportStyle.Text).Figure(line.Value, 2).Cell(line.Required, ReportStyle.Text).Cell(line.State, ReportStyle.Text).Cell(line.Lacking, ReportStyle.Text).Cell(line.Place, ReportStyle.Text);
        }

        return sheet.FilterFrom(HeadRow);
    }

    /// <summary>指标明细.</summary>
    public static ReportSheet Details(CountyPapers papers)
    {
        var sheet = Begin(
            papers, "指标明细", "指标明细（未舍入）", [14, 24, 7, 7, 16, 44, 15, 11, 21, 22, 11, 11, 12, 70, 50],
            "学校代码", "学校名称", "学段", "指标", "名称", "计算式", "分子", "在校生数", "值（未舍入）", "值（精确）", "打印值", "评价", "分摊比例", "分子来源：名称 [文件 › 表 › 单元格] = 数 × 比例", "在校生数来源");
        foreach (var line in papers.Details)
        {
            sheet.Next().Cell(line.Code, ReportStyle.Text).Cell(line.Name, ReportStyle.Text).Cell(PaperWords.Of(line.Stage), ReportStyle.Center).Cell(line.Indicator, ReportStyle.Center).Cell(line.Title, ReportStyle.Text)
                .Cell(line.Formula, ReportStyle.Text).Cell(line.Amount, ReportStyle.Exact).Cell(line.Enrolment, ReportStyle.Exact).Cell(line.Value, ReportStyle.Exact).Cell(line.Exact, ReportStyle.Text)
                .Figure(line.Printed, 2).Cell(line.Word, ReportStyle.Center).Cell(line.Share, ReportStyle.Center).Cell(line.NumeratorCells, ReportStyle.Text).Cell(line.EnrolmentCells, ReportStyle.Text);
        }

        return sheet.FilterFrom(HeadRow);
    }

    /// <summary>未填清单.</summary>
    public static ReportSheet Blanks(CountyPapers papers)
    {
        var sheet = Begin(papers, "未填清单", "未填清单（表中留空的数，谁通常有）", [7, 19, 22, 34, 36, 46, 40], "序号", "表", "栏次或指标", "内容", "学校", "为什么空", "通常由谁提供");
        for (var at = 0; at < papers.Blanks.Length; at++)
        {
            var blank = papers.Blanks[at];
            sheet.Next().Cell(at + 1, ReportStyle.Number0).Cell(blank.Table, ReportStyle.Text).Cell(blank.Place, ReportStyle.Text).Cell(blank.Title, ReportStyle.Text).Cell(blank.School, ReportStyle.Text)
                .Cell(blank.Why, ReportStyle.Text).Cell(blank.Holder, ReportStyle.Text);
        }

        return sheet.FilterFrom(HeadRow);
    }

    /// <summary>依据: of a county with what is out of scope, or of an overview.</summary>
    public static ReportSheet Basis(PaperBasis basis, IReadOnlyList<(string School, string Stage, string Reason)> excluded)
    {
        var sheet = new ReportSheet("依据", [28, 52, 20, 20, 11, 66], new PageLayout(true));
        sheet.Heading("依据", $"结果编号：{basis.ResultId}", $"评估日期：{basis.EvaluatedOn}");
        Pair("标准", $"{basis.StandardTitle}；{basis.StandardId}");
        Pair("标准内容编码（SHA-256）", basis.StandardHash);
        Pair("叠加的地方要求", basis.Overlays.IsEmpty ? "没有" : string.Join("、", basis.Overlays));
        Section("输入文件", "文件", "SHA-256", "", "行数", "", "");
        foreach (var (file, sha256, rows) in basis.Inputs)
        {
            sheet.Next().Cell(file, ReportStyle.Text).Cell(sha256, ReportStyle.Text, 2).Cell(rows, ReportStyle.Number0).Cell(null, ReportStyle.Text, 2);
        }

        Section("设置（标准没有说清、由本系统取值的地方）", "编号", "名称", "取值", "默认值", "可信度", "说明");
        foreach (var setting in basis.Settings)
        {
            sheet.Next().Cell(setting.Id, ReportStyle.Text).Cell(setting.Title.Zh, ReportStyle.Text).Cell(setting.Value, ReportStyle.Center).Cell(setting.Default, ReportStyle.Center)
                .Cell($"[{setting.Mark}]", ReportStyle.Center).Cell(setting.Note?.Zh, ReportStyle.Text);
        }

        Section("过渡性规定与日期", "事项", "", "", "", "", "");
        foreach (var notice in basis.Notices)
        {
            sheet.Line(notice, ReportStyle.Text);
        }

        Section("标准各条是否纳入", "编号", "规则", "纳入情况", "", "可信度", "说明");
        foreach (var rule in basis.Modelled)
        {
            sheet.Next().Cell(rule.Id, ReportStyle.Text).Cell(rule.Rule.Zh, ReportStyle.Text).Cell(Status(rule.Status), ReportStyle.Center, 2).Cell($"[{rule.Mark}]", ReportStyle.Center).Cell(rule.Note?.Zh, ReportStyle.Text);
        }

        Section("规则来源", "简称", "名称", "", "", "", "网址");
        foreach (var source in basis.Sources)
        {
            sheet.Next().Cell(source.Tag, ReportStyle.Text).Cell(source.Title, ReportStyle.Text, 4).Cell(source.Href, ReportStyle.Text);
        }

        if (excluded.Count > 0)
        {
            Section("不参评的学校", "学校", "", "学段", "", "", "原因");
            foreach (var (school, stage, reason) in excluded)
            {
                sheet.Next().Cell(school, ReportStyle.Text, 2).Cell(stage, ReportStyle.Center, 3).Cell(reason, ReportStyle.Text);
            }
        }

        sheet.Line("可信度：[2+] 两个以上来源，[1]、[1r] 一个来源，[R] 常识、未见原文，[I] 推断，[GAP] 未见规定。", ReportStyle.Note);
        return sheet;

        void Pair(string label, string value) => sheet.Next().Cell(label, ReportStyle.Label).Cell(value, ReportStyle.Text, 5);

        void Section(string title, params string[] heads)
        {
            sheet.Next(10);
            sheet.Next(22).Cell(title, ReportStyle.Label, sheet.Columns);
            sheet.Next(20);
            for (var at = 0; at < heads.Length;)
            {
                var span = 1;
                while (at + span < heads.Length && heads[at + span].Length == 0)
                {
                    span++;
                }

                sheet.Cell(heads[at], ReportStyle.Head, span);
                at += span;
            }
        }
    }

    private static string Status(string status) => status switch
    {
        "covered" => "已纳入",
        "partly" => "部分纳入",
        _ => "未纳入",
    };

    private static ReportSheet Begin(CountyPapers papers, string name, string title, double[] widths, params string[] heads)
    {
        var sheet = new ReportSheet(name, widths, new PageLayout(true, IsA3: true));
        sheet.Heading(title, $"{papers.Name}　自评结论：{PaperWords.Of(papers.Verdict)}", $"评估日期：{papers.Basis.EvaluatedOn}");
        sheet.Next(28);
        foreach (var head in heads)
        {
            sheet.Cell(head, ReportStyle.Head);
        }

        return sheet.FreezeHere(0, HeadRow);
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Junheng.Application.Plans;
using Junheng.Documents.Reports;
using Junheng.Documents.Reports.Word;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>投入测算与实施方案 as an official document: what it costs and how sure that is, why, the tables, each figure of the text foot-noted to its table.</summary>
internal sealed class PlanDocument
{
    private readonly Body _body = new();
    private readonly FootnoteList _notes = new();

    /// <summary>Writes the document and leaves the stream open.</summary>
    public static void Write(IReadOnlyList<PlanPaper> papers, Stream stream)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var document = package.AddMainDocumentPart();
            package.ChangeIdOfPart(document, "document");
            var writer = new PlanDocument();
            for (var at = 0; at < papers.Count; at++)
            {
                writer.Lay(papers[at], at == papers.Count - 1);
            }

            document.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Table();
            document.AddNewPart<FontTablePart>("fonts").Fonts = WordStyles.FontTable();
            document.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new EvenAndOddHeaders());
            document.AddNewPart<FootnotesPart>("footnotes").Footnotes = writer._notes.Notes;
            WordPages.AddParts(document, papers[0].Report.ResultId);
            document.Document = new Document(writer._body);
        }

        FixedPackage.CopyTo(buffer, stream);
    }

    private void Lay(PlanPaper paper, bool isLast)
    {
        Paragraph($"{paper.Name}义务教育优质均衡", WordStyles.Title);
        Paragraph("投入测算与实施方案", WordStyles.Title);
        Paragraph("一、测算结论", WordStyles.Heading);
        Conclusion(paper);
        Paragraph("二、测算依据", WordStyles.Heading);
        Basis(paper);
        Paragraph("三、投入安排", WordStyles.Heading);
        Titled(paper, "表1　分项目投入", "单位：元", Items(paper));
        Titled(paper, "表2　分年度投入", "单位：元", Years(paper));
        if (!paper.Sums.Townships.IsEmpty)
        {
            Titled(paper, "表3　分乡镇（街道）投入", "单位：元", Townships(paper));
        }

        _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }, WordPages.Section(false))));
        Titled(paper, "表4　分校实施明细", "单位：元；数量单位见各行", Lines(paper));
        Titled(paper, "表5　方案前后的校际差异系数", "无单位", Coefficients(paper));
        Paragraph("注：是否不超过限值按未舍入的数判定。", WordStyles.Note);
        Titled(paper, "表6　保留在底线与达标值之间的余项", "", Exceptions(paper));
        Titled(paper, "表7　测算所用单价", "单位：元", Prices(paper));
        Titled(paper, "表8　与常见做法对照", "单位：元", PlanAnswersTables.Comparison(paper));
        Paragraph("注：各做法与本方案用同一套精确核对判定。", WordStyles.Note);
        if (paper.Plans.Any(plan => !plan.Answers.Alternatives.IsEmpty))
        {
            Titled(paper, "表9　不做某一项的次优选择", "单位：元", PlanAnswersTables.Alternatives(paper));
        }

        if (paper.Plans.Any(plan => !plan.Answers.Prices.IsEmpty))
        {
            Titled(paper, "表10　各项条件的价格", "与本方案相比", PlanAnswersTables.ConditionPrices(paper));
            Paragraph("注：每一格都把这一条件改动后重新测算一遍：限值±0.01，达标值（连同底线）±1%，学校免去各项达标要求。不影响花费的条件从略。几条一起改，不等于各自之和。", WordStyles.Note);
        }

        Paragraph("编制人：　　　　　　　　审核人：　　　　　　　　单位负责人：　　　　　　　　（公章）", WordStyles.Note);
        Paragraph("编制日期：　　　　年　　月　　日", WordStyles.Note);
        if (isLast)
        {
            _body.Append(WordPages.Section(true));
        }
        else
        {
            _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Note }, WordPages.Section(true))));
        }
    }

    private void Conclusion(PlanPaper paper)
    {
        if (!paper.HasPlan)
        {
            Paragraph("在所给的上限、已定项目和预算之内，没有能够达标的方案。原因如下：", WordStyles.Body);
            foreach (var conflict in paper.Plans.SelectMany(ConflictWords.Of))
            {
                Paragraph(conflict.Zh + "。", WordStyles.Body);
            }

            foreach (var remedy in paper.Plans.SelectMany(plan => plan.Remedies))
            {
                Paragraph(remedy.Words.Zh + "。", WordStyles.Body);
            }

            return;
        }

        var schools = paper.Sums.Schools.Length;
        Noted(
            ($"要使全县义务教育学校资源配置各项指标达到标准，至少需要投入{PlanPaper.TenThousand(paper.Cost)}万元", "表1合计；单价见表7"),
            ($"，涉及{schools}所学校", "表4"),
            ($"。{paper.Certainty}（下限{PlanPaper.TenThousand(paper.Bound)}万元）", "由证明文件给出，已由独立的验证程序核对"),
            ("。", null));
        foreach (var (item, amount, count, cost) in paper.Sums.Items.OrderByDescending(item => item.Cost))
        {
            Noted(($"{item.Title.Zh.TrimEnd('数')}：{count}所学校，添置{PlanPaper.Amount(amount)}{item.Measure.Zh}，{PlanPaper.TenThousand(cost)}万元", "表1"), ("。", null));
        }

        foreach (var plan in paper.Plans)
        {
            if (plan.Answers.Compared.Where(each => each is { IsOurs: false, Complies: true }).MinBy(each => each.Cost) is { Extra: { Sign: > 0 } extra } other)
            {
                Noted(($"{PlanPaper.StagesOf(plan)}：比“{other.Title.Zh}”的做法少{PlanPaper.TenThousand(extra)}万元", "表8"), ("。", null));
            }
        }

        var lowered = paper.Coefficients.Where(each => each.Limit is { } limit && each.Before > limit.ToDouble()).ToList();
        foreach (var each in lowered)
        {
            Noted(($"{each.Stage.Word(Language.Zh)}{each.Indicator.Title.Zh}的差异系数由{PlanPaper.Coefficient(each.Before)}降到{PlanPaper.Coefficient(each.After)}（限值{PlanPaper.Limit(each.Limit)}）", "表5"), ("。", null));
        }
    }

    private void Basis(PlanPaper paper)
    {
        var standard = paper.Report.InForce.Standard;
        Paragraph($"标准：{standard.Title.Zh}，{standard.Id}，{standard.Version}；评估日期：{paper.Report.InForce.Date:yyyy-MM-dd}。", WordStyles.Body);
        Paragraph($"数据：{string.Join("、", paper.Report.Inputs.Select(input => input.File))}。", WordStyles.Body);
        if (paper.Prices.Any(price => price.Default is not null))
        {
            Paragraph("单价：表7中注明“参考默认价”的，由少数公开个案得出，只为能先算起来；作决定前应换成当地价格，换价后方案会变。", WordStyles.Body);
        }

        foreach (var easement in paper.Plans.SelectMany(plan => plan.Easements).GroupBy(each => each.Easement.Id).Select(group => group.First() with { Units = group.Sum(each => each.Units) }))
        {
            Paragraph($"过渡性规定：{easement.Words.Zh}。", WordStyles.Body);
        }

        if (paper.Plans.Any(plan => !plan.Problem.Assumptions.IsEmpty))
        {
            Paragraph($"假定：{paper.Plans.Sum(plan => plan.Problem.Assumptions.Length)}处空白数据按{(paper.Report.Terms.Missing == MissingRule.Zero ? "没有" : "全县生均水平")}计算，应尽快补填后重新测算。", WordStyles.Body);
        }
    }

    private static WordTable Items(PlanPaper paper)
    {
        var table = new WordTable(WordPages.UprightWidth, 30, 16, 10, 14, 24).Head().Cell("项目").Cell("数量").Cell("单位").Cell("学校（所）").Cell("金额");
        foreach (var (item, amount, schools, cost) in paper.Sums.Items)
        {
            table.Row().Cell(item.Title.Zh, JustificationValues.Left).Cell(PlanPaper.Amount(amount), JustificationValues.Right).Cell(item.Measure.Zh).Cell($"{schools}").Cell(PlanPaper.Money(cost), JustificationValues.Right);
        }

        return table.Row().Cell("合计", columns: 4).Cell(PlanPaper.Money(paper.Cost), JustificationValues.Right);
    }

    private static WordTable Years(PlanPaper paper)
    {
        var table = new WordTable(WordPages.UprightWidth, 20, 26, 26, 28).Head().Cell("年度").Cell("一次性投入").Cell("经常性支出").Cell("合计");
        foreach (var (year, once, recurrent) in paper.Sums.Years)
        {
            table.Row().Cell($"{paper.FirstYear + year - 1}").Cell(PlanPaper.Money(once), JustificationValues.Right).Cell(PlanPaper.Money(recurrent), JustificationValues.Right).Cell(PlanPaper.Money(once + recurrent), JustificationValues.Right);
        }

        return table;
    }

    private static WordTable Townships(PlanPaper paper)
    {
        var table = new WordTable(WordPages.UprightWidth, 50, 20, 30).Head().Cell("乡镇（街道）").Cell("学校（所）").Cell("金额");
        foreach (var (township, schools, cost) in paper.Sums.Townships)
        {
            table.Row().Cell(PlanPaper.Township(township), JustificationValues.Left).Cell($"{schools}").Cell(PlanPaper.Money(cost), JustificationValues.Right);
        }

        return table;
    }

    private static WordTable Lines(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 5, 20, 7, 16, 10, 11, 9, 14, 9, 9, 30).Head();
        foreach (var head in new[] { "序号", "学校", "学段", "项目", "数量", "单价", "年度", "金额", "现有", "方案后", "为什么" })
        {
            table.Cell(head);
        }

        var at = 0;
        foreach (var action in paper.Actions)
        {
            table.Row().Cell($"{++at}").Cell(PlanPaper.SchoolOf(action), JustificationValues.Left).Cell(PlanPaper.StageOf(action)).Cell(action.Item.Title.Zh, JustificationValues.Left)
                .Cell($"{PlanPaper.Amount(action.Add)}{action.Item.Measure.Zh}", JustificationValues.Right).Cell(PlanPaper.Amount(action.Price.Amount), JustificationValues.Right).Cell(paper.YearOf(action))
                .Cell(PlanPaper.Money(action.Cost), JustificationValues.Right).Cell(PlanPaper.Amount(action.Before), JustificationValues.Right).Cell(PlanPaper.Amount(action.After), JustificationValues.Right)
                .Cell(PlanPaper.Why(action), JustificationValues.Left);
        }

        return table;
    }

    private static WordTable Coefficients(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 10, 8, 46, 12, 12, 12).Head().Cell("学段").Cell("指标").Cell("名称").Cell("现在").Cell("方案后").Cell("限值");
        foreach (var each in paper.Coefficients)
        {
            table.Row().Cell(each.Stage.Word(Language.Zh)).Cell(each.Indicator.Id).Cell(each.Indicator.Title.Zh, JustificationValues.Left).Cell(PlanPaper.Coefficient(each.Before)).Cell(PlanPaper.Coefficient(each.After)).Cell(PlanPaper.Limit(each.Limit));
        }

        return table;
    }

    private static WordTable Exceptions(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 6, 30, 8, 8, 36, 12).Head().Cell("序号").Cell("学校").Cell("学段").Cell("指标").Cell("名称").Cell("方案后的值");
        var at = 0;
        foreach (var each in paper.Exceptions)
        {
            table.Row().Cell($"{++at}").Cell(each.School.Name.Length > 0 ? each.School.Name : each.SchoolCode, JustificationValues.Left).Cell(each.Stage.Word(Language.Zh)).Cell(each.Indicator.Id)
                .Cell(each.Indicator.Title.Zh, JustificationValues.Left).Cell(PlanPaper.Amount(each.PerPupil * each.Indicator.Scale), JustificationValues.Right);
        }

        return table;
    }

    private static WordTable Prices(PlanPaper paper)
    {
        var table = new WordTable(WordPages.AcrossWidth, 24, 12, 10, 54).Head().Cell("项目").Cell("单价").Cell("计入年数").Cell("来源");
        foreach (var rule in paper.Prices)
        {
            table.Row().Cell(paper.Report.InForce.Standard.Columns[rule.Item]?.Title.Zh ?? rule.Item, JustificationValues.Left).Cell(PlanPaper.Amount(rule.Value), JustificationValues.Right)
                .Cell(rule.Years == 0 ? "一次性" : $"{rule.Years}年").Cell(PlanPaper.PriceSource(rule), JustificationValues.Left);
        }

        return table;
    }

    private void Noted(params (string Text, string? Source)[] phrases)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Body }));
        foreach (var (text, source) in phrases)
        {
            paragraph.Append(WordText.RunOf(text));
            if (source is not null)
            {
                paragraph.Append(_notes.Add($"数据来源：{source}。"));
            }
        }

        _body.Append(paragraph);
    }

    private void Paragraph(string text, string style) => _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), WordText.RunOf(text)));

    private void Titled(PlanPaper paper, string title, string unit, WordTable table)
    {
        Paragraph(title, WordStyles.TableTitle);
        Paragraph($"编制单位：{paper.Name}{(unit.Length == 0 ? "" : $"　　{unit}")}", WordStyles.Caption);
        _body.Append(table.Element);
    }
}

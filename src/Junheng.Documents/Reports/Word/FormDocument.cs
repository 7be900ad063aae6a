using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Junheng.Application.Reports;
using Junheng.Documents.Reports.Layouts;

namespace Junheng.Documents.Reports.Word;

/// <summary>The application form as an official document: Tables Ⅰ to Ⅵ and the self-evaluation, each figure foot-noted to its table. The same papers give the same bytes.</summary>
internal sealed class FormDocument
{
    private readonly CountyPapers _papers;
    private readonly ApplicationForm _form;
    private readonly Body _body = new();
    private readonly FootnoteList _notes = new();

    private FormDocument(CountyPapers papers, ApplicationForm form) => (_papers, _form) = (papers, form);

    /// <summary>Writes the document and leaves the stream open.</summary>
    public static void Write(CountyPapers papers, ApplicationForm form, Stream stream)
    {
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            var document = package.AddMainDocumentPart();
            package.ChangeIdOfPart(document, "document");
            var writer = new FormDocument(papers, form);
            writer.Lay();
            document.AddNewPart<StyleDefinitionsPart>("styles").Styles = WordStyles.Table();
            document.AddNewPart<FontTablePart>("fonts").Fonts = WordStyles.FontTable();
            document.AddNewPart<DocumentSettingsPart>("settings").Settings = new Settings(new EvenAndOddHeaders());
            document.AddNewPart<FootnotesPart>("footnotes").Footnotes = writer._notes.Notes;
            WordPages.AddParts(document, papers.Basis.ResultId);
            document.Document = new Document(writer._body);
        }

        FixedPackage.CopyTo(buffer, stream);
    }

    private void Lay()
    {
        Cover();
        Heading("一、基本情况", newPage: true);
        Titled("表Ⅰ　县（市、区）基本情况", "", FormTables.BasicFacts(_form));
        EndSection(isAcross: false);
        Heading("二、资源配置");
        Titled("表Ⅱ-1　义务教育学校资源配置达标情况（汇总）", "单位：所、%", FormTables.Meeting(_form));
        foreach (var stage in _form.Stages)
        {
            Titled($"表Ⅱ-2　义务教育学校资源配置情况（{PaperWords.Of(stage.Stage)}）", "单位：人、个、㎡、元、间", FormTables.Schools(_form, stage), newPage: true);
            foreach (var note in stage.FootNotes)
            {
                Paragraph(note.Replace("“未填清单”", "工作簿的“未填清单”", StringComparison.Ordinal), WordStyles.Note);
            }
        }

        Titled("表Ⅲ　义务教育学校校际均衡情况", "均值保留两位小数，差异系数保留三位小数", FormTables.Balance(_form, _papers.CompositeTitle), newPage: true);
        foreach (var note in BalanceSheet.Notes(_papers))
        {
            Paragraph(note, WordStyles.Note);
        }

        EndSection(isAcross: true);
        Heading("三、政府保障程度");
        Titled("表Ⅳ　政府保障程度", "", FormTables.Items(_form.Government));
        Heading("四、教育质量");
        Titled("表Ⅴ　教育质量", "", FormTables.Items(_form.Quality));
        Heading("五、社会认可度");
        Titled("表Ⅵ　社会认可度", "单位：份、人、%", FormTables.Recognition(_form.Recognition));
        Heading("六、自评结论");
        Conclusion();
        _body.Append(WordPages.Section(isAcross: false));
    }

    private void Cover()
    {
        Paragraph(CoverSheet.FormTitle, WordStyles.Title);
        BreakTitle();
        Paragraph($"县（市、区）：{_papers.Name}（{_papers.Code}）", WordStyles.Body);
        Paragraph($"数据年度：{(_papers.ReportYear > 0 ? _papers.ReportYear : "未注明")}", WordStyles.Body);
        Paragraph("填报单位：　　　　　　　　　　　　（公章）", WordStyles.Body);
        Paragraph("填表人：　　　　　　审核人：　　　　　　", WordStyles.Body);
        Paragraph("单位负责人：　　　　　　　　", WordStyles.Body);
        Paragraph("填报日期：　　　　年　　月　　日", WordStyles.Body);
        Paragraph($"标准：{_papers.Basis.StandardTitle}，{_papers.Basis.StandardId}；评估日期：{_papers.Basis.EvaluatedOn}。", WordStyles.Body);
        Paragraph(_papers.Blanks.IsEmpty ? "各表没有暂缺的数。" : $"各表中 {_papers.Blanks.Length} 处数据暂缺，留空待填（不是零），逐处列在同名工作簿的“未填清单”。", WordStyles.Body);
    }

    /// <summary>The title is too long for one line of 22 pt: it breaks before the county's word.</summary>
    private void BreakTitle()
    {
        var at = CoverSheet.FormTitle.IndexOf('县', StringComparison.Ordinal);
        var run = _body.LastChild!.GetFirstChild<Run>()!;
        run.RemoveAllChildren();
        run.Append(new Text(CoverSheet.FormTitle[..at]), new Break(), new Text(CoverSheet.FormTitle[at..]));
    }

    /// <summary>The phrases, each with its foot-note, paragraph by paragraph.</summary>
    private void Conclusion()
    {
        var paragraph = Begin(WordStyles.Body);
        foreach (var phrase in _form.Conclusion)
        {
            if (phrase.Text.Length > 0)
            {
                paragraph.Append(WordText.RunOf(phrase.Text));
            }

            if (phrase.Source is { } source)
            {
                paragraph.Append(_notes.Add($"数据来源：{source}。"));
            }

            if (phrase.EndsParagraph)
            {
                _body.Append(paragraph);
                paragraph = Begin(WordStyles.Body);
            }
        }

        if (paragraph.Elements<Run>().Any())
        {
            _body.Append(paragraph);
        }
    }

    private static Paragraph Begin(string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }));

    private void Paragraph(string text, string style)
    {
        var paragraph = Begin(style);
        paragraph.Append(WordText.RunOf(text));
        _body.Append(paragraph);
    }

    private void Heading(string text, bool newPage = false)
    {
        Paragraph(text, WordStyles.Heading);
        if (newPage)
        {
            BreakBefore();
        }
    }

    private void Titled(string title, string unit, WordTable table, bool newPage = false)
    {
        Paragraph(title, WordStyles.TableTitle);
        if (newPage)
        {
            BreakBefore();
        }

        Paragraph($"填报单位：{_papers.Name}{(unit.Length == 0 ? "" : $"　　{unit}")}", WordStyles.Caption);
        _body.Append(table.Element);
    }

    /// <summary>The last paragraph begins a page.</summary>
    private void BreakBefore() => ((Paragraph)_body.LastChild!).ParagraphProperties!.InsertAfter(new PageBreakBefore(), ((Paragraph)_body.LastChild!).ParagraphProperties!.ParagraphStyleId);

    private void EndSection(bool isAcross) => _body.Append(new Paragraph(new ParagraphProperties(
        new ParagraphStyleId { Val = WordStyles.Note }, WordPages.Section(isAcross))));
}

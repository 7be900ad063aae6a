using Junheng.Application.Templates;

namespace Junheng.Documents.Templates;

/// <summary>The figures of the year before, all columns, light blue and locked, to compare with.</summary>
internal static class LastYearSheet
{
    private const int FrozenColumns = 4;
    private const int HeadingHeight = 66;

    public static void Write(TemplatePlan plan, Stream stream)
    {
        using var sheet = new SheetWriter(stream);
        sheet.Elements("<sheetPr><tabColor rgb=\"FFDDEBF7\"/><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        sheet.Elements(DataSheet.Frozen(FrozenColumns));
        sheet.Elements($"<cols>{string.Concat(plan.Columns.Select((column, at) => DataSheet.Column(at, DataSheet.WidthOf(column), 0)))}</cols>");
        sheet.BeginRows();
        sheet.BeginRow(HeadingHeight);
        foreach (var column in plan.Columns)
        {
            sheet.Text(TemplateHeadings.Of(column), TemplateStyles.Heading);
        }

        sheet.EndRow();
        foreach (var row in plan.LastYear)
        {
            sheet.BeginRow(DataSheet.RowHeight);
            foreach (var column in plan.Columns)
            {
                if (ColumnRules.IsFigure(column))
                {
                    sheet.Figure(row[column.Id], TemplateStyles.ReferenceNumber);
                }
                else
                {
                    sheet.Text(ColumnRules.InWords(column, row[column.Id]), TemplateStyles.ReferenceText);
                }
            }

            sheet.EndRow();
        }

        sheet.EndRows();
        sheet.Elements("<sheetProtection sheet=\"1\" formatColumns=\"0\" formatRows=\"0\"/>");
        sheet.Elements(DataSheet.Printing(plan, plan.Columns.Length, "上年学校数据（仅供参考）"));
    }
}

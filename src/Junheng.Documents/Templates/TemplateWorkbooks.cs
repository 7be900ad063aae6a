using Junheng.Application.Statistics;
using Junheng.Application.Templates;
using Junheng.Assessment.Standards;
using Junheng.Documents.Returned;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Templates;

/// <summary>Templates as workbooks: the sheet to be filled in comes first, as it is the one that is read, then last year's figures, then the notes.</summary>
public sealed class TemplateWorkbooks : ITemplateWorkbooks
{
    private const int MostIdentityColumns = 4;

    /// <inheritdoc/>
    public LastYearReading ReadLastYear(InputFile input, Standard standard, TableLayout? layout, Language language) => LastYearTable.Read(input, standard, layout, language);

    /// <inheritdoc/>
    public void Write(TemplatePlan plan, Stream target)
    {
        var data = plan.Layout == TableLayout.School ? "学校数据" : "学段数据";
        var sheets = new List<NewSheet> { new(data, stream => DataSheet.Write(plan, stream)) };
        if (!plan.LastYear.IsEmpty)
        {
            sheets.Add(new NewSheet(Companions.LastYearSheet, stream => LastYearSheet.Write(plan, stream)));
        }

        sheets.Add(new NewSheet(Companions.NotesSheet, stream => NotesSheet.Write(plan, stream)));
        target.Write(NewPackage.Of(sheets, TemplateStyles.Elements, string.Concat(sheets.Take(sheets.Count - 1).Select(PrintTitles))));
    }

    /// <summary>Heading row and identity columns are repeated on every printed page.</summary>
    private static string PrintTitles(NewSheet sheet, int at)
    {
        var last = Origin.CellName(1, MostIdentityColumns - 1)[..^1];
        return $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{PartXml.Text(at)}\">'{sheet.Name}'!$A:${last},'{sheet.Name}'!$1:$1</definedName>";
    }
}

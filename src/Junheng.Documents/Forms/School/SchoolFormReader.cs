using System.Collections.Immutable;
using Junheng.Application.Papers;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Forms.Reconcile;
using Junheng.Documents.Forms.Sheets;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.School;

/// <summary>
/// Reads workbooks of one school a sheet: which school → which form → headings and rows → cells of the map. Sheets of one school, in one workbook or several, come together in one row.
/// </summary>
internal sealed class SchoolFormReader : IFormReader
{
    private const int CodeWeight = 1000;
    private const int TitleWeight = 500;
    private const int HeadingWeight = 200;

    /// <inheritdoc/>
    public FormLayout Layout => FormLayout.Sheet;

    /// <inheritdoc/>
    public FormMatch Match(SheetGrid sheet, FormMap map)
    {
        var signs = SheetSigns.Of(sheet);
        if (signs.Code is { } code)
        {
            return map.Signs.Codes.Any(each => FormCodes.Of(each) == code)
                ? Matched(map, signs, CodeWeight + (10 * map.Signs.Titles.Count(signs.HasTitle)), new($"表号 {code}", $"form code {code}")) with { IsCertain = true }
                : Nothing;
        }

        var titles = map.Signs.Titles.Where(signs.HasTitle).ToImmutableArray();
        return !titles.IsEmpty ? Matched(map, signs, TitleWeight + titles.Max(title => title.Length), new($"标题“{titles[0]}”", $"title '{titles[0]}'"))
            : map.Signs.Headings.Length > 1 ? ByHeadings(map, signs)
            : Nothing;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SheetMapping> Read(IReadOnlyList<RecognisedSheet> sheets, FormContext context)
    {
        var schools = WorkbookSchools.Of(sheets, context);
        var years = schools.OfType<SheetSchool>().GroupBy(school => (school.Code, school.Name)).Where(group => group.Select(school => school.Year).Where(year => year > 0).Distinct().Count() > 1)
            .Select(group => group.Key).ToHashSet();
        return [.. sheets.Select((sheet, i) => new OneSheet(sheet, schools[i], context).Read(schools[i] is { } school && years.Contains((school.Code, school.Name))))];
    }

    private static FormMatch Nothing { get; } = new(false, 0, new("", ""), [], []);

    private static FormMatch ByHeadings(FormMap map, SheetSigns signs)
    {
        var (found, lacking) = Headings(map, signs);
        return lacking.IsEmpty && !found.IsEmpty && HasMostCells(map, signs)
            ? new FormMatch(true, HeadingWeight + found.Length, new("列标题", "headings"), found, lacking)
            : Nothing with { Found = found, Lacking = lacking };
    }

    /// <summary>Whether most cells of the map are there: a list of schools may have the same headings, but not where the form has them.</summary>
    private static bool HasMostCells(FormMap map, SheetSigns signs)
    {
        if (signs.Form is not { } form)
        {
            return false;
        }

        var finder = new CellFinder(form);
        return map.Cells.Count(cell => cell.Terms.All(term => finder.Find(term) is CellSearch.Found)) * 2 > map.Cells.Length;
    }

    /// <summary>Among maps of the same code the one whose headings are there weighs more.</summary>
    private static FormMatch Matched(FormMap map, SheetSigns signs, int weight, LocalizedText by)
    {
        var (found, lacking) = Headings(map, signs);
        return new FormMatch(true, weight + (20 * found.Length) - (40 * lacking.Length), by, found, lacking);
    }

    private static (ImmutableArray<string> Found, ImmutableArray<string> Lacking) Headings(FormMap map, SheetSigns signs)
    {
        if (map.Signs.Headings.IsEmpty || signs.Form is not { } form)
        {
            return ([], [.. map.Signs.Headings.Select(path => path.Text)]);
        }

        var byFound = map.Signs.Headings.ToLookup(path => form.Columns.Any(column => path.Matches(column.Path)) || form.Rows.Any(row => path.Matches(row.Path)), path => path.Text);
        return ([.. byFound[true]], [.. byFound[false]]);
    }

    /// <summary>One sheet being read.</summary>
    private sealed class OneSheet(RecognisedSheet sheet, SheetSchool? school, FormContext context)
    {
        private readonly SheetNotes _notes = new(sheet.Sheet, context);
        private ImmutableArray<MappedItem> _mapped = [];
        private ImmutableArray<LeftOverHeading> _leftOver = [];

        public SheetMapping Read(bool hasOtherYears)
        {
            _notes.Choose(new($"按{sheet.Match.By.Zh}识别为“{sheet.Map.Title.Zh}”", $"Recognised by {sheet.Match.By.En} as '{sheet.Map.Title.En}'"));
            CheckCodes();
            if (sheet.Map.OnlyRecognises)
            {
                _notes.Choose(new("认识此表，但没有从中读取的项目", "A known form of which no item is read"));
            }
            else if (MayBeRead(hasOtherYears))
            {
                ReadSchool(school!);
            }

            return new SheetMapping(
                sheet.Sheet.File,
                sheet.Sheet.Name,
                sheet.Map.Id,
                sheet.Map.Title,
                sheet.Map.OnlyRecognises ? MappingStatus.NotRead : sheet.Map.IsAssumed ? MappingStatus.Assumed : MappingStatus.Known,
                school?.Year ?? 0,
                sheet.Map.Stage,
                school is null ? 0 : 1,
                _mapped,
                _leftOver,
                _notes.Choices,
                _notes.Questions);
        }

        private void CheckCodes()
        {
            var signs = SheetSigns.Of(sheet.Sheet);
            if (signs.CodesInName is [var inName, ..] && !signs.CodesInHead.IsEmpty && !signs.CodesInHead.Contains(inName))
            {
                _notes.Ask(
                    "forms.two-codes",
                    null,
                    new($"工作表名写 {inName}，表内写 {signs.CodesInHead[0]}", $"The sheet's name says {inName}, its head says {signs.CodesInHead[0]}"),
                    new("看清是哪张表，改正其中一处", "See which form it is and correct one of them"));
            }
        }

        private bool MayBeRead(bool hasOtherYears)
        {
            if (school is null)
            {
                _notes.Ask(
                    "forms.no-school",
                    null,
                    new("工作簿里有几所学校，看不出此表是哪一所的", "The workbook has several schools, and nothing tells whose this sheet is"),
                    new("在表头写“学校（机构）名称：…”，或在工作表名的表号后写学校名称", "Write 学校（机构）名称：… in the form's head, or the school's name behind the code in the sheet's name"));
                return false;
            }

            if (school.Kind.IsOutside)
            {
                _notes.Note("forms.outside", null, new($"“{school.Name}”不是义务教育学校，未读取", $"'{school.Name}' is no school of compulsory education and is not read"), new("无需处理", "Nothing to do"));
                return false;
            }

            if (context.ReportYear is { } wanted && school.Year > 0 && school.Year != wanted)
            {
                _notes.Ask(
                    "forms.other-year",
                    null,
                    new($"此表是 {school.Year} 年的，不是所要的 {wanted} 年", $"The form is of {school.Year}, not of {wanted} as asked for"),
                    new("去掉这张表，或改正 --year", "Leave it out, or correct --year"));
                return false;
            }

            if (hasOtherYears)
            {
                _notes.Ask(
                    "forms.two-years",
                    null,
                    new($"同一工作簿里“{school.Name}”的表属于不同年度，此表是 {school.Year} 年", $"The forms of '{school.Name}' in this workbook are of different years; this one is of {school.Year}"),
                    new("一个工作簿只放一个年度的表", "Keep the forms of one year in a workbook"));
                return false;
            }

            if (!sheet.Map.HoldsFor(school.Year))
            {
                _notes.Ask(
                    "forms.other-generation",
                    null,
                    new($"{sheet.Map.Title.Zh}（{sheet.Map.Id}）不是 {school.Year} 年用的表", $"{sheet.Map.Title.En} ({sheet.Map.Id}) is no form of {school.Year}"),
                    new("去掉其他年度的表，或改正年度", "Remove forms of other years, or correct the year"));
                return false;
            }

            return true;
        }

        private void ReadSchool(SheetSchool of)
        {
            foreach (var choice in of.Choices)
            {
                _notes.Choose(choice);
            }

            var sheetNumber = context.Figures.SheetNumber(sheet.Sheet.File, sheet.Sheet.Name);
            var number = context.Figures.School(of.County, of.Code, of.Name, of.Year, new CellPlace(sheetNumber, 1, 0));
            if (context.Figures.Claim(number, sheet.Map.Id, new CellPlace(sheetNumber, 1, 0)) is { } earlier)
            {
                var place = context.Figures.Sheets[earlier.Sheet];
                _notes.Ask(
                    "forms.twice",
                    null,
                    new($"“{of.Name}”的“{sheet.Map.Title.Zh}”有两份，另一份在 {place.File} › {place.Sheet}", $"'{of.Name}' has '{sheet.Map.Title.En}' twice; the other is {place.File} › {place.Sheet}"),
                    new("只保留正确的一份", "Keep the right one"));
                return;
            }

            PutIdentity(of, number, sheetNumber);
            if (sheet.Map.Cells.IsEmpty)
            {
                return;
            }

            if (SheetSigns.Of(sheet.Sheet).Form is not { } form)
            {
                _notes.Ask(
                    "forms.no-headings",
                    null,
                    new("找不到表头（“甲 乙 1 2 3”一行，或“指标名称、代码”一行）和其下的数据行", "No headings (a row 甲 乙 1 2 3, or 指标名称 and 代码) with rows below were found"),
                    new("检查表样是否完整", "Check that the form is whole"));
                return;
            }

            var reader = new CellRuleReader(sheet, form, of, context, _notes);
            reader.Read(number, sheetNumber);
            (_mapped, _leftOver) = ([.. _mapped, .. reader.Mapped], reader.LeftOver());
        }

        private void PutIdentity(SheetSchool of, int number, int sheetNumber)
        {
            var labels = LabelReader.Read(sheet.Map, sheet.Sheet);
            foreach (var label in labels)
            {
                var place = new CellPlace(sheetNumber, label.Row, label.Column);
                if (label.Value is null)
                {
                    _notes.Choose(new($"{label.Label}“{label.Written}”不认识，未读取", $"{label.Label}: '{label.Written}' is not known and was not read"));
                    continue;
                }

                if (label.Item != "report_year" && !(label.Item == "county_code" && label.Value != of.County))
                {
                    context.Figures.Item(label.Item).Put(number, Observation.Words(label.Value, Remark(label), place));
                }

                _mapped = _mapped.Add(new MappedItem(
                    label.Item, label.Label, Origin.CellName(label.Row, label.Column), [label.Written], label.Written == label.Value ? "" : $"→ {label.Value}"));
            }

            var at = new CellPlace(sheetNumber, of.At.Row, of.At.Column);
            PutWords("county_code", of.County);
            PutWords("school_code", of.Code);
            PutWords("school_name", of.Name);
            if (of.Year > 0)
            {
                context.Figures.Item("report_year").Put(number, Observation.Figure(new NumberReading(of.Year, null, null), null, at));
            }

            if (of.KindFrom is { } from && of.Kind.Type != SchoolType.Unknown && !context.Figures.Item("school_type")[number].IsGiven)
            {
                _notes.Choose(from);
                PutWords("school_type", of.Kind.Type.Id());
            }

            void PutWords(string item, string text)
            {
                if (text.Length > 0)
                {
                    context.Figures.Item(item).Put(number, Observation.Words(text, null, at));
                }
            }
        }

        /// <summary>A code that the workbook holds as a number deserves a remark; a type or class does not.</summary>
        private CellRemarkKind? Remark(LabelValue label) =>
            label.Item is "school_code" or "county_code" or "parent_school_code" ? sheet.Sheet.TextRemark(label.Row, label.Column) : null;
    }
}

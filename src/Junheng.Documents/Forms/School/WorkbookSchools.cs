using System.Collections.Immutable;
using Junheng.Documents.Forms.Sheets;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.School;

/// <summary>The school that a sheet speaks of.</summary>
/// <param name="County">County code; empty when not known.</param>
/// <param name="Code">School code; empty when not known.</param>
/// <param name="Name">School name; empty when not known.</param>
/// <param name="Kind">What school it is.</param>
/// <param name="KindFrom">How the kind is known other than by a form of the workbook; null when a form says it, or nothing does.</param>
/// <param name="Year">Report year; 0 = not known.</param>
/// <param name="At">Row from 1 and column from 0 of what says so on the sheet; its first cell where the sheet does not.</param>
/// <param name="Choices">How the school was told.</param>
internal sealed record SheetSchool(
    string County, string Code, string Name, SchoolKind Kind, LocalizedText? KindFrom, int Year, (int Row, int Column) At, ImmutableArray<LocalizedText> Choices);

/// <summary>
/// Tells which school each sheet of a workbook speaks of: by its own head or identity form, else by the sheet's name behind the form code, else by the only school of the workbook, else by the
/// file's name.
/// </summary>
internal sealed class WorkbookSchools
{
    private readonly List<Sheet> _sheets;
    private readonly List<Group> _groups = [];

    private WorkbookSchools(IReadOnlyList<RecognisedSheet> sheets) => _sheets = [.. sheets.Select(sheet => new Sheet(sheet))];

    /// <summary>One school a sheet, in their order; null where nobody can tell.</summary>
    public static IReadOnlyList<SheetSchool?> Of(IReadOnlyList<RecognisedSheet> sheets, FormContext context)
    {
        var schools = new WorkbookSchools(sheets);
        schools.GroupByIdentity();
        schools.GroupTheRest();
        return [.. schools._sheets.Select(sheet => schools.SchoolOf(sheet, context))];
    }

    private void GroupByIdentity()
    {
        foreach (var sheet in _sheets.Where(sheet => sheet.HasIdentity))
        {
            var group = _groups.Find(each => sheet.Code.Length > 0 && each.Code == sheet.Code)
                ?? _groups.Find(each => sheet.Name.Length > 0 && each.Name == sheet.Name && (each.Code.Length == 0 || sheet.Code.Length == 0));
            if (group is null)
            {
                _groups.Add(group = new Group());
            }

            group.Take(sheet);
        }
    }

    private void GroupTheRest()
    {
        var isNamedBySheets = _groups.Count == 0 && _sheets.Where(sheet => sheet.SuffixIsSchool).Select(sheet => sheet.Suffix).Distinct().Count() > 1;
        foreach (var sheet in _sheets.Where(sheet => sheet.Group is null))
        {
            if (sheet.SuffixIsSchool && (_groups.Find(each => each.Name == sheet.Suffix || each.Code == sheet.Suffix) is not null || _groups.Count > 1 || isNamedBySheets))
            {
                var group = _groups.Find(each => each.Name == sheet.Suffix || each.Code == sheet.Suffix);
                if (group is null)
                {
                    _groups.Add(group = new Group { Name = sheet.Suffix });
                }

                group.Take(sheet);
                sheet.Choices.Add(new($"学校按工作表名“{sheet.Grid.Name}”确定", $"The school was told by the sheet's name '{sheet.Grid.Name}'"));
            }
        }

        var nameless = _sheets.Where(sheet => sheet.Group is null).ToList();
        if (nameless.Count > 0 && _groups.Count == 0)
        {
            _groups.Add(OfFile(nameless));
        }

        if (_groups is [var only])
        {
            foreach (var sheet in nameless)
            {
                only.Take(sheet);
                sheet.Choices.Add(new($"工作簿只有一所学校“{only.Words}”，此表归于该校", $"The workbook has one school, '{only.Words}': the sheet is taken as its own"));
            }
        }
    }

    private static Group OfFile(List<Sheet> sheets)
    {
        var (name, _) = FileNames.SchoolOf(sheets[0].Grid.File);
        foreach (var sheet in sheets)
        {
            sheet.Choices.Add(new($"表内没有学校名称，学校按文件名“{name}”确定", $"No sheet names the school; it was told by the file's name '{name}'"));
        }

        return new Group { Name = name };
    }

    private SheetSchool? SchoolOf(Sheet sheet, FormContext context)
    {
        if (sheet.Group is not { } group)
        {
            return null;
        }

        var (kind, from) = group.KindOfForm is { IsUnknown: false } said ? (said, (LocalizedText?)null)
            : group.KindOfSheets is { IsUnknown: false } bySheet ? (bySheet, new("办学类型按工作表名确定", "The school's type was told by the sheets' names"))
            : FileNames.SchoolOf(sheet.Grid.File).Kind is { IsUnknown: false } byFile && _groups.Count == 1 ? (byFile, new("办学类型按文件名确定", "The school's type was told by the file's name"))
            : (default, null);
        var year = sheet.Year > 0 ? sheet.Year : group.Year;
        return new SheetSchool(
            group.County.Length > 0 ? group.County : context.CountyCode ?? "", group.Code, group.Name, kind, from, year > 0 ? year : context.ReportYear ?? 0, sheet.At, [.. sheet.Choices]);
    }

    /// <summary>A school of the workbook.</summary>
    private sealed class Group
    {
        public string Code { get; private set; } = "";

        public string Name { get; set; } = "";

        public string County { get; private set; } = "";

        public int Year { get; private set; }

        public SchoolKind KindOfForm { get; private set; }

        public SchoolKind KindOfSheets { get; private set; }

        public string Words => Name.Length > 0 ? Name : Code;

        public void Take(Sheet sheet)
        {
            sheet.Group = this;
            Code = Code.Length > 0 ? Code : sheet.Code;
            Name = Name.Length > 0 ? Name : sheet.Name;
            County = County.Length > 0 ? County : sheet.County;
            Year = Year > 0 ? Year : sheet.Year;
            KindOfForm = KindOfForm.IsUnknown ? sheet.Kind : KindOfForm;
            KindOfSheets = KindOfSheets.IsUnknown ? SchoolKinds.Of(sheet.Suffix) : KindOfSheets;
        }
    }

    /// <summary>What a sheet itself says.</summary>
    private sealed class Sheet
    {
        public Sheet(RecognisedSheet sheet)
        {
            Grid = sheet.Sheet;
            var labels = LabelReader.Read(sheet.Map, Grid);
            var head = HeadLines.Read(Grid, SheetSigns.Of(Grid).Form?.HeadRows ?? 0);
            Name = Value("school_name", head.Name);
            Code = Value("school_code", head.Code);
            County = Value("county_code", head.County);
            Year = labels.FirstOrDefault(label => label.Item == "report_year")?.Value is { } year && int.TryParse(year, out var given) ? given : head.Year;
            Kind = labels.FirstOrDefault(label => label.Item == "school_type") is { } type ? SchoolKinds.Of(type.Written) : default;
            Suffix = FormCodes.SuffixOf(Grid.Name ?? "");
            At = head.NameAt.Row > 0 ? head.NameAt : (1, 0);

            string Value(string item, string otherwise) => labels.FirstOrDefault(label => label.Item == item)?.Value is { Length: > 0 } value ? value : otherwise;
        }

        public SheetGrid Grid { get; }

        public (int Row, int Column) At { get; }

        public string Name { get; }

        public string Code { get; }

        public string County { get; }

        public int Year { get; }

        public SchoolKind Kind { get; }

        public string Suffix { get; }

        public bool SuffixIsSchool => Suffix.Length > 1 && SchoolKinds.Of(Suffix).IsUnknown;

        public bool HasIdentity => Name.Length > 0 || Code.Length > 0;

        public Group? Group { get; set; }

        public List<LocalizedText> Choices { get; } = [];
    }
}

/// <summary>What the name of a school's workbook says: <c>澄溪县第一小学(小学).xlsx</c>.</summary>
internal static class FileNames
{
    /// <summary>School and kind; the kind is unknown where the name has none.</summary>
    public static (string Name, SchoolKind Kind) SchoolOf(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file.Split('/', '\\')[^1]).Replace('（', '(').Replace('）', ')').Trim();
        var bracket = name.LastIndexOf('(');
        if (bracket > 0 && name.EndsWith(')') && SchoolKinds.Of(name[(bracket + 1)..^1]) is { IsUnknown: false } kind)
        {
            return (name[..bracket].Trim(), kind);
        }

        return (name, default);
    }
}

using Junheng.Application.Statistics;
using Junheng.Documents.Forms.Maps;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.Reconcile;

/// <summary>
/// Finds the school that each campus (是否计校数 = 否) belongs to: as its row says, or as a table of parents says. Otherwise it is asked, with the schools that it may be.
/// </summary>
internal sealed class CampusParents(FormContext context, FormChoices choices)
{
    private const int MostCandidates = 5;
    private const int ShortestCommonName = 2;
    private static readonly string[] _no = ["否", "0", "0.0", "n", "no", "false", "不计", "不计校数", "不计校"];
    private static readonly string[] _yes = ["是", "1", "1.0", "y", "yes", "true", "计", "计校数", "计校"];
    private static readonly string[] _common = ["小学", "中学", "学校", "中心", "初级", "完全", "校区", "分校", "教学点", "县", "市", "区", "镇", "乡", "省"];
    private readonly SchoolFigures _figures = context.Figures;

    /// <summary>Gives every campus its school.</summary>
    /// <param name="file">The table of parents; null without one.</param>
    public void Find(InputFile? file)
    {
        var given = file is null ? [] : Read(file);
        var counts = _figures.Item(FormMapReader.CountsAsSchool);
        var parents = _figures.Item("parent_school_code");
        for (var school = 0; school < _figures.Schools.Count; school++)
        {
            var identity = _figures.Schools[school];
            if (!parents[school].IsGiven && (given.GetValueOrDefault(identity.Code) ?? given.GetValueOrDefault(identity.Name)) is { } told)
            {
                parents.Put(school, Observation.Words(CodeOf(identity, told.Parent), null, told.Place));
                choices.Add(school, new($"“{Name(identity)}”并入“{told.Parent}”：由 {Path.GetFileName(file!.Name)} 给出", $"'{Name(identity)}' is merged into '{told.Parent}', given by {Path.GetFileName(file!.Name)}"));
            }

            if (counts[school] is { IsGiven: true, Text: { } word } answer)
            {
                Check(school, identity, HeadingPath.Normalised(word), answer.Place, parents[school].IsGiven);
            }
        }
    }

    private void Check(int school, SchoolIdentity identity, string word, CellPlace at, bool hasParent)
    {
        if (_yes.Contains(word))
        {
            return;
        }

        if (!_no.Contains(word))
        {
            context.Add("forms.counts-word", Severity.Error, OriginOf(at), new($"是否计校数写作“{word}”", $"是否计校数 is '{word}'"), new("写 是 或 否", "Write 是 or 否"));
            return;
        }

        if (hasParent)
        {
            choices.Add(school, new($"“{Name(identity)}”不计校数：并入主校", $"'{Name(identity)}' is not counted as a school: merged into its parent"));
            return;
        }

        var candidates = Candidates(school, identity);
        var list = candidates.Count == 0 ? "—" : string.Join("、", candidates.Select(each => $"{each.Name}（{each.Code}）"));
        context.Add(
            "forms.parent-unknown",
            Severity.Error,
            OriginOf(at),
            new($"“{Name(identity)}”不计校数，应并入哪所学校？可能是：{list}", $"'{Name(identity)}' is not counted as a school; which one does it belong to? Perhaps: {list}"),
            new(
                $"在表中加一列“主校代码”（parent_school_code），或用 --parents FILE 给出两列：school_code,parent_school_code（{Key(identity)},…）",
                $"Add a column parent_school_code, or give a file with --parents that has the columns school_code,parent_school_code ({Key(identity)},…)"));
    }

    private List<(string Name, string Code)> Candidates(int school, SchoolIdentity campus)
    {
        var counts = _figures.Item(FormMapReader.CountsAsSchool);
        var townships = _figures.Item("township");
        return [.. Enumerable.Range(0, _figures.Schools.Count)
            .Where(other => other != school && _figures.Schools[other] is var each && each.County == campus.County && each.Year == campus.Year && !_no.Contains(HeadingPath.Normalised(counts[other].Text ?? "")))
            .Select(other => (Identity: _figures.Schools[other], Score: LongestCommon(Core(campus.Name), Core(_figures.Schools[other].Name)) * 2
                + (townships[school].IsGiven && townships[school].Text == townships[other].Text ? 3 : 0)))
            .Where(each => each.Score >= ShortestCommonName * 2 || each.Score == 3)
            .OrderByDescending(each => each.Score)
            .ThenBy(each => each.Identity.Code, StringComparer.Ordinal)
            .Take(MostCandidates)
            .Select(each => (each.Identity.Name, Key(each.Identity)))];
    }

    private static string Core(string name) => _common.Aggregate(name, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));

    private static int LongestCommon(string left, string right)
    {
        var longest = 0;
        var before = new int[right.Length + 1];
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = left[i - 1] == right[j - 1] ? before[j - 1] + 1 : 0;
                longest = Math.Max(longest, row[j]);
            }

            before = row;
        }

        return longest;
    }

    /// <summary>The code of a parent that was given by code or by name within the campus's county.</summary>
    private string CodeOf(SchoolIdentity campus, string parent) =>
        _figures.Schools.FirstOrDefault(school => school.County == campus.County && school.Year == campus.Year && (school.Code == parent || school.Name == parent)) is { } found ? Key(found) : parent;

    private static string Key(SchoolIdentity school) => school.Code.Length > 0 ? school.Code : school.Name;

    private static string Name(SchoolIdentity school) => school.Name.Length > 0 ? school.Name : school.Code;

    private Origin OriginOf(CellPlace place) => new(_figures.Sheets[place.Sheet].File, _figures.Sheets[place.Sheet].Sheet, Origin.CellName(place.Row, place.Column));

    private Dictionary<string, (string Parent, CellPlace Place)?> Read(InputFile file)
    {
        var parents = new Dictionary<string, (string Parent, CellPlace Place)?>(StringComparer.Ordinal);
        var opening = StatisticsFiles.Open(file, context.Language);
        if (opening is not TableOpening.Opened { File: var table })
        {
            foreach (var finding in ((TableOpening.Refused)opening).Findings)
            {
                context.Add(finding);
            }

            return parents;
        }

        var headings = HeaderMap.Of(context.Columns).Map(table.Headers);
        int? Position(string id) => headings.FirstOrDefault(heading => heading.ColumnId == id)?.Position;
        if (Position("parent_school_code") is not { } parent || (Position("school_code") ?? Position("school_name")) is not { } school)
        {
            context.Add(
                "forms.parents-file",
                Severity.Error,
                new Origin(table.Name, table.Sheet, Origin.CellName(table.HeaderRow, 0)),
                new("主校表要有两列：学校代码（或学校名称）和主校代码", "The table of parents has two columns: school_code (or school_name) and parent_school_code"),
                new("第一行写 school_code,parent_school_code", "Write school_code,parent_school_code in its first row"));
            return parents;
        }

        var sheet = table.ReadGrids()[0];
        var number = _figures.SheetNumber(sheet.File, sheet.Name);
        for (var row = table.HeaderRow + 1; row <= sheet.RowCount; row++)
        {
            if (sheet.Text(row, school) is { Length: > 0 } key && sheet.Text(row, parent) is { Length: > 0 } value)
            {
                parents[key] = (value, new CellPlace(number, row, parent));
            }
        }

        return parents;
    }
}

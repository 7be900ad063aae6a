using System.Collections.Immutable;
using System.Text;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Consistency.Tests;

/// <summary>Two codes whose schools bear one name in one township: one school given twice?</summary>
internal sealed class SameNameTest : CheckTest
{
    public override string Name => "same_name";

    public override ImmutableArray<string> Blanks => ["name", "first", "second"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context) => context.Schools.Counties.SelectMany(county =>
        Enumerable.Range(county.Start, county.Count)
            .Select(school => (School: school, Name: SchoolNames.Plain(context.Schools.NameOf(school), CountyName(context, school))))
            .Where(each => each.Name.Length > 0)
            .GroupBy(each => each.Name, StringComparer.Ordinal)
            .SelectMany(group => Pairs.OfNeighbours(group.Select(each => each.School)))
            .Where(pair => !Pairs.AreRelated(context.Schools, pair.First, pair.Second) && SameTownship(context.Schools, pair.First, pair.Second))
            .Select(pair => Hit(rule, context, pair.First, pair.Second)));

    private static CheckHit Hit(CheckRule rule, TestContext context, int first, int second)
    {
        var (schools, hits) = (context.Schools, context.Hits);
        ImmutableArray<HitCell> cells =
        [
            hits.TextCell(first, "school_code", schools.Schools[first].Code), hits.TextCell(first, "school_name", schools.NameOf(first)),
            hits.TextCell(second, "school_code", schools.Schools[second].Code), hits.TextCell(second, "school_name", schools.NameOf(second)),
        ];
        var values = new Dictionary<string, LocalizedText>
        {
            ["name"] = Same(schools.NameOf(first)),
            ["first"] = Same(schools.Schools[first].Code),
            ["second"] = Same(schools.Schools[second].Code),
        };
        return hits.Of(rule, first, Stage.None, cells, HitMaker.Filled(rule.Message.Text, values));
    }

    private static string CountyName(TestContext context, int school)
    {
        var row = context.Schools.Schools[school].First;
        return context.Schools.Table.PartOf(row).CountyName is { } names ? names[row.Row] : "";
    }

    private static bool SameTownship(CheckedSchools schools, int first, int second)
    {
        var (a, b) = (SchoolNames.TownshipOf(schools, schools.Schools[first].First), SchoolNames.TownshipOf(schools, schools.Schools[second].First));
        return a.Length == 0 || b.Length == 0 || a == b;
    }
}

/// <summary>Two codes at one place that teach the same stage: one school given twice?</summary>
internal sealed class SamePlaceTest : CheckTest
{
    public override string Name => "same_place";

    public override ImmutableArray<string> Numbers => ["degrees"];

    public override ImmutableArray<string> Blanks => ["first", "second", "lat", "lon"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var degrees = Number(rule, "degrees");
        var (lat, lon) = (context.Set.Meanings.Nearest(CheckLevel.School, "lat")!, context.Set.Meanings.Nearest(CheckLevel.School, "lon")!);
        var (lats, lons) = (context.Entities.CellsOf(lat), context.Entities.CellsOf(lon));
        var found = new CellAt[ColumnCells.Most];
        foreach (var county in context.Schools.Counties)
        {
            var places = new List<(int School, double Lat, double Lon)>();
            for (var school = county.Start; school < county.Start + county.Count; school++)
            {
                if (lats.TryValue(school, found, out var north) && lons.TryValue(school, found, out var east))
                {
                    places.Add((school, north, east));
                }
            }

            places.Sort((a, b) => a.Lat.CompareTo(b.Lat) is not 0 and var order ? order : a.School.CompareTo(b.School));
            for (var at = 0; at < places.Count; at++)
            {
                for (var next = at + 1; next < places.Count && places[next].Lat - places[at].Lat <= degrees; next++)
                {
                    var (first, second) = (Math.Min(places[at].School, places[next].School), Math.Max(places[at].School, places[next].School));
                    if (Math.Abs(places[next].Lon - places[at].Lon) <= degrees && Pairs.ShareStage(context.Schools, first, second) && !Pairs.AreRelated(context.Schools, first, second))
                    {
                        yield return Hit(rule, context, first, second, lat, lon);
                    }
                }
            }
        }
    }

    private static CheckHit Hit(CheckRule rule, TestContext context, int first, int second, CheckColumn lat, CheckColumn lon)
    {
        ImmutableArray<HitCell> cells = [.. new[] { first, second }.SelectMany(school => context.Hits.CellsOf(lat, school).Concat(context.Hits.CellsOf(lon, school)))];
        var values = new Dictionary<string, LocalizedText>
        {
            ["first"] = Same(context.Schools.Schools[first].Code),
            ["second"] = Same(context.Schools.Schools[second].Code),
            ["lat"] = Same(cells[0].Value),
            ["lon"] = Same(cells[1].Value),
        };
        return context.Hits.Of(rule, first, Stage.None, cells, HitMaker.Filled(rule.Message.Text, values));
    }
}

/// <summary>One code for two schools: two rows with different names, or two counties with one national code.</summary>
internal sealed class SharedCodeTest : CheckTest
{
    public override string Name => "shared_code";

    public override ImmutableArray<string> Numbers => ["digits"];

    public override ImmutableArray<string> Blanks => ["code", "first", "second"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var (schools, digits) = (context.Schools, Whole(rule, "digits"));
        var counties = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var school = 0; school < schools.Current; school++)
        {
            var found = schools.Schools[school];
            if (found.Second is { } second && SchoolNames.Differ(schools.NameOf(found.First), schools.NameOf(second)))
            {
                yield return Hit(rule, context, school, found.First, second);
            }

            if (found.Code.Length >= digits && !counties.TryAdd(found.Code, school))
            {
                yield return Hit(rule, context, school, schools.Schools[counties[found.Code]].First, found.First);
            }
        }
    }

    private static CheckHit Hit(CheckRule rule, TestContext context, int school, RowRef first, RowRef second)
    {
        var schools = context.Schools;
        string Described(RowRef row) => $"{schools.Table.PartOf(row).CountyCode[row.Row]} {schools.NameOf(row)}".TrimEnd();
        ImmutableArray<HitCell> cells =
        [
            .. new[] { first, second }.SelectMany(row => new[]
            {
                context.Hits.TextCell(row, "school_code", schools.Schools[school].Code), context.Hits.TextCell(row, "school_name", Described(row)),
            }),
        ];
        var values = new Dictionary<string, LocalizedText> { ["code"] = Same(schools.Schools[school].Code), ["first"] = Same(Described(first)), ["second"] = Same(Described(second)) };
        return context.Hits.Of(rule, school, Stage.None, cells, HitMaker.Filled(rule.Message.Text, values));
    }
}

/// <summary>A code that had another name in another township the year before: given to another school?</summary>
internal sealed class ReusedCodeTest : CheckTest
{
    public override string Name => "reused_code";

    public override ImmutableArray<string> Blanks => ["code", "before", "now"];

    public override IEnumerable<CheckHit> Run(CheckRule rule, TestContext context)
    {
        var schools = context.Schools;
        for (var school = 0; school < schools.Current; school++)
        {
            if (schools.Schools[school].Previous is not (>= 0 and var before))
            {
                continue;
            }

            var (was, now) = (schools.Schools[before].First, schools.Schools[school].First);
            var (wasIn, nowIn) = (SchoolNames.TownshipOf(schools, was), SchoolNames.TownshipOf(schools, now));
            if (SchoolNames.Differ(schools.NameOf(was), schools.NameOf(now)) && wasIn.Length > 0 && nowIn.Length > 0 && wasIn != nowIn)
            {
                ImmutableArray<HitCell> cells =
                [
                    context.Hits.TextCell(now, "school_name", schools.NameOf(now)), context.Hits.TextCell(now, "township", nowIn),
                    context.Hits.TextCell(was, "school_name", schools.NameOf(was)), context.Hits.TextCell(was, "township", wasIn),
                ];
                var values = new Dictionary<string, LocalizedText>
                {
                    ["code"] = Same(schools.Schools[school].Code),
                    ["before"] = Same($"{schools.NameOf(was)}（{wasIn}）"),
                    ["now"] = Same($"{schools.NameOf(now)}（{nowIn}）"),
                };
                yield return context.Hits.Of(rule, school, Stage.None, cells, HitMaker.Filled(rule.Message.Text, values));
            }
        }
    }
}

/// <summary>Names of schools without what does not tell them apart.</summary>
internal static class SchoolNames
{
    /// <summary>In ordinary width, without spaces and marks, without the county's name in front.</summary>
    public static string Plain(string name, string county = "")
    {
        var plain = string.Concat(name.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return county.Length > 0 && plain.Length > county.Length && plain.StartsWith(county, StringComparison.Ordinal) ? plain[county.Length..] : plain;
    }

    /// <summary>Whether both names are known and neither holds the other.</summary>
    public static bool Differ(string first, string second)
    {
        var (a, b) = (Plain(first), Plain(second));
        return a.Length > 0 && b.Length > 0 && !a.Contains(b, StringComparison.Ordinal) && !b.Contains(a, StringComparison.Ordinal);
    }

    public static string TownshipOf(CheckedSchools schools, RowRef row) => schools.Table.PartOf(row).Township is { } townships ? townships[row.Row].Trim() : "";
}

/// <summary>Pairs of schools.</summary>
internal static class Pairs
{
    /// <summary>Each with the one before it.</summary>
    public static IEnumerable<(int First, int Second)> OfNeighbours(IEnumerable<int> schools)
    {
        var all = schools.ToList();
        return all.Zip(all.Skip(1));
    }

    /// <summary>Whether one is a site of the other, or both are sites of one school.</summary>
    public static bool AreRelated(CheckedSchools schools, int first, int second)
    {
        var (a, b) = (SubjectTexts.ParentOf(schools, first), SubjectTexts.ParentOf(schools, second));
        return a == schools.Schools[second].Code || b == schools.Schools[first].Code || (a.Length > 0 && a == b);
    }

    public static bool ShareStage(CheckedSchools schools, int first, int second)
    {
        var stages = Enumerable.Range(schools.Schools[first].FirstUnit, schools.Schools[first].Units).Select(unit => schools.Units[unit].Stage).ToHashSet();
        return Enumerable.Range(schools.Schools[second].FirstUnit, schools.Schools[second].Units).Any(unit => stages.Contains(schools.Units[unit].Stage));
    }
}

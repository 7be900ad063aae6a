using System.Globalization;
using System.Text;
using Junheng.Application.Statistics;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards.Reading;
using Junheng.Assessment.Tests.Agreement;
using Junheng.Documents.Statistics;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Golden;

/// <summary>
/// Judges the input of a golden case the way a user would: rows and items become CSV files that the product reads. An item that a row does not name is
/// filled in comfortably above every norm, the same per pupil in every school; a blank one is missing.
/// </summary>
internal static class GoldenInput
{
    private const string County = "410100";

    /// <summary>What a pupil gets of each item where the case does not say.</summary>
    private static readonly (string Item, decimal PerPupil, bool IsStaged)[] _comfort =
    [
        ("above_degree_teachers", 0.08m, true), ("backbone_teachers", 0.02m, true), ("pe_art_teachers", 0.02m, true), ("full_time_teachers", 0.08m, true),
        ("mid_title_teachers", 0.04m, true), ("teaching_area_m2", 8, false), ("sports_area_m2", 14, false), ("equipment_yuan", 4000, false), ("multimedia_rooms", 0.05m, false),
        ("computers", 0.2m, false), ("books", 30, false),
    ];

    private static readonly string[] _stages = ["primary", "junior"];

    /// <summary>The result of a case.</summary>
    public static AssessmentResult Judge(GoldenCase golden)
    {
        var input = golden.Input;
        Allow(input, "standard", "table", "rows", "overlays", "settings", "items", "items_base");
        SettingOverride[] settings = [.. input["settings"].Entries().Select(entry => new SettingOverride(entry.Key, entry.Value.Text()))];
        var standard = Product.Open(input.TextOf("standard") ?? "cn-2017-quality-balance", input["overlays"]?.Texts(), settings);
        var files = new StatisticsFiles();
        var table = files.Read([new InputFile("schools.csv", Encoding.UTF8.GetBytes(Schools(input)))], standard, new StatisticsReadingOptions(AllowMissing: true, Language: Language.En));
        Assert.True(table.Table is not null, string.Join('\n', table.Findings.Select(finding => $"{finding.Place} {finding.Message}")));
        var items = files.ReadItems(new InputFile("items.csv", Encoding.UTF8.GetBytes(Items(input))), standard, Language.En);
        Assert.True(items.Figures is not null, string.Join('\n', items.Findings.Select(finding => $"{finding.Place} {finding.Message}")));
        return AssessmentResult.Of(table.Table, standard.At(golden.Date), items.Figures);
    }

    /// <summary>Refuses a key that nothing reads, so that no expectation is passed over.</summary>
    public static void Allow(DefinitionNode.Map map, params ReadOnlySpan<string> known)
    {
        foreach (var entry in map.Entries)
        {
            Assert.True(known.Contains(entry.Key), $"{entry.KeyAt}: unknown key '{entry.Key}'");
        }
    }

    private static string Schools(DefinitionNode.Map input)
    {
        var isSchoolTable = input.TextOf("table") == "schools";
        var rows = ((DefinitionNode.Sequence)input["rows"]!).Items.Select(row => Row((DefinitionNode.Map)row, isSchoolTable)).ToList();
        var columns = rows.SelectMany(row => row.Keys).Distinct().ToList();
        return Csv([columns, .. rows.Select(row => columns.Select(column => row.GetValueOrDefault(column, "")))]);
    }

    private static Dictionary<string, string> Row(DefinitionNode.Map given, bool isSchoolTable)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["county_code"] = County };
        foreach (var entry in given.Entries)
        {
            row[entry.Key] = entry.Value.Text();
        }

        foreach (var (item, perPupil, isStaged) in _comfort)
        {
            if (isSchoolTable && isStaged)
            {
                foreach (var stage in _stages.Where(stage => Pupils(row, $"enrolment_{stage}") > 0))
                {
                    row.TryAdd($"{item}_{stage}", Amount(perPupil * Pupils(row, $"enrolment_{stage}")));
                }
            }
            else
            {
                row.TryAdd(item, Amount(perPupil * (isSchoolTable ? Weighted(row) : Pupils(row, "enrolment"))));
            }
        }

        return row;
    }

    /// <summary>Pupils of a school, weighted so that each stage's part of what is shared is comfortable.</summary>
    private static decimal Weighted(Dictionary<string, string> row) =>
        Pupils(row, "enrolment_primary") + (1.1m * Pupils(row, "enrolment_junior")) + (1.32m * Pupils(row, "enrolment_senior"));

    /// <summary>Missing pupils are filled up as for a hundred.</summary>
    private static decimal Pupils(Dictionary<string, string> row, string column) =>
        !row.TryGetValue(column, out var text) ? 0 : text.Length == 0 ? 100 : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Amount(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static string Items(DefinitionNode.Map input)
    {
        var items = new Dictionary<(string, string), string>();
        foreach (var node in new[] { input.TextOf("items_base") is { } name ? Base(name) : null, input["items"] })
        {
            foreach (var item in node.Entries())
            {
                foreach (var field in item.Value.Entries())
                {
                    items[(item.Key, field.Key)] = field.Value.Text();
                }
            }
        }

        return Csv([["county_code", "item", "field", "value", "source"], .. items.Select(each => new[] { County, each.Key.Item1, each.Key.Item2, each.Value, "golden" })]);
    }

    private static DefinitionNode? Base(string name) => GoldenCase.Read(Path.Combine(GoldenCase.Folder, name + ".yaml")).Root["items"];

    private static string Csv(IEnumerable<IEnumerable<string>> lines) => string.Concat(lines.Select(line => string.Join(',', line) + "\n"));
}

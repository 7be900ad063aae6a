using System.Text.RegularExpressions;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Tests.Forms;

/// <summary>Every form that is known by name has a map, and the maps that are read reach what the standard needs.</summary>
public partial class FormMapCoverageTests
{
    /// <summary>The ministry's directory of the forms of the school year 2020/2021.</summary>
    private static readonly string[] _directory2020 =
    [
        "111", "112", "112续表1", "211", "212", "213", "214", "311", "312", "313", "314", "315", "331", "332", "333", "341", "411", "412", "413", "4211", "4212", "422", "423", "424", "425",
        "431", "4411", "4412", "442", "511", "512", "513", "521", "522", "531", "532", "911", "912", "991",
    ];

    /// <summary>The forms of the following generation that public programs name.</summary>
    private static readonly string[] _named2021 =
    [
        "1001", "1102", "1102续", "1203", "2105", "2106", "2107", "3112", "3113", "3115", "3116", "3118", "3119", "3120", "4067", "4068", "4148", "4149", "4150", "4153", "4155", "4156", "4159",
        "5170", "5176",
    ];

    public static TheoryData<string> Forms { get; } = [.. _directory2020.Select(code => "基础基" + code), .. _named2021.Select(code => "教基" + code)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_is_recognised_by_its_code_alone(string code)
    {
        var school = SchoolFacts.Of(SchoolType.NineYear, year: code.StartsWith('教') ? 2022 : 2020);
        var form = new FormDrawing(code, "某表") { Columns = ["数量"], Rows = [new("某项", "01", [5])] };
        var mapping = FormBooks.Of(new WorkbookDraft().Add(form.Draw(school.Letterhead, "Sheet1"))).Mappings.Single();

        Assert.NotNull(mapping.MapId);
        Assert.Contains(mapping.Choices, choice => choice.Zh.Contains("表号", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_of_which_nothing_is_read_says_so()
    {
        var school = SchoolFacts.Of(SchoolType.Primary, year: 2020);
        var form = new FormDrawing("基础基341", "在校生中其他情况及外国籍学生情况") { Columns = ["数量"], Rows = [new("某项", "01", [5])] };

        var mapping = FormBooks.Of(new WorkbookDraft().Add(form.Draw(school.Letterhead))).Mappings.Single();

        Assert.Equal(Application.Papers.MappingStatus.NotRead, mapping.Status);
        Assert.Contains("认识此表，但没有从中读取的项目", mapping.Choices.Select(choice => choice.Zh));
    }

    [Theory]
    [InlineData("cn-2020")]
    [InlineData("cn-2021")]
    public void The_maps_of_a_generation_reach_every_item_that_the_standard_needs(string generation)
    {
        var read = Maps(generation).SelectMany(map => Item().Matches(File.ReadAllText(map))).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.All(SchoolTypes.Ids.Skip(1).Select(SchoolTypes.Parse).Where(type => type is not (SchoolType.Special or SchoolType.Vocational)), type =>
            Assert.Subset(read, FormAssertions.Needed(type).ToHashSet()));
    }

    [Fact]
    public void Every_map_says_where_it_is_known_from() => Assert.All(Maps("cn-2020").Concat(Maps("cn-2021")), map =>
        Assert.Matches(@"(?m)^status: (known|assumed)\nsource: \{zh: "".+"", en: "".+""\}", File.ReadAllText(map)));

    [Fact]
    public void The_page_of_maps_lists_every_map_with_its_status()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "method", "annual-form-sheets.md"));

        Assert.All(Maps("cn-2020").Concat(Maps("cn-2021")), map =>
        {
            var text = File.ReadAllText(map);
            var (code, status) = (Code().Match(text).Groups[1].Value, Status().Match(text).Groups[1].Value);
            var what = text.Contains("cells: []", StringComparison.Ordinal) && !text.Contains("labels:", StringComparison.Ordinal) ? "named only" : status;
            Assert.Contains($"| `{Path.GetFileNameWithoutExtension(map)}` | {code} | {what} |", page, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Maps(string generation) => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "forms", generation), "*.yaml");

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Junheng.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        }

        return folder;
    }

    [GeneratedRegex("item: ([a-z0-9_]+)")]
    private static partial Regex Item();

    [GeneratedRegex(@"codes: \[(.+?)\]")]
    private static partial Regex Code();

    [GeneratedRegex("(?m)^status: ([a-z]+)")]
    private static partial Regex Status();
}

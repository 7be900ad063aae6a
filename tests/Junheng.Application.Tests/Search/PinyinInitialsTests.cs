using System.Text;
using Junheng.Application.Search;

namespace Junheng.Application.Tests.Search;

public class PinyinInitialsTests
{
    [Fact]
    public void Hundreds_of_characters_of_surnames_and_places_begin_with_the_letter_of_a_dictionary()
    {
        var all = ReadCharacters.All.ToList();
        Assert.True(all.Count > 350, $"{all.Count}");

        var wrong = all.Where(each => !PinyinInitials.LettersOf(new Rune(each.Character)).Contains(each.Letter)).Select(each => $"{each.Character} is {each.Letter}, not {PinyinInitials.Of(each.Character.ToString())}").ToList();
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("澄溪中学", "cxzx")]
    [InlineData("澄溪县第一小学", "cxxdyxx")]
    [InlineData("双溪镇九年一贯制学校", "sxzjnygzxx")]
    [InlineData("实验小学（北区）2号楼 B座", "syxxbq2hlbz")]
    [InlineData("〇三小学", "lsxx")]
    [InlineData("", "")]
    public void Names_have_the_letters_that_people_type(string name, string letters) => Assert.Equal(letters, PinyinInitials.Of(name));

    [Theory]
    [InlineData("单老师", "sls")]
    [InlineData("单老师", "dls")]
    [InlineData("仇和平", "qhp")]
    [InlineData("曾山小学", "zsxx")]
    [InlineData("长沙县", "csx")]
    [InlineData("重庆", "cq")]
    [InlineData("解放", "jf")]
    [InlineData("解缙", "xj")]
    public void Characters_with_several_readings_are_found_by_each(string name, string typed) => Assert.Equal(0, PinyinInitials.Find(name, typed));

    [Fact]
    public void Letters_are_found_within_and_only_one_behind_the_other()
    {
        Assert.Equal(3, PinyinInitials.Find("澄溪县实验小学", "syxx"));
        Assert.Equal(-1, PinyinInitials.Find("澄溪县实验小学", "cxsy"));
        Assert.Equal(-1, PinyinInitials.Find("澄溪", "cxx"));
    }

    [Fact]
    public void Names_are_sorted_by_pinyin() =>
        Assert.Equal(["2校", "安宁", "澄溪", "大坪", "双溪", "张庄", "中山", "A校"], new[] { "中山", "澄溪", "张庄", "A校", "双溪", "安宁", "2校", "大坪" }.Order(PinyinInitials.Order));

    [Theory]
    [InlineData("澄溪中学", "cxzx", 3)]
    [InlineData("澄溪中学", "CXZX", 3)]
    [InlineData("澄溪中学", "zx", 4)]
    [InlineData("澄溪中学", "溪中", 2)]
    [InlineData("澄溪中学", "澄溪", 1)]
    [InlineData("澄溪中学", "澄溪中学", 0)]
    [InlineData("澄溪中学", "99012", 1)]
    [InlineData("澄溪中学", "9901210001", 0)]
    [InlineData("澄溪中学", "溪cx", null)]
    [InlineData("澄溪中学", "*", null)]
    [InlineData("澄溪中学", "xc", null)]
    public void A_name_or_a_code_fits_the_better_the_more_it_is_meant(string name, string typed, int? rank) => Assert.Equal(rank, SearchTerm.Of(typed)!.Rank(name, "9901210001"));

    [Fact]
    public void Nothing_is_looked_for_where_nothing_is_typed()
    {
        Assert.Null(SearchTerm.Of(null));
        Assert.Null(SearchTerm.Of(" \n\t"));
        Assert.Equal(SearchTerm.Longest, SearchTerm.Of(new string('x', 5000))!.Text.Length);
    }
}

using Junheng.Domain.Schools;

namespace Junheng.Domain.Tests;

public class SchoolVocabularyTests
{
    [Theory]
    [InlineData("小学", Stage.Primary)]
    [InlineData("primary", Stage.Primary)]
    [InlineData("初中", Stage.Junior)]
    [InlineData("幼儿园", Stage.None)]
    [InlineData("", Stage.None)]
    public void A_stage_is_read_from_its_id_or_Chinese_word(string text, Stage stage) => Assert.Equal(stage, Stages.Parse(text));

    [Theory]
    [InlineData("九年一贯制", SchoolType.NineYear)]
    [InlineData("九年一贯制学校", SchoolType.NineYear)]
    [InlineData("特殊教育学校", SchoolType.Special)]
    [InlineData("职业学校", SchoolType.Vocational)]
    [InlineData("nine_year", SchoolType.NineYear)]
    [InlineData("小学校", SchoolType.Unknown)]
    [InlineData("", SchoolType.Unknown)]
    public void A_school_type_is_read_with_or_without_the_word_school(string text, SchoolType type) => Assert.Equal(type, SchoolTypes.Parse(text));

    [Fact]
    public void Every_type_reads_back_from_its_id_and_its_name()
    {
        foreach (var type in Enum.GetValues<SchoolType>().Where(type => type != SchoolType.Unknown))
        {
            Assert.Equal(type, SchoolTypes.Parse(type.Id()));
            Assert.Equal(type, SchoolTypes.Parse(type.ChineseName()));
        }
    }

    [Theory]
    [InlineData(true, true, false, SchoolType.NineYear)]
    [InlineData(false, true, true, SchoolType.CompleteSecondary)]
    [InlineData(true, true, true, SchoolType.TwelveYear)]
    [InlineData(true, false, true, SchoolType.Unknown)]
    [InlineData(false, false, true, SchoolType.Unknown)]
    public void A_type_is_told_from_the_stages_taught(bool primary, bool junior, bool senior, SchoolType type) =>
        Assert.Equal(type, SchoolTypes.FromStages(primary, junior, senior));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("10", 10)]
    [InlineData("民办", 10)]
    [InlineData("县级教育部门", 7)]
    [InlineData("11", 0)]
    [InlineData("", 0)]
    public void An_organiser_is_a_code_from_one_to_ten_or_its_name(string text, byte code) => Assert.Equal(code, OrganiserTypes.Parse(text));
}

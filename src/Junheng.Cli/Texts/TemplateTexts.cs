using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>template</c>.</summary>
internal static class TemplateTexts
{
    public static LocalizedText Summary { get; } = new("生成填报模板：标准所需的列、下拉列表、填报说明，可用上年数据预填", "write a workbook to be filled in: the columns that the standard needs, lists, notes, last year's rows");

    public static LocalizedText Layout { get; } = new("unit：每校每学段一行；school：每校一行；默认与上年的表相同，没有时为 school", "unit: a row per school and stage; school: a row per school; default as last year's table, else school");

    public static LocalizedText Type { get; } = new("只要这些类型的学校，例如 primary、nine_year；默认全部", "for schools of these types only, e.g. primary, nine_year; default all");

    public static LocalizedText LastYear { get; } = new("上年的学校表：代码、名称等预填，数字另列一表供对照", "last year's table: who a school is is filled in, its figures go to a sheet beside");

    public static LocalizedText Out { get; } = new("写到哪个文件", "file to write");

    public static LocalizedText Force { get; } = new("覆盖内容不同的旧文件", "overwrite a file of other content");

    public static LocalizedText Colours { get; } = new(
        "白色单元格填写，蓝色自动计算，浅蓝色是上年数据；填好后可直接用 assess 读取。", "White cells are filled in, blue ones computed, light-blue ones are last year's; once filled in, assess reads it as it is.");

    public static LocalizedText ExamplePlain { get; } = new("每校一行的空白模板", "an empty template with a row per school");

    public static LocalizedText ExampleLastYear { get; } = new("只要小学和九年一贯制学校，用上年的表预填", "for primary and nine-year schools, with last year's rows");

    public static LocalizedText Refused { get; } = new("没有生成模板。", "No template was written.");

    public static LocalizedText WouldOverwrite { get; } = new("{0} 已有不同的内容；加 --force 才会覆盖，什么都没有改动", "{0} is there with other content; --force overwrites it. Nothing was changed");

    public static LocalizedText Written { get; } = new("已写入 {0}：{1} 列，预填 {2} 行", "Written: {0} ({1} columns, {2} rows filled in)");
}

using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>sample</c>.</summary>
internal static class SampleTexts
{
    public static LocalizedText Summary { get; } = new("生成示例数据：一个县、一个省或全国规模", "write generated data: a county, a province, or one of a nation's size");

    public static LocalizedText Kind { get; } = new("要哪一种", "which one");

    public static LocalizedText Out { get; } = new("写到哪个文件夹；默认 samples", "folder to write to; default samples");

    public static LocalizedText Format { get; } = new("只写一种格式；默认两种都写（nation 默认只写 csv）", "one format only; default both (csv for nation)");

    public static LocalizedText Seed { get; } = new("随机种子；默认 1，同一种子总得到同样的文件", "seed; default 1; the same seed always gives the same files");

    public static LocalizedText Counties { get; } = new("nation 的县数；默认 2900", "counties of the nation; default 2900");

    public static LocalizedText Rows { get; } = new("nation 的行数；默认 200000", "rows of the nation; default 200000");

    public static LocalizedText Force { get; } = new("覆盖内容不同的旧文件", "overwrite files of other content");

    public static LocalizedText Invented { get; } = new(
        "县、学校和数字都是虚构的。内容不同的已有文件不会被覆盖，除非加 --force。", "Counties, schools and figures are invented. A file of other content is never overwritten unless --force is given.");

    public static LocalizedText ExampleCounty { get; } = new("把示例县写到 samples/county", "write the sample county to samples/county");

    public static LocalizedText ExampleNation { get; } = new("全国规模的一张表，用来试速度", "a table of a nation's size, to try the speed");

    public static LocalizedText Doing { get; } = new("正在生成", "Generating");

    public static LocalizedText WouldOverwrite { get; } = new("{0} 已有不同的内容；加 --force 才会覆盖，什么都没有改动", "{0} is there with other content; --force overwrites it. Nothing was changed");

    public static LocalizedText Written { get; } = new("写好了（种子 {0}）", "Written (seed {0})");

    public static LocalizedText File { get; } = new("文件", "file");

    public static LocalizedText RowCount { get; } = new("行数", "rows");

    public static LocalizedText State { get; } = new("状态", "state");

    public static LocalizedText IsNew { get; } = new("新写", "new");

    public static LocalizedText WasThere { get; } = new("已有，相同", "there already, the same");

    public static LocalizedText Lessons { get; } = new("示例县里埋的 {0} 个看点（2026 年数据）", "What the sample county teaches: {0} lessons in its rows of 2026");

    public static LocalizedText School { get; } = new("学校", "school");

    public static LocalizedText Indicator { get; } = new("指标", "indicator");

    public static LocalizedText Lesson { get; } = new("看点", "lesson");

    public static LocalizedText WholeCounty { get; } = new("全县", "whole county");

    public static LocalizedText Next { get; } = new("下一步", "Next");
}

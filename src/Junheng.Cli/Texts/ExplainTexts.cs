using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>explain</c>.</summary>
internal static class ExplainTexts
{
    public static LocalizedText Summary { get; } = new(
        "一个数从哪里来：单元格、公式、拆分、标准、结论，以及对差异系数的影响", "where one figure comes from: cells, formula, split, norm, verdict, and its part in the CV");

    public static LocalizedText School { get; } = new("学校代码", "school code");

    public static LocalizedText Stage { get; } = new("学段：primary、junior、小学、初中", "primary, junior, 小学 or 初中");

    public static LocalizedText Indicator { get; } = new("指标编号，如 R4", "indicator, e.g. R4");

    public static LocalizedText Json { get; } = new("写成 JSON（docs/method/explain.md 说明各字段）；- 为标准输出", "write JSON (fields in docs/method/explain.md); - is standard output");

    public static LocalizedText Again { get; } = new("按 assess 的同样选项重新判定，再追溯这一个数。", "Judges again with the options of assess and traces this one figure.");

    public static LocalizedText Example { get; } = new("示例县双溪镇九年一贯制学校初中部的生均教辅用房", "teaching area per pupil of the junior part of a nine-year school in the sample county");

    public static LocalizedText ExampleJson { get; } = new("同一所学校的 JSON", "JSON for a school whose value prints as the norm");

    public static LocalizedText Formula { get; } = new("公式", "Formula");

    public static LocalizedText Cells { get; } = new("取自", "From");

    public static LocalizedText Column { get; } = new("列", "column");

    public static LocalizedText Place { get; } = new("单元格", "cell");

    public static LocalizedText Cell { get; } = new("原值", "value");

    public static LocalizedText Coefficient { get; } = new("乘以", "times");

    public static LocalizedText Contribution { get; } = new("计入", "counts");

    public static LocalizedText Remark { get; } = new("说明", "why");

    public static LocalizedText Blank { get; } = new("空白", "blank");

    public static LocalizedText Split { get; } = new("按学段拆分，本学段占 {0}", "split between stages; this stage has {0}");

    public static LocalizedText IndoorOut { get; } = new("室内体育用房从教辅用房中扣除", "indoor sports area is taken out of the teaching area");

    public static LocalizedText IndoorIn { get; } = new("室内体育用房计入体育场馆", "indoor sports area is counted as sports area");

    public static LocalizedText Campus { get; } = new("校区 {0} 并入主校", "campus {0} is added to its main school");

    public static LocalizedText UnknownShare { get; } = new("另一学段人数缺失，无法拆分", "another stage's enrolment is missing, so the share cannot be said");

    public static LocalizedText NumeratorTotal { get; } = new("合计", "total");

    public static LocalizedText Pupils { get; } = new("在校生", "pupils");

    public static LocalizedText Result { get; } = new("结果", "Result");

    public static LocalizedText Exact { get; } = new("精确值", "exact");

    public static LocalizedText Printed { get; } = new("打印值", "printed");

    public static LocalizedText Norm { get; } = new("标准", "norm");

    public static LocalizedText Floor { get; } = new("底线", "floor");

    public static LocalizedText Limit { get; } = new("限值", "limit");

    public static LocalizedText InForce { get; } = new("{0}   自 {1} 起，来源 {2} [{3}]{4}", "{0}   since {1}, source {2} [{3}]{4}");

    public static LocalizedText FromOverlay { get; } = new("，叠加 {0}", ", overlay {0}");

    public static LocalizedText None { get; } = new("无", "none");

    public static LocalizedText Verdict { get; } = new("结论", "verdict");

    public static LocalizedText WithinFloor { get; } = new("（低于标准，不低于底线：可作为唯一的例外）", " (below the norm, not below the floor: may be the one exception)");

    public static LocalizedText Missing { get; } = new("缺数据，无法计算：空白不当作 0。", "A figure is missing, so it cannot be computed: blank is not 0.");

    public static LocalizedText Rounding { get; } = new("舍入敏感：打印值会得出另一个结论，结论按精确值。", "Sensitive to rounding: the printed value would say otherwise; the exact one decides.");

    public static LocalizedText Spread { get; } = new("它进入的差异系数", "The coefficient of variation that it enters");

    public static LocalizedText SpreadMean { get; } = new("县均值", "county mean");

    public static LocalizedText Cv { get; } = new("差异系数", "CV");

    public static LocalizedText Share { get; } = new("本校占离散的", "this school's share of the variance");

    public static LocalizedText Without { get; } = new("去掉本校后", "CV without this school");

    public static LocalizedText OutOfScope { get; } = new("学校 {0}（{1}）不参评：{2}", "School {0} ({1}) is out of scope: {2}");

    public static LocalizedText SourceTitle { get; } = new("来源 {0}", "Source {0}");

    public static LocalizedText Doing { get; } = new("正在判定和追溯", "Judging and tracing");
}

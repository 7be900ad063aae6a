using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>assess</c>: its help and its page.</summary>
internal static class AssessTexts
{
    public static LocalizedText Summary { get; } = new("判定县是否达标，并说明原因：学校、差异系数、缺什么、缺多少", "does each county meet the standard, and if not, why: schools, CVs, what is lacking and how much");

    public static LocalizedText Input { get; } = new("学校表：CSV、xlsx 或 xls，可给多个", "tables of schools: CSV, xlsx or xls; several make one table");

    public static LocalizedText Standard { get; } = new("标准的编号或文件；默认 cn-2017-quality-balance", "id or file of the standard; default cn-2017-quality-balance");

    public static LocalizedText Overlay { get; } = new("叠加在标准上的地方要求", "a place's additions, laid over the standard");

    public static LocalizedText Scenario { get; } = new("从“试算”导出的情景（JSON），放在输入之上判定", "a scenario exported from the what-if page (JSON), laid over the inputs");

    public static LocalizedText Items { get; } = new("不按学校填报的项目（政府保障、教育质量等）", "what is not per school: government guarantee, quality, …");

    public static LocalizedText Date { get; } = new("评估日期；默认今天", "evaluation date; default today");

    public static LocalizedText Set { get; } = new("改一项设置（standards show 列出全部）", "change a setting (standards show lists them)");

    public static LocalizedText AllowMissing { get; } = new("允许缺少指标所需的列：按缺失处理", "item columns may be absent: they are then missing everywhere");

    public static LocalizedText FailOnNotMet { get; } = new("有县未达标时退出码为 1", "exit with 1 when a county does not meet the standard");

    public static LocalizedText Json { get; } = new("全部结果写成 JSON；- 为标准输出，此时其他一切写到标准错误", "write the whole result as JSON; - is standard output, all else then goes to standard error");

    public static LocalizedText Together { get; } = new(
        "各个 INPUT 合成一张表；同一学校、学段、年度出现两次会被拒绝。没有 --items 时，按学校之外的部分待定，县不会判为达标。",
        "All INPUTs form one table; the same school, stage and year twice is refused. Without --items the other parts are undecided, and a county is never 'met'.");

    public static LocalizedText Defaults { get; } = new(
        "缺失不等于零：缺一个数，该校该项待定，不会当作 0。", "Missing is not zero: where a figure is blank, the school is undecided there, never judged by 0.");

    public static LocalizedText ExampleCounty { get; } = new("判定示例县", "judge the sample county");

    public static LocalizedText ExampleProvince { get; } = new("判定一省各县，同时写出 JSON", "judge a province and write JSON besides");

    public static LocalizedText ExampleOverlay { get; } = new("叠加一区自定目标，并假定过渡性规定延长", "lay a district's targets over it, and suppose that the easements were prolonged");

    public static LocalizedText ExampleBasic { get; } = new("按 2012 年基本均衡标准，缺的列按缺失，英文输出", "by the standard of 2012, absent columns missing, in English");

    public static LocalizedText Judging { get; } = new("正在读取和判定", "Reading and judging");

    public static LocalizedText Writing { get; } = new("正在写出结果", "Writing the result");

    public static LocalizedText EvaluatedOn { get; } = new("评估日期 {0}", "evaluated on {0}");

    public static LocalizedText ReportYear { get; } = new("{0} 年度数据", "report year {0}");

    public static LocalizedText Overlays { get; } = new("叠加：{0}", "overlays: {0}");

    public static LocalizedText Eased { get; } = new("按现行过渡性规定：{0}", "with the easements in force: {0}");

    public static LocalizedText Parts { get; } = new("各部分", "Parts");

    public static LocalizedText Stages { get; } = new("学校", "Schools");

    public static LocalizedText StageName { get; } = new("学段", "stage");

    public static LocalizedText InScope { get; } = new("参评", "in scope");

    public static LocalizedText Spreads { get; } = new("校际差异系数（按学生数加权）", "Coefficients of variation between schools (weighted by pupils)");

    public static LocalizedText Indicator { get; } = new("指标", "indicator");

    public static LocalizedText Mean { get; } = new("均值", "mean");

    public static LocalizedText Cv { get; } = new("系数", "CV");

    public static LocalizedText Limit { get; } = new("限值", "limit");

    public static LocalizedText Target { get; } = new("目标", "target");

    public static LocalizedText Verdict { get; } = new("结论", "verdict");

    public static LocalizedText Composite { get; } = new("{0}综合差异系数 {1}，限值 {2}：{3}", "composite CV, {0}: {1}, limit {2}: {3}");

    public static LocalizedText RoundingSensitive { get; } = new("舍入敏感：打印的数会得出另一个结论", "sensitive to rounding: the printed figure would say otherwise");

    public static LocalizedText MoreDigits { get; } = new("（更精确 {0}）", " (more exactly {0})");

    public static LocalizedText Failing { get; } = new("未达标的学校（{0}）", "Schools that do not meet the standard ({0})");

    public static LocalizedText UndecidedSchools { get; } = new("待定的学校（{0}）：缺数据", "Undecided schools ({0}): figures are missing");

    public static LocalizedText MissingIn { get; } = new("缺：{0}", "missing: {0}");

    public static LocalizedText BelowFloor { get; } = new("{0}，低于底线 {1}（标准 {2}）", "{0}, below the floor {1} (norm {2})");

    public static LocalizedText WithinFloor { get; } = new("{0}，低于标准 {1}，不低于底线 {2}", "{0}, below the norm {1}, not below the floor {2}");

    public static LocalizedText BelowNorm { get; } = new("{0}，低于标准 {1}", "{0}, below the norm {1}");

    public static LocalizedText Lacking { get; } = new("缺 {0}", "lacks {0}");

    public static LocalizedText Advice { get; } = new(
        "最省的例外：{0} 只补到底线，约 {1} 万元（全部补到标准约 {2} 万元）", "cheapest exception: bring {0} to its floor only, about {1} yuan (all to their norms: {2} yuan)");

    public static LocalizedText PricesAreDefaults { get; } = new(
        "金额按默认单价估算（standards/prices.yaml，2025 年），只用于比较，请换成本地单价。",
        "Amounts use default prices (standards/prices.yaml, of 2025) and serve comparison only; replace them by local ones.");

    public static LocalizedText MoreSchools { get; } = new("另有 {0} 所未列出，全部见 --json", "{0} more are not shown; --json has them all");

    public static LocalizedText Excepted { get; } = new("靠“一项不低于 85%”达标（{0}）", "Meets by the one exception at its floor ({0})");

    public static LocalizedText Excluded { get; } = new("不参评（{0}）", "Out of scope ({0})");

    public static LocalizedText CountyItems { get; } = new("按县填报的项目", "Items of the county");

    public static LocalizedText Item { get; } = new("项目", "item");

    public static LocalizedText Value { get; } = new("值", "value");

    public static LocalizedText Norm { get; } = new("标准", "norm");

    public static LocalizedText Remark { get; } = new("说明", "note");

    public static LocalizedText NoItemsFile { get; } = new(
        "没有给出项目文件：{0} 项待定。用 --items FILE 给出（docs/method/items.md 列出各项字段）。", "No items file was given: {0} items are undecided. Give one with --items FILE (docs/method/items.md lists the fields).");

    public static LocalizedText EasementsUsed { get; } = new("用到的过渡性规定", "Easements used");

    public static LocalizedText EasementUse { get; } = new("{0}：{1} 处，{2} 失效", "{0}: {1} times; lapses on {2}");

    public static LocalizedText Warnings { get; } = new("提醒", "Warnings");

    public static LocalizedText DataFindings { get; } = new("数据中的问题（{0}）", "Found in the data ({0})");

    public static LocalizedText ResultId { get; } = new("结果编号 {0}", "Result {0}");

    public static LocalizedText Counties { get; } = new("{0} 个县，{1} 个参评单位（校·学段）", "{0} counties, {1} units (school and stage)");

    public static LocalizedText Reasons { get; } = new("最常见的原因（县数）", "Most frequent reasons (counties)");

    public static LocalizedText ReasonUnits { get; } = new("{0}有学校未达标", "{0}: some school does not meet the standard");

    public static LocalizedText ReasonUndecidedUnits { get; } = new("{0}有学校因缺数据待定", "{0}: some school is undecided for missing figures");

    public static LocalizedText ReasonCv { get; } = new("{0} {1} {2}：差异系数超过限值", "{0}: CV of {1} {2} above its limit");

    public static LocalizedText ReasonCvMissing { get; } = new("{0} {1} {2}：差异系数因缺数据待定", "{0}: CV of {1} {2} undecided for missing figures");

    public static LocalizedText ReasonNoUnits { get; } = new("{0}没有参评学校", "{0}: no school in scope");

    public static LocalizedText FirstCounties { get; } = new("前 {0} 个县（共 {1} 个；逐县原因用 --json，或只给这个县的表）", "First {0} counties (of {1}; for each county's reasons use --json or give its table alone)");

    public static LocalizedText County { get; } = new("县", "county");

    public static LocalizedText SchoolsMeeting { get; } = new("达标单位", "meeting");

    public static LocalizedText SchoolsNotMeeting { get; } = new("未达标", "not meeting");

    public static LocalizedText SchoolsUndecided { get; } = new("待定", "undecided");

    public static LocalizedText CvsAbove { get; } = new("超限系数", "CVs above");
}

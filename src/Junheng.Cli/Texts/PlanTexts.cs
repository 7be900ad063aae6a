using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>plan</c> and <c>verify-plan</c>.</summary>
internal static class PlanTexts
{
    public static LocalizedText Summary { get; } = new("算出最省的达标方案，并证明没有更省的", "the cheapest plan that meets the standard, with the proof that none is cheaper");

    public static LocalizedText Stage { get; } = new("只算一个学段：primary 或 junior", "one stage only: primary or junior");

    public static LocalizedText Prices { get; } = new("单价文件（YAML 或 JSON）；没有时用随附的参考价", "unit prices (YAML or JSON); else the reference prices that come with the program");

    public static LocalizedText Caps { get; } = new("添置上限（CSV 或工作簿）：county_code, school_code, stage, item, max_add", "caps (CSV or workbook): county_code, school_code, stage, item, max_add");

    public static LocalizedText Locks { get; } = new("已定的添置：county_code, school_code, stage, item, min_add", "what is already decided: county_code, school_code, stage, item, min_add");

    public static LocalizedText Budget { get; } = new("每县的预算，元", "budget of each county, in yuan");

    public static LocalizedText Margin { get; } = new("安全余量：从差异系数限值中减去，例如 0.01", "safety margin taken off every limit of a CV, e.g. 0.01");

    public static LocalizedText Assume { get; } = new("有空白单元格时按假定测算：zero（按没有）或 mean（按全县人均）；默认拒绝", "plan on an assumption where cells are blank: zero or mean (county mean per pupil); by default refused");

    public static LocalizedText Certificate { get; } = new("写出证明文件，供 verify-plan 核对", "write the certificate for verify-plan");

    public static LocalizedText Limit { get; } = new("最多搜索多少秒；默认不限时间，只限步数，任何机器结果相同", "seconds to search at most; by default steps, not time, are bounded, and every machine finds the same plan");

    public static LocalizedText Easements { get; } = new("计入过渡性规定（到期日会写明）；默认不计入", "count on the transitional easements in force (the day they lapse is named); by default not");

    public static LocalizedText Alternatives { get; } = new("投入最多的若干项（或 all）各自的次优选择及多花的钱，还有这些学校余项的次优选择", "the next best choice for so many of the dearest lines (or all), and for the exceptions of their schools, with the extra cost");

    public static LocalizedText ConditionPrices { get; } = new("每个条件值多少钱：差异系数限值±0.01、达标值±1%、逐校免去达标要求，各重新测算一次", "the price of each condition: CV limits ±0.01, norms ±1 %, each school freed of its norms, solved again for each");

    public static LocalizedText Compare { get; } = new("与三种常见的做法并排对照", "beside three plans as they are commonly made");

    public static LocalizedText WrongAlternatives { get; } = new("--alternatives 只能是大于零的整数或 all，不能是“{0}”", "--alternatives is a whole number above 0, or all, not '{0}'");

    public static LocalizedText AlternativesHead { get; } = new("次优选择", "Next best choices");

    public static LocalizedText PricesHead { get; } = new("条件的价格（与本方案相比；不影响花费的条件从略）", "Prices of conditions (beside this plan; those that change nothing are left out)");

    public static LocalizedText NoPrice { get; } = new("没有一个条件的小改动会改变花费", "no small change of any condition changes the cost");

    public static LocalizedText CompareHead { get; } = new("与常见做法对照", "Beside plans as they are commonly made");

    public static LocalizedText How { get; } = new("做法", "plan");

    public static LocalizedText Complies { get; } = new("达标", "complies");

    public static LocalizedText Yes { get; } = new("是", "yes");

    public static LocalizedText No { get; } = new("否：{0}", "no: {0}");

    public static LocalizedText Extra { get; } = new("比最省多", "above the cheapest");

    public static LocalizedText ExampleWhy { get; } = new("最省方案，连同次优选择、条件的价格和对照", "the cheapest plan with next best choices, prices of conditions and the comparison");

    public static LocalizedText Json { get; } = new("全部方案写成 JSON；- 为标准输出", "write the plans as JSON; - is standard output");

    public static LocalizedText Out { get; } = new("写出投入测算与实施方案：.xlsx 或 .docx，可给多个", "write the plan as papers: .xlsx or .docx; several may be given");

    public static LocalizedText Defaults { get; } = new(
        "参考价是少数公开个案得出的默认值，只为能先算起来；做决定前请换成当地价格。方案只增不减；花费相同的方案可能不止一个。",
        "The reference prices are defaults from a few public cases, to begin with: replace them by local prices before deciding. A plan only adds; several plans may cost the same.");

    public static LocalizedText Example { get; } = new("示例县的最省方案", "the cheapest plan of the sample county");

    public static LocalizedText ExampleAll { get; } = new("用本县单价和场地上限，写出证明、工作簿和 Word", "with the county's prices and caps; certificate, workbook and Word");

    public static LocalizedText Doing { get; } = new("正在测算", "Planning");

    public static LocalizedText WrongStage { get; } = new("--stage 只能是 primary 或 junior，不能是“{0}”", "--stage is primary or junior, not '{0}'");

    public static LocalizedText WrongNumber { get; } = new("{0} 要写不小于零的数，不能是“{1}”", "{0} is a number of at least 0, not '{1}'");

    public static LocalizedText WrongAssume { get; } = new("--assume 只能是 zero 或 mean，不能是“{0}”", "--assume is zero or mean, not '{0}'");

    public static LocalizedText OutEnding { get; } = new("--out 的文件要以 .xlsx 或 .docx 结尾，不能是“{0}”", "--out ends in .xlsx or .docx, not '{0}'");

    public static LocalizedText OverOther { get; } = new("不能把结果写到输入文件或另一个输出文件 {0} 上", "A result must not overwrite an input or another output: {0}");

    public static LocalizedText Title { get; } = new("{0}  {1}", "{0}  {1}");

    public static LocalizedText AllStages { get; } = new("全部学段", "all stages");

    public static LocalizedText Optimal { get; } = new("已证明最省", "proven cheapest");

    public static LocalizedText Feasible { get; } = new("达标；与最省相差不超过 {0}", "meets; at most {0} above the cheapest");

    public static LocalizedText LimitReached { get; } = new("到了搜索上限；达标，与最省相差不超过 {0}", "search limit reached; meets, at most {0} above the cheapest");

    public static LocalizedText LimitWithout { get; } = new("到了搜索上限，没有找到方案，也没有证明做不到", "search limit reached: neither a plan nor a proof that there is none");

    public static LocalizedText Infeasible { get; } = new("在所给上限、锁定和预算之内做不到", "impossible within the caps, locks and budget given");

    public static LocalizedText Cost { get; } = new("总投入", "cost");

    public static LocalizedText Bound { get; } = new("下限（任何方案都不会更省）", "lower bound (no plan is cheaper)");

    public static LocalizedText Schools { get; } = new("涉及学校", "schools");

    public static LocalizedText ByItem { get; } = new("钱花在哪里", "Where the money goes");

    public static LocalizedText Item { get; } = new("项目", "item");

    public static LocalizedText Amount { get; } = new("数量", "amount");

    public static LocalizedText Yuan { get; } = new("金额（元）", "yuan");

    public static LocalizedText Actions { get; } = new("投入最多的 {0} 项（共 {1} 项；全部见 JSON 或工作簿）", "The {0} largest of {1} lines (all: JSON or workbook)");

    public static LocalizedText School { get; } = new("学校", "school");

    public static LocalizedText Add { get; } = new("添置", "add");

    public static LocalizedText Why { get; } = new("为什么", "why");

    public static LocalizedText Coefficients { get; } = new("差异系数", "Coefficients of variation");

    public static LocalizedText Before { get; } = new("现在", "now");

    public static LocalizedText After { get; } = new("方案后", "after");

    public static LocalizedText CvLimit { get; } = new("限值", "limit");

    public static LocalizedText Exceptions { get; } = new("用“余项85%”的：{0} 个学校学段", "exceptions used: {0} units");

    public static LocalizedText DefaultPrices { get; } = new("单价是随附的参考价，不是本县价格", "prices are the reference prices, not the county's own");

    public static LocalizedText Assumed { get; } = new("有 {0} 处空白按假定计算，见 JSON", "{0} blank cells were assumed, see the JSON");

    public static LocalizedText Verified { get; } = new("已由独立的验证程序核对", "checked by the separate verifier");

    public static LocalizedText VerifySummary { get; } = new("核对证明：方案是否达标、下限是否成立", "check a certificate: does the plan comply, does the bound hold");

    public static LocalizedText CertificateFile { get; } = new("plan --certificate 写出的文件", "the file that plan --certificate wrote");

    public static LocalizedText VerifyInput { get; } = new("当时的学校表", "the tables of schools it was made from");

    public static LocalizedText VerifyNote { get; } = new("退出码 0：成立；1：不成立，并说明第一条理由；2：文件读不出来。", "Exit codes: 0 accepted; 1 rejected with the first reason; 2 a file can't be read.");

    public static LocalizedText ExampleVerify { get; } = new("核对证明文件", "check a certificate");

    public static LocalizedText Accepted { get; } = new("✓ 证明成立：{0} 个方案达标，总投入 {1} 元，下限 {2} 元", "✓ accepted: {0} plans comply; cost {1}, lower bound {2} yuan");

    public static LocalizedText Rejected { get; } = new("✗ 证明不成立：{0}", "✗ rejected: {0}");

    public static LocalizedText Checking { get; } = new("正在核对", "Checking");
}

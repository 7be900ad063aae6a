using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>check</c>.</summary>
internal static class CheckTexts
{
    public static LocalizedText Summary { get; } = new(
        "检查数据：逻辑错误必须改正，疑问请核实或说明", "check returns: errors to be mended, questions to be answered");

    public static LocalizedText Explanations { get; } = new("填好说明的疑问表（--questions 写出的 CSV 或同样列的 xlsx）", "answered questions (the CSV that --questions writes, or the same columns as xlsx)");

    public static LocalizedText Questions { get; } = new("把疑问写成 CSV，说明、审核人、审核意见三列留空待填", "write the questions as CSV, with blank columns for explanation, reviewer and decision");

    public static LocalizedText Kinds { get; } = new(
        "逻辑校验不通过须改正数据，说明不能代替；经验校验是疑问，不是结论：核实无误写明原因即可，数据不变则说明继续有效。空白单元格不触发任何规则。",
        "A hard check must be mended and cannot be explained away. A soft one is a question, not a finding of fault: say why the figures are right, and the explanation "
        + "holds as long as they stay. Blank cells ask nothing.");

    public static LocalizedText Answering { get; } = new(
        "有逻辑错误时退出码为 2；只有疑问时为 0。--set check.… 修改检查的阈值，其余 --set 修改标准。规则见 docs/method/consistency.md。",
        "The exit code is 2 while hard errors stand, 0 with questions only. --set check.… changes a threshold of the checks, any other --set the standard. The rules are in "
        + "docs/method/consistency.md.");

    public static LocalizedText ExampleCounty { get; } = new("检查样例县最近一年，与上年比较", "the sample county's last year beside the one before");

    public static LocalizedText ExampleQuestions { get; } = new("写出待说明的疑问", "write the questions that want an explanation");

    public static LocalizedText ExampleSetting { get; } = new("一年增长 1.3 倍就询问，只要 JSON", "ask about growth beyond 1.3 times; JSON only");

    public static LocalizedText Clean { get; } = new("✓ 检查了 {0} 所学校、{1} 条规则，没有错误，也没有疑问。", "✓ {0} schools checked by {1} rules: no errors, no questions.");

    public static LocalizedText Totals { get; } = new(
        "检查了 {0} 所学校、{1} 条规则：错误 {2} 处，待说明 {3} 处，说明被退回 {4} 处，说明待审核 {5} 处，已通过 {6} 处。",
        "{0} schools checked by {1} rules: {2} error(s), {3} question(s) open, {4} explanation(s) rejected, {5} waiting for review, {6} accepted.");

    public static LocalizedText NextMend { get; } = new("✗ 先改正下列错误：数据相互矛盾，其中至少一个数不对。", "✗ Mend these errors first: the figures contradict each other, at least one is wrong.");

    public static LocalizedText NextAnswer { get; } = new("! 请核实下列疑问：有误就改正，无误就用 --questions 导出后写明原因。", "! Please look at these questions: mend what is wrong, or write with --questions and say why it is right.");

    public static LocalizedText Rules { get; } = new("按规则", "By rule");

    public static LocalizedText Hard { get; } = new("逻辑校验", "hard");

    public static LocalizedText Soft { get; } = new("经验校验", "soft");

    public static LocalizedText Kind { get; } = new("类别", "kind");

    public static LocalizedText Rule { get; } = new("规则", "rule");

    public static LocalizedText Meaning { get; } = new("内容", "what");

    public static LocalizedText Standing { get; } = new("未解决", "standing");

    public static LocalizedText Settled { get; } = new("已通过", "accepted");

    public static LocalizedText Why { get; } = new("为什么问：{0}", "Why: {0}");

    public static LocalizedText Remedy { get; } = new("怎么办：{0}", "What to do: {0}");

    public static LocalizedText Year { get; } = new("{0}年", "{0}");

    public static LocalizedText WholeCounty { get; } = new("全县", "whole county");

    public static LocalizedText WholeTable { get; } = new("全部县", "all counties");

    public static LocalizedText Explained { get; } = new("说明（待审核）：{0}", "Explained, waiting for review: {0}");

    public static LocalizedText Rejected { get; } = new("说明被退回（{1}）：{0}", "Explanation rejected ({1}): {0}");

    public static LocalizedText Accepted { get; } = new("说明已通过（{1}）：{0}", "Explanation accepted ({1}): {0}");

    public static LocalizedText More { get; } = new("同一规则另有 {0} 处，全部见 --questions 或 --json", "{0} more of this rule; --questions and --json have them all");

    public static LocalizedText Sources { get; } = new("一数一源", "One number, one source");

    public static LocalizedText SourceLine { get; } = new(
        "{0}：两处都有 {1} 个，其中相同 {2} 个；只在前者 {3} 个，只在后者 {4} 个", "{0}: {1} given in both, {2} of them equal; {3} in the first only, {4} in the second only");

    public static LocalizedText Unused { get; } = new("有 {0} 条说明所对应的数据已变化或已不再有疑问，没有使用。", "{0} explanation(s) are for values that changed or are asked about no more; not used.");
}

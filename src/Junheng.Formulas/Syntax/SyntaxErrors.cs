using System.Globalization;
using Junheng.Domain.Text;

namespace Junheng.Formulas.Syntax;

/// <summary>Everything that can be wrong with a formula before its names mean anything.</summary>
internal static class SyntaxErrors
{
    public static FormulaError TooLong(int length) => Error("too-long", new TextSpan(FormulaLimits.TextLength, length - FormulaLimits.TextLength),
        $"公式有 {length} 个字符，超过上限 {FormulaLimits.TextLength}。", $"The formula has {length} characters; the limit is {FormulaLimits.TextLength}.",
        "请拆成几个公式。", "Split it into several formulas.");

    public static FormulaError TooManyNodes(TextSpan at) => Error("too-many-parts", at,
        $"公式的组成部分超过上限 {FormulaLimits.Nodes} 个。", $"The formula has more than {FormulaLimits.Nodes} parts.",
        "请拆成几个公式。", "Split it into several formulas.");

    public static FormulaError TooDeep(TextSpan at) => Error("too-deep", at,
        $"嵌套超过上限 {FormulaLimits.Depth} 层。", $"The formula is nested more than {FormulaLimits.Depth} deep.",
        "请去掉多余的括号，或拆成几个公式。", "Remove needless parentheses or split the formula.");

    public static FormulaError TooManyDigits(TextSpan at) => Error("too-many-digits", at,
        $"数字的整数或小数部分超过 {FormulaLimits.Digits} 位。", $"The number has more than {FormulaLimits.Digits} digits before or after its point.",
        "请缩短这个数字。", "Shorten the number.");

    public static FormulaError MalformedNumber(TextSpan at) => Error("malformed-number", at,
        "数字写法不对。", "This is not a number.",
        "数字写成 50 或 3.85，不用指数，数字与名称之间留空格或运算符。", "Write 50 or 3.85, without exponent, and an operator before a name.");

    public static FormulaError MalformedDate(TextSpan at) => Error("malformed-date", at,
        "不是日期。", "This is not a date.", "日期写成 date'2026-09-01'。", "Write a date as date'2026-09-01'.");

    public static FormulaError MalformedSetting(TextSpan at) => Error("malformed-setting", at,
        "“$”后面应是设置项的标识。", "A setting's id must follow '$'.", "例如 $scope.teaching_point_min。", "For example $scope.teaching_point_min.");

    public static FormulaError UnclosedText(TextSpan at) => Error("unclosed-text", at,
        "文本没有结束。", "The text does not end.", "文本前后都用英文单引号；文本中的单引号写两个。", "Close it with a single quote; write a quote inside it twice.");

    public static FormulaError UnknownSign(TextSpan at, string text)
    {
        var sign = text.Substring(at.Start, at.Length);
        var shown = Shown(sign);
        var (zh, en) = Meant(sign[0]) is { } meant ? ($"请写成 {meant}", $"Write {meant}") : ("请删去这个符号。", "Remove it.");
        return Error("unknown-sign", at, $"公式中不能用 {shown}。", $"{shown} means nothing in a formula.", zh, en);
    }

    public static FormulaError Unexpected(Token found, string text) => Error("unexpected", found.Span,
        $"此处不应是{ShownZh(found, text)}。", $"{ShownEn(found, text)} is not expected here.",
        "此处应是数字、文本、日期、名称、函数或括号。", "A number, text, date, name, function or parenthesis belongs here.");

    public static FormulaError AfterEnd(Token found, string text) => Error("unexpected", found.Span,
        $"公式到此应已结束，却有{ShownZh(found, text)}。", $"The formula should end here, but there is {ShownEn(found, text)}.",
        "请补上运算符，或删去多余的部分。", "Add the operator that is lacking, or remove the rest.");

    public static FormulaError Expected(Token found, string expected, string text) => Error("expected", found.Span,
        $"此处应是 {expected}，却是{ShownZh(found, text)}。", $"{expected} belongs here, not {ShownEn(found, text)}.",
        $"请补上 {expected}。", $"Write {expected}.");

    public static FormulaError Chained(Token found, string text) => Error("chained-comparison", found.Span,
        "比较不能连写。", "Comparisons cannot be chained.",
        $"请用 and 连接两个比较，或在 {text.Substring(found.Span.Start, found.Span.Length)} 前后加括号。", "Join two comparisons with and, or add parentheses.");

    public static FormulaError CollectionAlone(Token name) => Error("collection-alone", name.Span,
        $"“{name.Content}”中有许多对象，此处却要一个值。", $"'{name.Content}' holds many things, but one value is needed here.",
        $"请汇总，例如 sum({name.Content}.…)。", $"Aggregate it, e.g. sum({name.Content}.…).");

    public static FormulaError NotNeedsParentheses(TextSpan at) => Error("not-needs-parentheses", at,
        "此处的 not 会有歧义。", "Here not could be read in two ways.", "请写成 (not …)。", "Write (not …).");

    public static FormulaError UnknownFunction(TextSpan at, string name, string? meant) => Error("unknown-function", at,
        $"没有函数“{name}”。", $"There is no function '{name}'.",
        meant is null
            ? "可用的函数：if、ceil、floor、round、abs、min、max、add_years，汇总：sum、count、share、mean、min、max、exists。"
            : $"是否想写 {meant}？",
        meant is null
            ? "Functions: if, ceil, floor, round, abs, min, max, add_years; aggregates: sum, count, share, mean, min, max, exists."
            : $"Did you mean {meant}?");

    public static FormulaError ArgumentCount(TextSpan at, string name, string wanted, int given) => Error("argument-count", at,
        $"{name} 需要 {wanted} 个参数，却有 {given} 个。", $"{name} takes {wanted} arguments, not {given}.",
        "请增减参数。", "Add or remove arguments.");

    public static FormulaError AggregateShape(TextSpan at, string name, string shape) => Error("aggregate-shape", at,
        $"{name} 的写法不对。", $"{name} is not written like this.", $"请写成 {shape}。", $"Write {shape}.");

    public static FormulaError Error(string rule, TextSpan at, string zh, string en, string remedyZh, string remedyEn) =>
        new("formula." + rule, at.Start, at.Length, new LocalizedText(zh, en), new LocalizedText(remedyZh, remedyEn));

    /// <summary>The sign of the language for one that people type in its place, from a Chinese keyboard or by habit from elsewhere.</summary>
    private static string? Meant(char sign) => sign switch
    {
        >= '\uFF01' and <= '\uFF5E' and not ('＆' or '｜' or '％' or '＂') => ((char)(sign - '\uFF01' + '!')).ToString(),
        '×' => "*",
        '÷' => "/",
        '≠' => "!=",
        '≤' => "<=",
        '≥' => ">=",
        '‘' or '’' or '“' or '”' or '"' or '＂' => "'",
        '&' or '＆' => "and",
        '|' or '｜' => "or",
        '%' or '％' => "/ 100",
        _ => null,
    };

    private static string Shown(string sign) => sign.Length == 1 && (char.IsControl(sign[0]) || char.IsSurrogate(sign[0]))
        ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)sign[0]:X4}")
        : $"'{sign}'";

    private static string ShownZh(Token found, string text) => found.Kind == TokenKind.End ? "公式的结尾" : $"“{Cut(found, text)}”";

    private static string ShownEn(Token found, string text) => found.Kind == TokenKind.End ? "the end of the formula" : $"'{Cut(found, text)}'";

    private static string Cut(Token found, string text) =>
        found.Span.Length <= 40 ? text.Substring(found.Span.Start, found.Span.Length) : string.Concat(text.AsSpan(found.Span.Start, 40), "…");
}

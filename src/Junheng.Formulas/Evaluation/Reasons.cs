using Junheng.Domain.Text;

namespace Junheng.Formulas.Evaluation;

/// <summary>Why a value can be undefined.</summary>
internal static class Reasons
{
    public static readonly FormulaValue DivisionByZero = new FormulaValue.Undefined(new LocalizedText("除数为零", "division by zero"));

    public static readonly FormulaValue NoMembers = new FormulaValue.Undefined(new LocalizedText("没有可汇总的对象", "nothing to aggregate"));

    public static readonly FormulaValue TooLarge = new FormulaValue.Undefined(new LocalizedText("数值超出精确计算的范围", "beyond the bounds of exact numbers"));

    public static readonly FormulaValue NoSuchDay =
        new FormulaValue.Undefined(new LocalizedText("日期超出历法的范围", "beyond the bounds of the calendar"));

    public static FormulaValue WrongKind(string what) =>
        new FormulaValue.Undefined(new LocalizedText($"“{what}”的值类型不符", $"'{what}' gave a value of another kind"));
}

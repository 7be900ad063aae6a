using System.Collections.Frozen;

namespace Junheng.Formulas.Syntax;

internal enum UnaryOperator : byte
{
    Negate,
    Not,
}

internal enum BinaryOperator : byte
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
}

internal enum FormulaFunction : byte
{
    If,
    Ceil,
    Floor,
    Round,
    Abs,
    Min,
    Max,
    AddYears,
}

internal enum AggregateFunction : byte
{
    Sum,
    Count,
    Share,
    Mean,
    Min,
    Max,
    Exists,
}

/// <summary>How operators bind and how operators and functions are written.</summary>
internal static class Operators
{
    public const int OrLevel = 1;
    public const int AndLevel = 2;
    public const int NotLevel = 3;
    public const int ComparisonLevel = 4;
    public const int SumLevel = 5;
    public const int ProductLevel = 6;
    public const int NegationLevel = 7;
    public const int PrimaryLevel = 8;

    public static readonly FrozenDictionary<string, FormulaFunction> Functions =
        Enum.GetValues<FormulaFunction>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, AggregateFunction> Aggregates =
        Enum.GetValues<AggregateFunction>().ToFrozenDictionary(Name, StringComparer.Ordinal);

    public static int Level(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => OrLevel,
        BinaryOperator.And => AndLevel,
        <= BinaryOperator.GreaterOrEqual => ComparisonLevel,
        BinaryOperator.Add or BinaryOperator.Subtract => SumLevel,
        _ => ProductLevel,
    };

    public static bool IsComparison(BinaryOperator op) => Level(op) == ComparisonLevel;

    public static string Sign(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        _ => "/",
    };

    public static BinaryOperator? Binary(TokenKind kind) => kind switch
    {
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        _ => null,
    };

    public static string Name(FormulaFunction function) => function switch
    {
        FormulaFunction.If => "if",
        FormulaFunction.Ceil => "ceil",
        FormulaFunction.Floor => "floor",
        FormulaFunction.Round => "round",
        FormulaFunction.Abs => "abs",
        FormulaFunction.Min => "min",
        FormulaFunction.Max => "max",
        _ => "add_years",
    };

    public static string Name(AggregateFunction function) => function switch
    {
        AggregateFunction.Sum => "sum",
        AggregateFunction.Count => "count",
        AggregateFunction.Share => "share",
        AggregateFunction.Mean => "mean",
        AggregateFunction.Min => "min",
        AggregateFunction.Max => "max",
        _ => "exists",
    };
}

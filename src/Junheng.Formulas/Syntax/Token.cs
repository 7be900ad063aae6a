namespace Junheng.Formulas.Syntax;

internal enum TokenKind : byte
{
    End,
    Number,
    Text,
    Date,
    Name,
    Setting,
    Or,
    And,
    Not,
    In,
    Is,
    Missing,
    True,
    False,
    Where,
    At,
    Plus,
    Minus,
    Star,
    Slash,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Open,
    Close,
    Comma,
    Dot,
    Colon,
}

/// <summary>One word or sign of a formula.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Content">A name, a number's digits, a setting's id without $, the inside of a text or date;
/// empty for signs and words of the language.</param>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, string Content);

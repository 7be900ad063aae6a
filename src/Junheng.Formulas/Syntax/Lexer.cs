using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Syntax;

/// <summary>Cuts a formula's text into tokens, in one pass from left to right; the last is <see cref="TokenKind.End"/>.</summary>
internal sealed class Lexer
{
    private static readonly FrozenDictionary<string, TokenKind> Words = new Dictionary<string, TokenKind>(StringComparer.Ordinal)
    {
        ["or"] = TokenKind.Or,
        ["and"] = TokenKind.And,
        ["not"] = TokenKind.Not,
        ["in"] = TokenKind.In,
        ["is"] = TokenKind.Is,
        ["missing"] = TokenKind.Missing,
        ["true"] = TokenKind.True,
        ["false"] = TokenKind.False,
        ["where"] = TokenKind.Where,
        ["at"] = TokenKind.At,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _text;
    private readonly List<Token> _tokens = [];
    private int _at;
    private FormulaError? _error;

    private Lexer(string text) => _text = text;

    /// <summary>The tokens, or null with the first error.</summary>
    public static (List<Token>? Tokens, FormulaError? Error) Read(string text)
    {
        if (text.Length > FormulaLimits.TextLength)
        {
            return (null, SyntaxErrors.TooLong(text.Length));
        }

        var lexer = new Lexer(text);
        while (lexer._error is null && lexer.SkipSpace())
        {
            lexer.ReadToken();
        }

        lexer.Add(TokenKind.End, text.Length);
        return lexer._error is null ? (lexer._tokens, null) : (null, lexer._error);
    }

    private bool SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }

        return _at < _text.Length;
    }

    private void ReadToken()
    {
        var c = _text[_at];
        if (char.IsAsciiDigit(c))
        {
            ReadNumber();
        }
        else if (FormulaNames.IsStart(c))
        {
            ReadName();
        }
        else if (c == '\'')
        {
            ReadText(_at, TokenKind.Text);
        }
        else if (c == '$')
        {
            ReadSetting();
        }
        else
        {
            ReadSign(c);
        }
    }

    private void ReadNumber()
    {
        var start = _at;
        var whole = SkipDigits();
        var fraction = 0;
        if (Peek(0) == '.')
        {
            _at++;
            fraction = SkipDigits();
            if (fraction == 0)
            {
                _error = SyntaxErrors.MalformedNumber(new TextSpan(start, _at - start));
                return;
            }
        }

        if (whole > FormulaLimits.Digits || fraction > FormulaLimits.Digits)
        {
            _error = SyntaxErrors.TooManyDigits(new TextSpan(start, _at - start));
        }
        else if (FormulaNames.IsPart(Peek(0)) || Peek(0) == '.')
        {
            _error = SyntaxErrors.MalformedNumber(new TextSpan(start, _at - start + 1));
        }

        Add(TokenKind.Number, start, _text[start.._at]);
    }

    private int SkipDigits()
    {
        var start = _at;
        while (char.IsAsciiDigit(Peek(0)))
        {
            _at++;
        }

        return _at - start;
    }

    private void ReadName()
    {
        var start = _at;
        SkipName();
        var name = _text[start.._at];
        if (name == "date" && Peek(0) == '\'')
        {
            ReadText(start, TokenKind.Date);
        }
        else if (Words.TryGetValue(name, out var word))
        {
            Add(word, start);
        }
        else
        {
            Add(TokenKind.Name, start, name);
        }
    }

    private void SkipName()
    {
        while (FormulaNames.IsPart(Peek(0)))
        {
            _at++;
        }
    }

    private void ReadText(int start, TokenKind kind)
    {
        var content = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            if (_text[_at] != '\'')
            {
                content.Append(_text[_at]);
            }
            else if (Peek(1) == '\'')
            {
                content.Append('\'');
                _at++;
            }
            else
            {
                _at++;
                FinishText(start, kind, content.ToString());
                return;
            }
        }

        _error = SyntaxErrors.UnclosedText(new TextSpan(start, _text.Length - start));
    }

    private void FinishText(int start, TokenKind kind, string content)
    {
        if (kind == TokenKind.Date && !DateOnly.TryParseExact(content, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            _error = SyntaxErrors.MalformedDate(new TextSpan(start, _at - start));
        }

        Add(kind, start, content);
    }

    private void ReadSetting()
    {
        var start = _at;
        do
        {
            _at++;
            if (!FormulaNames.IsStart(Peek(0)))
            {
                _error = SyntaxErrors.MalformedSetting(new TextSpan(start, _at - start));
                return;
            }

            SkipName();
        }
        while (Peek(0) == '.');

        Add(TokenKind.Setting, start, _text[(start + 1).._at]);
    }

    private void ReadSign(char c)
    {
        var (kind, length) = (c, Peek(1)) switch
        {
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('=', _) => (TokenKind.Equal, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('(', _) => (TokenKind.Open, 1),
            (')', _) => (TokenKind.Close, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (':', _) => (TokenKind.Colon, 1),
            _ => (TokenKind.End, 0),
        };
        if (length == 0)
        {
            _error = SyntaxErrors.UnknownSign(new TextSpan(_at, char.IsSurrogatePair(c, Peek(1)) ? 2 : 1), _text);
            return;
        }

        _at += length;
        Add(kind, _at - length);
    }

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Add(TokenKind kind, int start, string content = "") => _tokens.Add(new Token(kind, new TextSpan(start, _at - start), content));
}

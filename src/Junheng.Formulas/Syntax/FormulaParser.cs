namespace Junheng.Formulas.Syntax;

/// <summary>Reads the text of a formula.</summary>
public static class FormulaParser
{
    /// <summary>
    /// The formula, or the first thing that is wrong with its text. Never throws, whatever the text; linear in its length.
    /// </summary>
    public static FormulaResult<FormulaSyntax> Parse(string text)
    {
        var (tokens, error) = Lexer.Read(text);
        if (tokens is not null)
        {
            var parser = new Parser(text, tokens);
            if (parser.ParseFormula() is { } root)
            {
                return new FormulaResult<FormulaSyntax>.Valid(new FormulaSyntax(text, root));
            }

            error = parser.Error;
        }

        return new FormulaResult<FormulaSyntax>.Invalid([error!]);
    }
}

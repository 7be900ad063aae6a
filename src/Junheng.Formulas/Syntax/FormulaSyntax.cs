namespace Junheng.Formulas.Syntax;

/// <summary>A formula that reads well, before its names mean anything.</summary>
public sealed class FormulaSyntax
{
    internal FormulaSyntax(string text, SyntaxNode root) => (Text, Root) = (text, root);

    /// <summary>The text as written.</summary>
    public string Text { get; }

    internal SyntaxNode Root { get; }

    /// <summary>The canonical text: single spaces, only the parentheses that are needed; reading it gives the same formula.</summary>
    public override string ToString() => SyntaxPrinter.Print(Root);
}

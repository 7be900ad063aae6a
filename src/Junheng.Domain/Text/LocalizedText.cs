namespace Junheng.Domain.Text;

/// <summary>A text in both languages of the product.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.En ? En : Zh;

    /// <summary>The English text, for logs.</summary>
    public override string ToString() => En;
}

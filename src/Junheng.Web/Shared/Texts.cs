using System.Globalization;
using System.Resources;
using Junheng.Domain.Text;

namespace Junheng.Web.Shared;

/// <summary>The texts of the pages in one language, from the resource files: <c>Texts.resx</c> is Chinese, <c>Texts.en.resx</c> English.</summary>
internal sealed class Texts(Language language)
{
    private static readonly ResourceManager _resources = new("Junheng.Web.Resources.Texts", typeof(Texts).Assembly);
    private readonly CultureInfo _culture = language == Language.En ? CultureInfo.GetCultureInfo("en") : CultureInfo.InvariantCulture;

    /// <summary>A text; the key itself where it is absent, which a test forbids.</summary>
    public string this[string key] => _resources.GetString(key, _culture) ?? key;

    /// <summary>A text with values put in.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>How many yuan the language counts large sums in.</summary>
    public long MoneyUnit() => long.Parse(this["money.unit"], CultureInfo.InvariantCulture);

    /// <summary>Joins names as the language does.</summary>
    public string List(IEnumerable<string> names) => string.Join(this["list.separator"], names);
}

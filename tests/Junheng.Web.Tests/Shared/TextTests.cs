using System.Collections;
using System.Globalization;
using System.Resources;

namespace Junheng.Web.Tests.Shared;

public class TextTests
{
    [Fact]
    public void Both_languages_have_the_same_texts() => Assert.Equal(Keys(CultureInfo.InvariantCulture), Keys(CultureInfo.GetCultureInfo("en")));

    [Fact]
    public void No_text_is_empty() => Assert.All(
        new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("en") }.SelectMany(Entries), entry => Assert.NotEmpty((string)entry.Value!));

    private static List<string> Keys(CultureInfo culture) => [.. Entries(culture).Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];

    private static IEnumerable<DictionaryEntry> Entries(CultureInfo culture) =>
        new ResourceManager("Junheng.Web.Resources.Texts", typeof(Program).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>();
}

using Junheng.Domain.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace Junheng.Web.Shared;

/// <summary>What every component of a page needs: the language, its texts and numbers, and the address asked for.</summary>
internal sealed class PageContext
{
    private readonly HttpContext _http;

    public PageContext(IHttpContextAccessor accessor)
    {
        _http = accessor.HttpContext ?? throw new InvalidOperationException("A page belongs to a request.");
        Language = ChosenLanguage.Of(_http);
        Text = new Texts(Language);
        Printed = new Printed(Text);
    }

    public Language Language { get; }

    public Texts Text { get; }

    public Printed Printed { get; }

    public string HtmlLanguage => Language == Language.En ? "en" : "zh-CN";

    /// <summary>The same address in the other language.</summary>
    public string OtherLanguageAddress => With("lang", Language == Language.En ? "zh" : "en");

    /// <summary>The same address with one value of the query changed; null takes it out.</summary>
    public string With(string name, string? value)
    {
        var query = new QueryBuilder(_http.Request.Query.Where(each => each.Key != name && each.Key != "lang").SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? "")));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return $"{_http.Request.Path}{query.ToQueryString()}";
    }

    public string Of(LocalizedText text) => text.In(Language);
}

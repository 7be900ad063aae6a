using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Counties;
using Junheng.Application.Grants;
using Junheng.Domain.Text;
using Junheng.Web.Gate;
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
        Printed = new Printed(Text, _http.RequestServices.GetRequiredService<TimeProvider>().LocalTimeZone);
    }

    public Language Language { get; }

    /// <summary>Who is signed in; null for visitors.</summary>
    public SessionOnRecord? Session => _http.Session() is { Session.Stage: SessionStage.Full } session ? session : null;

    /// <summary>Today, where the installation stands.</summary>
    public DateOnly Today => GiveGrants.Today(_http.RequestServices.GetRequiredService<TimeProvider>());

    /// <summary>This moment.</summary>
    public DateTimeOffset Now => _http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>Whether the reader may do something in the installation as a whole.</summary>
    public bool May(AccessAction action) =>
        _http.RequestServices.GetRequiredService<AccessSubjects>().Decide(_http, action, AccessSubject.Installation) == AccessDecision.Allowed;

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

    /// <summary>The same address judged by the usual basis and year.</summary>
    public string WithoutBasis => Address(each => !IsBasis(each) && each != BasisWords.Year);

    /// <summary>The values of the address that are not its basis: what a form has to carry on beside it.</summary>
    public IEnumerable<(string Name, string Value)> OtherValues =>
        _http.Request.Query.Where(each => !IsBasis(each.Key) && each.Key != "lang").SelectMany(each => each.Value, (each, value) => (each.Key, value ?? ""));

    private static bool IsBasis(string name) =>
        name is BasisWords.Standard or BasisWords.Overlay or BasisWords.Setting or BasisWords.Date || name.StartsWith(BasisWords.Setting + ".", StringComparison.Ordinal);

    private string Address(Func<string, bool> keep)
    {
        var query = new QueryBuilder(_http.Request.Query.Where(each => keep(each.Key) && each.Key != "lang").SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? "")));
        return $"{_http.Request.Path}{query.ToQueryString()}";
    }

    public string Of(LocalizedText text) => text.In(Language);
}

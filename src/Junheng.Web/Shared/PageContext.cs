using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Counties;
using Junheng.Application.Grants;
using Junheng.Domain.Text;
using Junheng.Web.Features.Help;
using Junheng.Web.Gate;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Junheng.Web.Shared;

/// <summary>What every component of a page needs: the language, its texts and numbers, and the address asked for.</summary>
internal sealed class PageContext
{
    private readonly HttpContext _http;

    public PageContext(IHttpContextAccessor accessor)
    {
        _http = accessor.HttpContext ?? throw new InvalidOperationException("A page belongs to a request.");
        Language = ChosenLanguage.Of(_http);
        Looks = Looks.Of(_http);
        Text = new Texts(Language);
        Printed = new Printed(Text, _http.RequestServices.GetRequiredService<TimeProvider>().LocalTimeZone);
    }

    public Language Language { get; }

    /// <summary>How the reader wants pages to look.</summary>
    public Looks Looks { get; }

    /// <summary>The county that the address names, or that a page without one in its address is about; null for none.</summary>
    public string? CountyCode => _http.Features.Get<AskedCounty>()?.Code;

    /// <summary>The chapter of the guide about this page.</summary>
    public string HelpAddress =>
        HelpChapters.Of((_http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText) is { Length: > 0 } chapter && _http.RequestServices.GetRequiredService<Guide>().Find(chapter[1..].Split('#')[0]) is not null
            ? "/help" + chapter
            : "/help";

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

    /// <summary>The same address with one value of the query changed; null takes it out. What came of a form has no address of its own: then the page that held the form.</summary>
    public string With(string name, string? value)
    {
        var (path, asked) = Address();
        var query = new QueryBuilder(asked.Where(each => each.Key != name && each.Key != "lang" && !Looks.Choices.ContainsKey(each.Key))
            .SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? "")));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return $"{path}{query.ToQueryString()}";
    }

    private (string Path, IEnumerable<KeyValuePair<string, StringValues>> Query) Address()
    {
        if (HttpMethods.IsGet(_http.Request.Method) || HttpMethods.IsHead(_http.Request.Method))
        {
            return (_http.Request.Path.ToUriComponent(), _http.Request.Query);
        }

        return Uri.TryCreate(_http.Request.Headers.Referer.ToString(), UriKind.Absolute, out var former) && former.Host == _http.Request.Host.Host
            ? (former.AbsolutePath, QueryHelpers.ParseQuery(former.Query))
            : ("/", []);
    }

    /// <summary>Another address with the query of this one.</summary>
    public string At(string path) => path + new QueryBuilder(Values("lang")).ToQueryString();

    /// <summary>The query of this address, without one of its names.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values(string without) =>
        _http.Request.Query.Where(each => each.Key != without && each.Key != "lang").SelectMany(each => each.Value, (each, text) => KeyValuePair.Create(each.Key, text ?? ""));

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

using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Junheng.Web.Tests.Accounts;

/// <summary>A browser without scripts: it keeps cookies, fills in the forms that pages hold, and does not follow where answers lead unless told.</summary>
public sealed class TestBrowser(WebApplicationFactory<Program> program)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HttpClient _client = program.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The Set-Cookie lines of the last answer.</summary>
    public IReadOnlyList<string> LastCookies { get; private set; } = [];

    public string? Cookie(string name) => _cookies.GetValueOrDefault(name);

    public TestBrowser WithCookie(string name, string value)
    {
        _cookies[name] = value;
        return this;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content };
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        LastCookies = answer.Headers.TryGetValues("Set-Cookie", out var lines) ? [.. lines] : [];
        foreach (var pair in LastCookies.Select(line => line.Split(';')[0].Split('=', 2)))
        {
            if (pair[1].Length == 0)
            {
                _cookies.Remove(pair[0]);
            }
            else
            {
                _cookies[pair[0]] = pair[1];
            }
        }

        return answer;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    public async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await GetAsync(address);
        return answer.StatusCode;
    }

    public async Task<IDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await DocumentAsync(answer);
    }

    public static async Task<IDocument> DocumentAsync(HttpResponseMessage answer) => await WebProgram.ParseAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>The hidden fields of the form of a page that is posted to an address.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string page, string action)
    {
        var document = await PageAsync(page);
        var form = document.QuerySelectorAll("form[method=post]").FirstOrDefault(form => (form.GetAttribute("action") ?? page) == action)
            ?? throw new InvalidOperationException($"{page} has no form for {action}: {document.QuerySelector("main")?.TextContent}");
        return form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
    }

    /// <summary>Fills in the form of a page and hands it in.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var form = await FormAsync(page, action);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return await PostAsync(action, form);
    }

    public async Task<HttpResponseMessage> PostAsync(string action, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await SendAsync(HttpMethod.Post, action, content);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password) => SubmitAsync("/sign-in", "/sign-in", ("name", name), ("password", password));

    /// <summary>Where an answer leads; null where it does not lead on.</summary>
    public static string? Location(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString;
}

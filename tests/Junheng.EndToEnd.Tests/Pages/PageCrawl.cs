using System.Net;
using System.Text.RegularExpressions;

namespace Junheng.EndToEnd.Tests.Pages;

/// <summary>A page: which endpoint answers it, for whom and where.</summary>
/// <param name="Pattern">The endpoint's address with names in braces.</param>
/// <param name="Person">Who sees it; empty for a visitor.</param>
/// <param name="Address">The address.</param>
/// <param name="Bytes">The page as it is sent, compressed.</param>
internal sealed record CrawledPage(string Pattern, string Person, string Address, long Bytes);

/// <summary>Follows the links of each person from page to page until every endpoint has been seen. Which endpoints there are stands in docs/access-matrix.md, which a test keeps true.</summary>
internal sealed partial class PageCrawl(string origin)
{
    private const int MostOfAPattern = 2;
    private const int MostPages = 600;
    private readonly List<(string Pattern, Regex Match)> _patterns = [.. Patterns().Select(pattern => (pattern, Match(pattern)))];
    private readonly List<CrawledPage> _pages = [];
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>One or two pages of each endpoint.</summary>
    public IReadOnlyList<CrawledPage> Pages => _pages;

    /// <summary>The endpoints that answered with a file, or with JSON.</summary>
    public IReadOnlySet<string> Files => _files;

    /// <summary>Every GET endpoint of the program.</summary>
    public static IReadOnlyList<string> Patterns()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Junheng.slnx")))
        {
            folder = folder.Parent;
        }

        return [.. Row().Matches(File.ReadAllText(Path.Combine(folder.FullName, "docs", "access-matrix.md"))).Select(match => match.Groups[1].Value).Distinct()];
    }

    /// <summary>Follows what one person sees.</summary>
    public async Task FollowAsync(string person, IReadOnlyDictionary<string, string> cookies, IReadOnlyList<string> from)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(origin) };
        var queue = new Queue<string>(from);
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        for (var count = 0; count < MostPages && queue.TryDequeue(out var address);)
        {
            if (PatternOf(address) is not { } pattern || (_files.Contains(pattern) && pattern != "/") || _pages.Count(page => page.Pattern == pattern && page.Person == person) >= MostOfAPattern)
            {
                continue;
            }

            count++;
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept-Encoding", "br");
            if (cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            }

            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.SeeOther)
            {
                Take(answer.Headers.Location!.OriginalString);
                continue;
            }

            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }

            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                _files.Add(pattern);
                continue;
            }

            _pages.Add(new CrawledPage(pattern, person, address, bytes.Length));
            foreach (Match link in Link().Matches(Text(answer, bytes)))
            {
                Take(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }

        void Take(string found)
        {
            var plain = found.Split('#')[0];
            if (plain.Length > 0 && plain[0] == '/' && !plain.Contains("lang=", StringComparison.Ordinal) && !plain.Contains("theme=", StringComparison.Ordinal) && !plain.Contains("size=", StringComparison.Ordinal) && seen.Add(plain))
            {
                queue.Enqueue(plain);
            }
        }
    }

    /// <summary>A page of one endpoint that no link leads to.</summary>
    public void Add(string pattern, string person, string address) => _pages.Add(new CrawledPage(pattern, person, address, 0));

    private static string Text(HttpResponseMessage answer, byte[] bytes)
    {
        if (!answer.Content.Headers.ContentEncoding.Contains("br"))
        {
            return System.Text.Encoding.UTF8.GetString(bytes);
        }

        using var plain = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress));
        return plain.ReadToEnd();
    }

    /// <summary>The endpoint that answers an address: the one with the fewest names in braces.</summary>
    private string? PatternOf(string address)
    {
        var path = address.Split('?')[0];
        return _patterns.Where(each => each.Match.IsMatch(path)).OrderBy(each => each.Pattern.Count(letter => letter == '{')).Select(each => each.Pattern).FirstOrDefault();
    }

    private static Regex Match(string pattern) => new(
        "^" + Brace().Replace(Regex.Escape(pattern).Replace(@"\{", "{", StringComparison.Ordinal), name => name.Value.Contains(":int", StringComparison.Ordinal) || name.Value.Contains(":long", StringComparison.Ordinal) ? "[0-9]+" : name.Value.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : "[^/]+") + "$",
        RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Brace();

    [GeneratedRegex(@"^\| GET `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<a [^>]*href=""([^""]+)""")]
    private static partial Regex Link();
}

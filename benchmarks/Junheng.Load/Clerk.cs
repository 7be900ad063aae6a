using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Junheng.Load;

/// <summary>One clerk with a browser of their own: signs in, opens the school's form, types and saves as a browser does.</summary>
internal sealed partial class Clerk : IDisposable
{
    /// <summary>The figure that every save changes.</summary>
    public const string Changed = "books";

    private static readonly Dictionary<string, string> _usual = new(StringComparer.Ordinal)
    {
        ["classes"] = "12",
        ["grades"] = "6",
        ["largest_class"] = "42",
        ["enrolment_primary"] = "480",
        ["enrolment_junior"] = "320",
        ["above_degree_teachers_primary"] = "24",
        ["above_degree_teachers_junior"] = "30",
        ["pe_art_teachers_primary"] = "5",
        ["teaching_area_m2"] = "2300.50",
        ["sports_area_m2"] = "3600",
        ["equipment_yuan"] = "960000",
        ["multimedia_rooms"] = "13",
        ["computers"] = "60",
    };

    private readonly HttpClient _client;
    private readonly string _name;
    private readonly Dictionary<string, string> _form = new(StringComparer.Ordinal);
    private long _sequence;

    public Clerk(Uri origin, string name, string school)
    {
        (_name, School) = (name, school);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.All, MaxConnectionsPerServer = 2 };
        _client = new HttpClient(handler) { BaseAddress = origin, Timeout = TimeSpan.FromSeconds(100) };
    }

    public string School { get; }

    /// <summary>Saves that were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>What the last acknowledged save said.</summary>
    public string LastText { get; private set; } = "";

    private string Address => $"/counties/{SeededCounty.Code}/rounds/{SeededCounty.Year}/schools/{School}";

    public async Task SignInAsync()
    {
        var fields = Hidden(await GetAsync("/sign-in"));
        (fields["name"], fields["password"]) = (_name, SeededCounty.Password);
        using var answer = await _client.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(fields));
        Expect(answer, HttpStatusCode.SeeOther, "sign in");
    }

    /// <summary>Opens the form and fills in the usual figures, as far as the school's form asks for them.</summary>
    public async Task OpenAsync()
    {
        var page = await GetAsync(Address);
        Take(page);
        foreach (Match field in FigureField().Matches(page))
        {
            _form["f:" + field.Groups[1].Value] = _usual.GetValueOrDefault(field.Groups[1].Value, "");
        }
    }

    /// <summary>Saves once and opens the page that the answer leads to.</summary>
    /// <returns>Milliseconds until the save was acknowledged, and until the page was there.</returns>
    public async Task<(double Saved, double Shown)> SaveAsync()
    {
        var text = (1000 + Acknowledged).ToString(CultureInfo.InvariantCulture);
        (_form["f:" + Changed], _form["then"]) = (text, "");
        var begin = Stopwatch.GetTimestamp();
        string next;
        using (var answer = await _client.PostAsync(new Uri(Address, UriKind.Relative), new FormUrlEncodedContent(_form)))
        {
            Expect(answer, HttpStatusCode.SeeOther, "save");
            next = answer.Headers.Location!.OriginalString;
        }

        var saved = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        (Acknowledged, LastText) = (Acknowledged + 1, text);
        Take(await GetAsync(next));
        return (saved, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
    }

    /// <summary>What the page sends while somebody types: the checks, or the draft.</summary>
    public async Task<double> TypeAsync(bool draft)
    {
        _form["f:" + Changed] = (5000 + ++_sequence).ToString(CultureInfo.InvariantCulture);
        _form["sequence"] = _sequence.ToString(CultureInfo.InvariantCulture);
        var begin = Stopwatch.GetTimestamp();
        using var answer = await _client.PostAsync(new Uri(Address + (draft ? "/draft" : "/check"), UriKind.Relative), new FormUrlEncodedContent(_form));
        Expect(answer, draft ? HttpStatusCode.NoContent : HttpStatusCode.OK, "type");
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> GetAsync(string address)
    {
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        Expect(answer, HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Takes the hidden fields of the form from its page; what was typed stays.</summary>
    private void Take(string page)
    {
        var form = page.IndexOf("id=\"return-form\"", StringComparison.Ordinal);
        foreach (var (name, value) in Hidden(page[form..]))
        {
            _form[name] = value;
        }
    }

    private static Dictionary<string, string> Hidden(string page)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in HiddenField().Matches(page))
        {
            fields.TryAdd(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value));
        }

        return fields;
    }

    private void Expect(HttpResponseMessage answer, HttpStatusCode status, string doing)
    {
        if (answer.StatusCode != status)
        {
            throw new InvalidOperationException($"{_name}, {doing}: {(int)answer.StatusCode} instead of {(int)status}");
        }
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"f:([^\"]*)\"")]
    private static partial Regex FigureField();
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Junheng.Application.Access;
using Junheng.Application.Assess;
using Junheng.Application.Explain;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Domain.Schools;
using Junheng.Web.Tests.Accounts;

namespace Junheng.Web.Tests.Features;

/// <summary>The HTTP API says what the command line says, to whom a token lets it, in pages, once, and with faults that a program can read.</summary>
public sealed class ApiTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    private const string Sample = "/api/v1/regions/990121";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_assessment_is_that_of_the_command_line()
    {
        var report = Assert.IsType<AssessOutcome.Assessed>(new AssessCounties(program.Get<IStandardLibrary>(), program.Get<IStatisticsFiles>()).Run(await QuestionAsync())).Report;
        using var expected = new MemoryStream();
        AssessmentJson.Write(report, expected);

        using var answer = await SendAsync($"{Sample}/assessments?date=2026-11-21");

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(expected.ToArray()), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task A_trace_is_that_of_explain()
    {
        var explained = Assert.IsType<ExplainOutcome.Explained>(new ExplainFigure(program.Get<IStandardLibrary>(), program.Get<IStatisticsFiles>()).Run(new ExplainRequest(await QuestionAsync(), "9901210108", Stage.Junior, "R4")));
        using var expected = new MemoryStream();
        ExplanationJson.Write(explained, expected);

        using var answer = await SendAsync($"{Sample}/traces/9901210108/junior/R4?date=2026-11-21");

        Assert.Equal(System.Text.Encoding.UTF8.GetString(expected.ToArray()), await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        using var first = await SendAsync($"{Sample}/assessments");
        var tag = first.Headers.ETag!;
        using var again = await SendAsync($"{Sample}/assessments", ifNoneMatch: tag);
        using var otherYear = await SendAsync($"{Sample}/assessments?year=2024", ifNoneMatch: tag);

        Assert.Equal($"\"{JsonDocument.Parse(await first.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("resultId").GetString()}\"", tag.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, otherYear.StatusCode);
    }

    [Fact]
    public async Task Lists_come_in_pages_that_add_up()
    {
        var all = new List<string>();
        string? next = $"{Sample}/schools?size=25";
        var total = 0;
        while (next is not null)
        {
            var page = await JsonAsync(next);
            total = page.GetProperty("total").GetInt32();
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(unit => $"{unit.GetProperty("schoolCode")} {unit.GetProperty("stage")}"));
            next = page.GetProperty("next").GetString();
        }

        var assessment = (await JsonAsync($"{Sample}/assessments")).GetProperty("counties")[0].GetProperty("schools");
        Assert.Equal(assessment.EnumerateArray().Select(school => $"{school.GetProperty("schoolCode")} {school.GetProperty("stage")}"), all);
        Assert.Equal(total, all.Count);
    }

    [Theory]
    [InlineData("/schools?size=0", HttpStatusCode.BadRequest, "urn:junheng:page")]
    [InlineData("/schools?page=x", HttpStatusCode.BadRequest, "urn:junheng:malformed")]
    [InlineData("/schools/nowhere", HttpStatusCode.NotFound, "urn:junheng:absent")]
    [InlineData("/assessments?standard=nowhere", HttpStatusCode.BadRequest, "urn:junheng:basis")]
    [InlineData("/packages/2026", HttpStatusCode.Unauthorized, "urn:junheng:caller")]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "urn:junheng:absent")]
    public async Task A_fault_is_a_problem_with_an_id(string path, HttpStatusCode status, string type)
    {
        using var answer = await SendAsync(Sample + path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("id").GetString()!);
    }

    [Fact]
    public async Task A_token_reads_what_its_grant_lets_its_holder_see_until_it_is_taken_back()
    {
        var county = await program.CountyAsync("990177");
        await program.CountyAsync("990178");
        var account = await program.PersonAsync("api-shuju", program.Grant(Role.DataAdministrator, GrantScope.Of(county.Scope)));
        var browser = await program.SignedInAsync(account);
        var grant = (await browser.PageAsync("/account/tokens")).QuerySelector("#grant option")!.GetAttribute("value")!;

        using var made = await browser.SubmitAsync("/account/tokens", "/account/tokens", ("name", "统计平台"), ("grant", grant), ("days", "30"));
        var token = (await TestBrowser.DocumentAsync(made)).QuerySelector("[data-token]")!.TextContent;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/regions/990177", token));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("/api/v1/regions/990178", token));
        Assert.Equal(["990121", "990177"], (await JsonAsync("/api/v1/regions", token)).GetProperty("items").EnumerateArray().Select(each => each.GetProperty("code").GetString()!));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Sample, token + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/regions/990177", null));
        Assert.DoesNotContain(token, (await browser.PageAsync("/account/tokens")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(-1, program.DatabaseBytes().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(token)));

        var revoke = (await browser.PageAsync("/account/tokens")).QuerySelector("form[action$='/revoke']")!.GetAttribute("action")!;
        using var revoked = await browser.SubmitAsync("/account/tokens", revoke);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/regions/990177", token));
        Assert.Contains($"api-shuju api-token.make api-shuju done", await program.AuditAsync());
        Assert.Contains($"api-shuju api-token.revoke api-shuju done", await program.AuditAsync());
    }

    [Fact]
    public async Task A_token_ends_with_its_days_and_carries_no_foreign_grant()
    {
        var county = await program.CountyAsync("990176");
        var own = program.Grant(Role.Leader, GrantScope.Of(county.Scope));
        var foreign = program.Grant(Role.Leader, GrantScope.Of(county.Scope));
        await program.PersonAsync("api-other", foreign);
        var browser = await program.SignedInAsync(await program.PersonAsync("api-leader", own));

        using var refused = await browser.SubmitAsync("/account/tokens", "/account/tokens", ("name", "x"), ("grant", foreign.Id.ToString()), ("days", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

        using var made = await browser.SubmitAsync("/account/tokens", "/account/tokens", ("name", "x"), ("grant", own.Id.ToString()), ("days", "1"));
        var token = (await TestBrowser.DocumentAsync(made)).QuerySelector("[data-token]")!.TextContent;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/api/v1/regions/990176", token));
        var before = program.Clock.Now;
        program.Clock.Now = before.AddDays(1).AddMinutes(1);
        try
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("/api/v1/regions/990176", token));
        }
        finally
        {
            program.Clock.Now = before;
        }
    }

    [Fact]
    public async Task The_description_names_every_address_and_nothing_else()
    {
        var paths = (await JsonAsync("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal).ToList();
        var mapped = AccessMatrix.Endpoints(program).Select(endpoint => endpoint.RoutePattern.RawText!).Where(pattern => pattern.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(pattern => pattern.Replace(":int", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        Assert.True(mapped.Count >= 8);
        Assert.Equal(mapped, paths);
        var page = await program.Browser().PageAsync("/api");
        Assert.Equal(mapped, page.QuerySelectorAll("tbody th code").Select(code => code.TextContent["GET ".Length..]).Order(StringComparer.Ordinal));
    }

    /// <summary>The question that the command line would be asked about the very files of the sample county.</summary>
    private async Task<AssessRequest> QuestionAsync()
    {
        var folder = Directory.CreateTempSubdirectory("junheng-api-").FullName;
        foreach (var input in (await JsonAsync($"{Sample}/assessments")).GetProperty("inputs").EnumerateArray())
        {
            using var file = await SendAsync("/files/" + input.GetProperty("sha256").GetString());
            await File.WriteAllBytesAsync(Path.Combine(folder, input.GetProperty("file").GetString()!), await file.Content.ReadAsByteArrayAsync(Cancellation), Cancellation);
        }

        return new AssessRequest(
            [new InputFile(Path.Combine(folder, "schools.xlsx"))], StandardRequest.Of(StandardRequest.DefaultId), new DateOnly(2026, 11, 21), new InputFile(Path.Combine(folder, "items.csv")));
    }

    private async Task<HttpResponseMessage> SendAsync(string address, string? token = null, EntityTagHeaderValue? ifNoneMatch = null)
    {
        using var client = program.CreateClient(new() { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (ifNoneMatch is not null)
        {
            request.Headers.IfNoneMatch.Add(ifNoneMatch);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string? token)
    {
        using var answer = await SendAsync(address, token);
        return answer.StatusCode;
    }

    private async Task<JsonElement> JsonAsync(string address, string? token = null)
    {
        using var answer = await SendAsync(address, token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Junheng.Application.Packages;

namespace Junheng.Web.Features.Packages;

/// <summary>Hands packages to the node of the level above over HTTP. Redirects are not followed: what is set is where the package goes.</summary>
internal sealed class UpperNodeClient(IHttpClientFactory clients) : IUpperNode
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Client = "upper-node";

    private const int MostReasons = 50;

    public async Task<UpperAnswer> SendAsync(Uri address, byte[] package, string language, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(Client);
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue(NodeHandlers.MediaType);
        try
        {
            using var answer = await client.PostAsync(new Uri(address, $"/packages?lang={language}"), content, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity))
            {
                return new UpperAnswer.Unreachable();
            }

            var said = JsonSerializer.Deserialize<NodeAnswer>(await answer.Content.ReadAsStringAsync(cancellation), NodeAnswer.Json);
            return said is null ? new UpperAnswer.Unreachable()
                : said.TakenOver ? new UpperAnswer.TakenOver()
                : new UpperAnswer.Refused([.. said.Findings.Take(MostReasons).Select(finding => $"{finding.Message}；{finding.Remedy}")]);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new UpperAnswer.Unreachable();
        }
    }
}

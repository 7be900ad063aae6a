using System.Globalization;
using System.Text;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Audit;

/// <summary>The entries that were asked for as a CSV, written as it is read, so that its length does not matter.</summary>
internal static class AuditExport
{
    private const int AtOnce = 1000;

    public static async Task<IResult> RunAsync(HttpContext context, IAuditReading reading, IAuditTrail trail, AccountNames names, TimeProvider clock, CancellationToken cancellation)
    {
        var filter = AuditFilter.Of(context.Request.Query);
        var question = await filter.QuestionAsync(names, clock.LocalTimeZone, cancellation);
        await AuditHandlers.RecordAsync(context, trail, clock, "audit.export", $"audit/{filter.Scope}", filter.Said, cancellation);
        var text = new Texts(ChosenLanguage.Of(context));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            stream => WriteAsync(stream, text, question, reading, names, cancellation),
            "text/csv; charset=utf-8",
            string.Create(CultureInfo.InvariantCulture, $"audit-{filter.Scope}-{clock.GetLocalNow():yyyyMMdd}.csv"));
    }

    private static async Task WriteAsync(Stream stream, Texts text, AuditQuestion question, IAuditReading reading, AccountNames names, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await LineAsync(writer, ["number", "at", "observed", "actor.id", "actor", "action", "action.name", "subject", "result", "old", "new", "personal", "hash"], column => text["audit.column." + column]);
        long? before = null;
        do
        {
            var page = await reading.SearchAsync(question, before, AtOnce, cancellation);
            foreach (var each in page.Entries)
            {
                var entry = each.Entry;
                await LineAsync(
                    writer,
                    [
                        each.Number.ToString(CultureInfo.InvariantCulture), each.At.ToString("O", CultureInfo.InvariantCulture), entry.At.ToString("O", CultureInfo.InvariantCulture), entry.Actor,
                        await names.OfAsync(entry.Actor, cancellation), entry.Action, ActionWords.Of(text, entry.Action), entry.Subject, text["audit.result." + entry.Result],
                        entry.Change?.Old ?? "", entry.Change?.New ?? "", each.HasPersonal ? text["yes"] : "", each.Hash,
                    ],
                    cell => cell);
            }

            before = page.Older;
        }
        while (before is not null);
    }

    private static Task LineAsync(StreamWriter writer, string[] cells, Func<string, string> word) => writer.WriteAsync(string.Join(',', cells.Select(cell => CsvCell.Of(word(cell)))) + "\r\n");
}

using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Junheng.Application.Collection;
using Junheng.Application.Regions;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Storage.Model;

namespace Junheng.Storage.Collection;

/// <summary>Rows of the collection as the records of Application.</summary>
internal static class CollectionRows
{
    private static readonly JsonSerializerOptions _json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static CollectionRound Round(RoundRow row, FreezeRow? freeze) => new(
        new ScopeId(row.ScopeId),
        row.ReportYear,
        row.Title,
        row.Opens,
        row.Deadline,
        row.ConfirmBy,
        row.StandardId,
        freeze is null ? null : new YearFreeze(freeze.Version, freeze.DataSha256, freeze.StandardHash, freeze.SettingsSha256, freeze.ProposedBy, freeze.ApprovedBy, freeze.At));

    public static SchoolReturn Head(SchoolReturnRow row) => new(
        new ScopeId(row.ScopeId),
        row.ReportYear,
        new AskedSchool(row.SchoolCode, row.Name, (SchoolType)row.Type, row.Township),
        (ReturnState)row.State,
        row.Version,
        row.UpdatedAt,
        row.UpdatedBy,
        row.Errors,
        row.Questions,
        row.Confirmed,
        row.OpenObjections);

    public static ReturnVersion Version(ReturnVersionRow row)
    {
        if (HashOf(row.Entries, row.Explanations) != row.Sha256)
        {
            throw new InvalidDataException($"Version {row.Number} of {row.SchoolCode} for {row.ReportYear} does not have the hash on record.");
        }

        return new ReturnVersion(
            row.Number,
            JsonSerializer.Deserialize<Dictionary<string, EntryText>>(row.Entries, _json)!.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Texts(row.Explanations),
            (EntryWay)row.Way,
            row.Batch,
            row.Author,
            row.At,
            row.Sha256);
    }

    public static ReturnVersionRow Version(long scope, int year, NewVersion version, string actor, DateTimeOffset at)
    {
        var entries = JsonSerializer.Serialize(version.Entries, _json);
        var explanations = Texts(version.Explanations);
        return new ReturnVersionRow
        {
            ScopeId = scope,
            ReportYear = year,
            SchoolCode = version.SchoolCode,
            Number = version.ExpectedVersion + 1,
            Entries = entries,
            Explanations = explanations,
            Way = (byte)version.Way,
            Batch = version.Batch,
            Author = actor,
            At = at,
            Sha256 = HashOf(entries, explanations),
        };
    }

    public static ReturnEvent Event(ReturnEventRow row) =>
        new((ReturnStep)row.Step, (ReturnState)row.From, (ReturnState)row.To, row.Version, row.Actor, row.At, row.Reason);

    public static Objection Objection(ObjectionRow row) => new(row.Number, row.Field, row.Text, row.By, row.At, row.Answer, row.AnsweredBy, row.IsUpheld);

    public static ReturnDraft Draft(DraftRow row) => new(row.BaseVersion, Texts(row.Texts), row.Sequence, row.At);

    public static string Texts(ImmutableSortedDictionary<string, string> texts) => JsonSerializer.Serialize(texts, _json);

    private static ImmutableSortedDictionary<string, string> Texts(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json, _json)!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string HashOf(string entries, string explanations) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entries}\n{explanations}")));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Assessment.Consistency;
using Junheng.Domain.Findings;
using Junheng.Domain.Schools;

namespace Junheng.Application.Check;

/// <summary>Writes a check as the public JSON; its layout stands in docs/method/consistency.md.</summary>
public static class CheckJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it all; the stream is not closed.</summary>
    public static void Write(CheckReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteSubject(json, report);
        json.WriteStartObject("summary");
        json.WriteNumber("schools", report.Result.Schools);
        json.WriteNumber("errors", report.Count(HitState.Error));
        json.WriteNumber("open", report.Count(HitState.Open));
        json.WriteNumber("rejected", report.Count(HitState.Rejected));
        json.WriteNumber("explained", report.Count(HitState.Explained));
        json.WriteNumber("accepted", report.Count(HitState.Accepted));
        json.WriteNumber("unusedExplanations", report.Unused.Length);
        json.WriteEndObject();
        Each(json, "rules", report.Result.Rules, rule => WriteRule(json, rule, report));
        Each(json, "hits", report.Hits, hit => WriteHit(json, hit, report));
        Each(json, "sources", report.Result.Sources, source => WriteSource(json, source));
        Each(json, "findings", report.Findings, finding => WriteFinding(json, finding));
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("checks");
        json.WriteString("contentHash", report.Set.ContentHash);
        json.WriteEndObject();
        json.WriteStartObject("standard");
        json.WriteString("id", report.Standard.Standard.Id);
        json.WriteString("contentHash", report.Standard.Standard.ContentHash);
        json.WriteEndObject();
        json.WriteString("evaluatedOn", report.Standard.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Each(json, "inputs", report.Inputs, input =>
        {
            json.WriteString("file", input.File);
            json.WriteString("sha256", input.Sha256.Value);
            json.WriteNumber("rows", input.Rows);
        });
        Each(json, "settings", report.Set.Settings, setting =>
        {
            json.WriteString("id", setting.Id);
            json.WriteString("value", setting.Value);
            json.WriteString("default", setting.Default);
            json.WriteString("mark", setting.Mark);
        });
    }

    private static void WriteRule(Utf8JsonWriter json, CheckRule rule, CheckReport report)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("kind", rule.KindId);
        json.WriteString("group", rule.GroupId);
        json.WriteString("title", rule.Title.In(report.Language));
        json.WriteString("source", rule.Source.Tag);
        json.WriteString("mark", rule.Source.Mark);
        json.WriteNumber("hits", report.Hits.Count(hit => hit.Hit.Rule == rule));
    }

    private static void WriteHit(Utf8JsonWriter json, ExplainedHit explained, CheckReport report)
    {
        var hit = explained.Hit;
        json.WriteString("rule", hit.Rule.Id);
        json.WriteString("kind", hit.Rule.KindId);
        json.WriteString("state", explained.StateId);
        json.WriteString("slot", hit.Slot);
        json.WriteString("countyCode", hit.CountyCode);
        json.WriteString("schoolCode", hit.SchoolCode);
        json.WriteString("schoolName", hit.SchoolName);
        json.WriteString("stage", hit.Stage.Id());
        json.WriteNumber("reportYear", hit.ReportYear);
        json.WriteString("message", hit.Message.In(report.Language));
        json.WriteString("why", hit.Rule.Why.In(report.Language));
        json.WriteString("remedy", hit.Rule.Remedy.In(report.Language));
        json.WriteString("content", hit.Content);
        Each(json, "cells", hit.Cells, cell =>
        {
            json.WriteString("column", cell.Column);
            json.WriteString("file", cell.Place.File);
            json.WriteString("sheet", cell.Place.Sheet);
            json.WriteString("cell", cell.Place.Cell);
            json.WriteString("schoolCode", cell.SchoolCode);
            json.WriteNumber("reportYear", cell.ReportYear);
            json.WriteString("value", cell.Value);
        });
        if (explained.Explanation is { } explanation)
        {
            json.WriteString("explanation", explanation.Text);
            json.WriteString("reviewer", explanation.Reviewer);
        }
        else
        {
            json.WriteNull("explanation");
            json.WriteNull("reviewer");
        }
    }

    private static void WriteSource(Utf8JsonWriter json, SourceComparison source)
    {
        json.WriteString("rule", source.Rule.Id);
        json.WriteString("first", source.Rule.Compares[0]);
        json.WriteString("second", source.Rule.Compares[1]);
        json.WriteNumber("compared", source.Compared);
        json.WriteNumber("equal", source.Equal);
        json.WriteNumber("onlyFirst", source.OnlyFirst);
        json.WriteNumber("onlySecond", source.OnlySecond);
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.SeverityId);
        json.WriteString("file", finding.Place.File);
        json.WriteString("sheet", finding.Place.Sheet);
        json.WriteString("cell", finding.Place.Cell);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
    }

    private static void Each<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

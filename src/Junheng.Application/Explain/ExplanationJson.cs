using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Application.Assess;
using Junheng.Assessment.Traces;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Explain;

/// <summary>Writes explanations as JSON (schema version 1, described in docs/method/explain.md). Exact figures are texts: a decimal where it ends, else a fraction.</summary>
public static class ExplanationJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them all; the stream is not closed.</summary>
    public static void Write(ExplainOutcome.Explained explained, Stream stream)
    {
        var report = explained.Report;
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("standard", report.Result.InForce.Standard.Id);
        json.WriteString("evaluatedOn", Day(report.Result.InForce.Date));
        json.WriteString("resultId", report.ResultId);
        json.WriteStartArray("figures");
        foreach (var figure in explained.Figures)
        {
            WriteFigure(json, figure, report);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, FigureExplanation explanation, AssessmentReport report)
    {
        var trace = explanation.Figure;
        json.WriteStartObject();
        json.WriteString("county", trace.CountyCode);
        json.WriteString("schoolCode", trace.SchoolCode);
        json.WriteString("schoolName", trace.SchoolName);
        json.WriteString("stage", trace.Stage.Id());
        json.WriteString("indicator", trace.Indicator.Id);
        json.WriteString("title", trace.Indicator.Title.In(report.Language));
        json.WriteString("formula", trace.Formula);
        WriteCells(json, "numerator", trace.Numerator, report);
        WriteCells(json, "enrolment", trace.Enrolment, report);
        WriteExact(json, "numeratorTotal", trace.NumeratorTotal);
        WriteExact(json, "enrolmentTotal", trace.EnrolmentTotal);
        WriteNumber(json, "value", trace.Value?.ToDouble());
        WriteExact(json, "valueExact", trace.Value);
        WriteNumber(json, "valuePrinted", trace.Value?.Round(trace.PrintDigits).ToDouble());
        WriteInForce(json, "norm", trace.Norm);
        WriteInForce(json, "floor", trace.Floor);
        json.WriteString("verdict", trace.Verdict.Id());
        json.WriteBoolean("roundingSensitive", trace.RoundingSensitive);
        json.WriteStartObject("dispersion");
        WriteNumber(json, "mean", explanation.Spread.Mean?.ToDouble());
        WriteNumber(json, "cv", explanation.Cv.Cv);
        WriteNumber(json, "cvPrinted", explanation.CvPrinted?.ToDouble());
        WriteInForce(json, "cvLimit", explanation.CvLimit);
        json.WriteString("cvVerdict", explanation.Cv.Verdict.Id());
        WriteNumber(json, "shareOfVariance", explanation.Share.Share);
        WriteNumber(json, "cvWithoutThisSchool", explanation.Share.CvWithout);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, string name, IEnumerable<TracedCell> cells, AssessmentReport report)
    {
        json.WriteStartArray(name);
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("column", cell.Column);
            json.WriteString("title", cell.Title.In(report.Language));
            json.WriteString("schoolCode", cell.SchoolCode);
            json.WriteString("file", cell.Origin.File);
            json.WriteString("sheet", cell.Origin.Sheet);
            json.WriteString("cell", cell.Origin.Cell);
            WriteExact(json, "value", cell.Cell);
            WriteExact(json, "coefficient", cell.Coefficient);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInForce(Utf8JsonWriter json, string name, NumberInForce? number)
    {
        if (number is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", number.Value.ToDouble());
        json.WriteString("from", Day(number.From));
        json.WriteString("source", number.Source.Tag);
        json.WriteString("mark", number.Source.Mark);
        json.WriteString("overlay", number.Overlay);
        json.WriteEndObject();
    }

    private static void WriteExact(Utf8JsonWriter json, string name, Rational? value) => json.WriteString(name, value is { } known ? ExactText.Of(known) : null);

    private static void WriteNumber(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value && double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

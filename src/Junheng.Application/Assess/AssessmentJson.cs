using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Application.Statistics;
using Junheng.Assessment.Dispersion;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Columns;
using Junheng.Domain.Numbers;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Assess;

/// <summary>Writes a result as the public JSON (schema version 1). Numbers are unrounded; counties and schools are sorted by code.</summary>
public static class AssessmentJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the whole result.</summary>
    /// <param name="report">The result.</param>
    /// <param name="stream">Where to; not closed.</param>
    /// <param name="progress">Told the number of counties written, or null.</param>
    public static void Write(AssessmentReport report, Stream stream, IProgress<int>? progress = null)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        var inForce = report.Result.InForce;
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        WriteStandard(json, inForce.Standard);
        json.WriteString("evaluatedOn", inForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("resultId", report.ResultId);
        WriteInputs(json, report);
        WriteSettings(json, inForce.Standard);
        json.WriteStartArray("warnings");
        foreach (var warning in report.Warnings())
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WriteStartArray("counties");
        for (var county = 0; county < report.Result.CountyCount; county++)
        {
            WriteCounty(json, report, report.Result.County(county));
            progress?.Report(county + 1);
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStandard(Utf8JsonWriter json, Standard standard)
    {
        json.WriteStartObject("standard");
        json.WriteString("id", standard.Id);
        json.WriteString("version", standard.Version);
        json.WriteString("contentHash", standard.ContentHash);
        json.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter json, AssessmentReport report)
    {
        json.WriteStartArray("inputs");
        foreach (var input in report.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.WriteString("sha256", input.Sha256.Value);
            json.WriteNumber("rows", input.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSettings(Utf8JsonWriter json, Standard standard)
    {
        json.WriteStartArray("settings");
        foreach (var setting in standard.Settings)
        {
            json.WriteStartObject();
            json.WriteString("id", setting.Id);
            WriteSettingValue(json, "value", setting.Kind, setting.Value);
            WriteSettingValue(json, "default", setting.Kind, setting.Default);
            json.WriteString("mark", setting.Mark);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSettingValue(Utf8JsonWriter json, string name, SettingKind kind, string text)
    {
        switch (kind)
        {
            case SettingKind.Number:
                json.WriteNumber(name, Rational.ParseDecimal(text).ToDouble());
                break;
            case SettingKind.Truth:
                json.WriteBoolean(name, text is "true" or "yes");
                break;
            default:
                json.WriteString(name, text);
                break;
        }
    }

    private static void WriteCounty(Utf8JsonWriter json, AssessmentReport report, CountyAssessment county)
    {
        json.WriteStartObject();
        json.WriteString("code", county.Code);
        json.WriteString("name", county.Name);
        json.WriteString("verdict", county.Verdict.Id());
        json.WriteString("easedVerdict", county.EasedVerdict.Id());
        json.WriteStartObject("parts");
        foreach (var part in county.Parts)
        {
            json.WriteString(part.Part.Id, part.Verdict.Id());
        }

        json.WriteEndObject();
        json.WriteStartObject("stages");
        foreach (var stage in county.Stages)
        {
            WriteStage(json, stage);
        }

        json.WriteEndObject();
        WriteSchools(json, county);
        WriteFindings(json, county, report.Result.InForce.Standard.Columns);
        WriteExcluded(json, county);
        WriteItems(json, county, report);
        FindingsJson.Write(json, "dataFindings", report.DataFindingsOf(county));
        json.WriteEndObject();
    }

    private static void WriteStage(Utf8JsonWriter json, StageAssessment stage)
    {
        json.WriteStartObject(stage.Stage.Id());
        json.WriteNumber("units", stage.Units);
        WriteCount(json, "unitsMeeting", stage.Meeting);
        WriteCount(json, "unitsNotMeeting", stage.NotMeeting);
        WriteCount(json, "unitsUndecided", stage.Undecided);
        json.WriteStartObject("indicators");
        foreach (var indicator in stage.Indicators)
        {
            json.WriteStartObject(indicator.Indicator.Id);
            WriteNumber(json, "mean", indicator.Spread.Mean);
            WriteNumber(json, "cv", indicator.Spread.Cv);
            WriteNumber(json, "cvLimit", indicator.Numbers.CvLimit?.ToDouble());
            WriteVerdict(json, "cvVerdict", indicator.Spread.Verdict == Verdict.NotApplicable ? null : indicator.Spread.Verdict);
            json.WriteString("cvReason", ReasonId(indicator.Spread.Reason));
            json.WriteBoolean("roundingSensitive", indicator.RoundingSensitive);
            WriteNumber(json, "target", indicator.Numbers.CvTarget?.ToDouble());
            WriteNumber(json, "unweightedCvN", indicator.Other.UnweightedCvN);
            WriteNumber(json, "gini", indicator.Other.Gini);
            WriteNumber(json, "theil", indicator.Other.Theil);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (stage.Composite is { } composite)
        {
            WriteComposite(json, composite);
        }

        json.WriteEndObject();
    }

    private static void WriteComposite(Utf8JsonWriter json, CompositeCv composite)
    {
        json.WriteStartObject("composite");
        WriteNumber(json, "cv", composite.Cv);
        WriteNumber(json, "cvLimit", composite.Limit?.ToDouble());
        json.WriteString("cvVerdict", composite.Verdict.Id());
        json.WriteEndObject();
    }

    private static void WriteSchools(Utf8JsonWriter json, CountyAssessment county)
    {
        json.WriteStartArray("schools");
        foreach (var unit in county.Units)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", unit.SchoolCode);
            json.WriteString("stage", unit.Stage.Id());
            json.WriteString("verdict", unit.Verdict.Id());
            json.WriteString("easedVerdict", unit.EasedVerdict.Id());
            json.WriteString("excepted", unit.Excepted?.Id);
            WriteTexts(json, "roundingSensitive", unit.RoundingSensitive.Select(indicator => indicator.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFindings(Utf8JsonWriter json, CountyAssessment county, ColumnCatalogue columns)
    {
        json.WriteStartArray("findings");
        foreach (var unit in county.Units)
        {
            foreach (var finding in unit.Findings)
            {
                json.WriteStartObject();
                json.WriteString("schoolCode", unit.SchoolCode);
                json.WriteString("stage", unit.Stage.Id());
                json.WriteString("indicator", finding.Indicator.Id);
                WriteNumber(json, "value", finding.Value?.ToDouble());
                WriteNumber(json, "norm", finding.Numbers.Norm?.ToDouble());
                WriteNumber(json, "floor", finding.Numbers.Floor?.ToDouble());
                json.WriteBoolean("withinFloor", finding.Standing == Standing.WithinFloor);
                json.WriteString("verdict", finding.Verdict.Id());
                WriteTexts(json, "missing", finding.Missing);
                WriteNumber(json, "shortfallToNorm", finding.ShortfallToNorm?.ToDouble());
                WriteNumber(json, "shortfallToFloor", finding.ShortfallToFloor?.ToDouble());
                json.WriteString("item", finding.Indicator.Item);
                json.WriteString("unit", columns[finding.Indicator.Item]?.Unit);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteExcluded(Utf8JsonWriter json, CountyAssessment county)
    {
        json.WriteStartArray("excluded");
        foreach (var unit in county.Excluded)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", unit.SchoolCode);
            json.WriteString("stage", unit.Stage.Id());
            json.WriteString("reason", unit.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter json, CountyAssessment county, AssessmentReport report)
    {
        json.WriteStartArray("items");
        foreach (var item in county.Items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("verdict", item.Verdict.Id());
            if (item.Value is null && item.Conclusion is { } conclusion)
            {
                json.WriteString("value", conclusion);
            }
            else
            {
                WriteNumber(json, "value", item.Value?.ToDouble());
            }

            WriteNumber(json, "norm", item.Norm?.ToDouble());
            json.WriteString("note", item.Note?.In(report.Language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? ReasonId(CvReason reason) => reason switch
    {
        CvReason.Missing => "missing",
        CvReason.ZeroMean => "zero_mean",
        CvReason.NoUnits => "no_units",
        _ => null,
    };

    private static void WriteVerdict(Utf8JsonWriter json, string name, Verdict? verdict) => json.WriteString(name, verdict?.Id());

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int? count) => WriteNumber(json, name, count);

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
}

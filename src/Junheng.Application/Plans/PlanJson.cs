using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Junheng.Application.Statistics;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Writes plans as the public JSON (schema version 1).</summary>
public static class PlanJson
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the report.</summary>
    public static void Write(PlanReport report, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, _options);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("resultId", report.ResultId);
        json.WriteStartObject("standard");
        json.WriteString("id", report.InForce.Standard.Id);
        json.WriteString("version", report.InForce.Standard.Version);
        json.WriteString("contentHash", report.InForce.Standard.ContentHash);
        json.WriteEndObject();
        json.WriteString("evaluatedOn", report.InForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
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
        WritePrices(json, report);
        json.WriteStartArray("plans");
        foreach (var plan in report.Plans)
        {
            WritePlan(json, plan, report);
        }

        json.WriteEndArray();
        FindingsJson.Write(json, "dataFindings", report.Findings);
        json.WriteEndObject();
    }

    private static void WritePrices(Utf8JsonWriter json, PlanReport report)
    {
        var used = report.Plans.SelectMany(plan => plan.Problem.Problem.Purchases).Select(purchase => purchase.Item).ToHashSet(StringComparer.Ordinal);
        json.WriteStartArray("prices");
        foreach (var rule in report.Terms.Prices.Rules.Values.Where(rule => used.Contains(rule.Item)))
        {
            json.WriteStartObject();
            json.WriteString("item", rule.Item);
            json.WriteRational("price", rule.Value);
            json.WriteNumber("years", rule.Years);
            json.WriteBoolean("isDefault", rule.Default is not null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlan(Utf8JsonWriter json, CountyPlan each, PlanReport report)
    {
        var (plan, language) = (each.Plan, report.Language);
        json.WriteStartObject();
        json.WriteString("county", each.Problem.Problem.CountyCode);
        json.WriteString("stage", each.Problem.StageId);
        json.WriteString("status", plan.Status.Id());
        json.WriteRational("cost", plan.Cost);
        json.WriteRational("lowerBound", plan.LowerBound);
        if (plan.Gap is { } gap)
        {
            json.WriteNumber("gap", gap);
        }
        else
        {
            json.WriteNull("gap");
        }

        json.WriteNumber("seconds", each.Time.TotalSeconds);
        json.WriteNumber("nodes", plan.Nodes);
        json.WriteStartArray("actions");
        foreach (var action in each.Figures.Actions)
        {
            WriteAction(json, action, report.Questions.Alternatives > 0 ? each.Answers.Of(action) : null, language);
        }

        json.WriteEndArray();
        json.WriteStartArray("exceptions");
        foreach (var exception in each.Figures.Exceptions)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", exception.SchoolCode);
            json.WriteString("stage", exception.Stage.Id());
            json.WriteString("indicator", exception.Indicator.Id);
            AnswersJson.WriteAlternative(json, report.Questions.Alternatives > 0 ? each.Answers.Of(exception) : null, language);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCoefficients(json, "cvBefore", each.Problem.StageId, each.Figures.Coefficients, coefficient => coefficient.Before);
        WriteCoefficients(json, "cvAfter", each.Problem.StageId, each.Figures.Coefficients, coefficient => coefficient.After);
        WriteAssumptions(json, each);
        WriteAnswers(json, each, report);
        if (!plan.Conflicts.IsEmpty)
        {
            json.WriteStartArray("conflicts");
            foreach (var conflict in ConflictWords.Of(each))
            {
                json.WriteStringValue(conflict.In(language));
            }

            json.WriteEndArray();
            json.WriteStartArray("remedies");
            foreach (var remedy in each.Remedies)
            {
                json.WriteStartObject();
                json.WriteString("change", remedy.Kind switch
                {
                    RemedyKind.Limit => "cv_limit",
                    RemedyKind.Caps => "caps",
                    RemedyKind.Schools => "schools",
                    _ => "margin",
                });
                json.WriteRational("cost", remedy.Cost);
                json.WriteString("words", remedy.Words.In(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, CountyPlan each, PlanReport report)
    {
        if (report.Terms.Easements)
        {
            AnswersJson.WriteEasements(json, each, report.Language);
        }

        if (report.Questions.Comparison)
        {
            AnswersJson.WriteComparison(json, each, report.Language);
        }

        if (report.Questions.ConditionPrices)
        {
            AnswersJson.WritePrices(json, each, report.Language);
        }
    }

    private static void WriteAction(Utf8JsonWriter json, PlanAction action, PlanAlternative? alternative, Language language)
    {
        json.WriteStartObject();
        json.WriteString("schoolCode", action.SchoolCode);
        json.WriteString("stage", action.Stage == Stage.None ? "shared" : action.Stage.Id());
        json.WriteString("indicator", action.Indicator.Id);
        json.WriteString("item", action.Item.Id);
        json.WriteRational("add", action.Add);
        json.WriteStartArray("counts");
        foreach (var item in action.Counts)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
        json.WriteRational("price", action.Price.Amount);
        json.WriteRational("cost", action.Cost);
        json.WriteRational("before", action.Before);
        json.WriteRational("after", action.After);
        json.WriteString("why", string.Join(language == Language.Zh ? "；" : "; ", action.Reasons.Select(reason => reason.Text(language))));
        AnswersJson.WriteAlternative(json, alternative, language);
        json.WriteEndObject();
    }

    /// <summary>By indicator; by stage and indicator where a plan covers a county.</summary>
    internal static void WriteCoefficients(Utf8JsonWriter json, string name, string stageId, IEnumerable<PlanCoefficient> coefficients, Func<PlanCoefficient, double?> value)
    {
        json.WriteStartObject(name);
        foreach (var stage in coefficients.GroupBy(coefficient => coefficient.Stage))
        {
            if (stageId == "all")
            {
                json.WriteStartObject(stage.Key.Id());
            }

            foreach (var coefficient in stage)
            {
                if (value(coefficient) is { } number)
                {
                    json.WriteNumber(coefficient.Indicator.Id, number);
                }
                else
                {
                    json.WriteNull(coefficient.Indicator.Id);
                }
            }

            if (stageId == "all")
            {
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteAssumptions(Utf8JsonWriter json, CountyPlan each)
    {
        if (each.Problem.Assumptions.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("assumptions");
        foreach (var assumption in each.Problem.Assumptions)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", assumption.SchoolCode);
            json.WriteString("stage", assumption.Stage.Id());
            json.WriteString("indicator", assumption.Indicator);
            json.WriteRational("amount", assumption.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

using System.Globalization;
using System.Text.Json;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Alternatives, prices of conditions, comparison and easements in the public JSON; each only where it was asked for.</summary>
internal static class AnswersJson
{
    public static void WriteAlternative(Utf8JsonWriter json, PlanAlternative? alternative, Language language)
    {
        if (alternative is null)
        {
            return;
        }

        json.WriteStartObject("alternative");
        json.WriteString("kind", alternative.Kind switch
        {
            AlternativeKind.Without => "without",
            AlternativeKind.Less => "less",
            _ => "other_exception",
        });
        WriteDifference(json, "extra", alternative.Difference);
        json.WriteStartArray("changes");
        foreach (var change in alternative.Changes)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", change.SchoolCode);
            json.WriteString("stage", StageId(change.Stage));
            json.WriteString("item", change.Item.Id);
            json.WriteRational("add", change.After);
            json.WriteRational("cost", change.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteExceptions(json, "exceptionsEnded", alternative.Ended);
        WriteExceptions(json, "exceptionsBegun", alternative.Begun);
        json.WriteString("words", alternative.Words.In(language));
        json.WriteEndObject();
    }

    public static void WritePrices(Utf8JsonWriter json, CountyPlan plan, Language language)
    {
        json.WriteStartArray("conditionPrices");
        foreach (var price in plan.Answers.Prices)
        {
            json.WriteStartObject();
            json.WriteString("condition", price.Kind switch
            {
                ConditionKind.Limit => "cv_limit",
                ConditionKind.Norm => "norm",
                _ => "school",
            });
            json.WriteString("stage", StageId(price.Stage));
            json.WriteString("indicator", price.Indicator?.Id);
            json.WriteString("schoolCode", price.SchoolCode);
            json.WriteRational("asked", price.Asked);
            WriteDifference(json, "tighter", price.Tighter);
            WriteDifference(json, "looser", price.Looser);
            json.WriteString("words", price.Words.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteComparison(Utf8JsonWriter json, CountyPlan plan, Language language)
    {
        json.WriteStartArray("comparison");
        foreach (var each in plan.Answers.Compared)
        {
            json.WriteStartObject();
            json.WriteString("plan", each.Id);
            json.WriteString("title", each.Title.In(language));
            json.WriteRational("cost", each.Cost);
            json.WriteRational("extra", each.Extra);
            json.WriteNumber("schools", each.Schools);
            json.WriteBoolean("complies", each.Complies);
            json.WriteString("whyNot", each.WhyNot?.In(language));
            PlanJson.WriteCoefficients(json, "cvAfter", plan.Problem.StageId, each.Coefficients, coefficient => coefficient.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteEasements(Utf8JsonWriter json, CountyPlan plan, Language language)
    {
        json.WriteStartArray("easements");
        foreach (var each in plan.Easements)
        {
            json.WriteStartObject();
            json.WriteString("id", each.Easement.Id);
            json.WriteNumber("units", each.Units);
            json.WriteString("until", each.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WritePropertyName("yearsAfterCertification");
            if (each.Easement.YearsAfterCertification is { } years)
            {
                json.WriteNumberValue(years);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteString("words", each.Words.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDifference(Utf8JsonWriter json, string name, CostDifference? difference)
    {
        if (difference is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status", difference.Status.Id());
        json.WriteRational("atLeast", difference.AtLeast);
        json.WriteRational("atMost", difference.AtMost);
        json.WriteEndObject();
    }

    private static void WriteExceptions(Utf8JsonWriter json, string name, IEnumerable<PlanExemption> exceptions)
    {
        json.WriteStartArray(name);
        foreach (var each in exceptions)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", each.SchoolCode);
            json.WriteString("stage", StageId(each.Stage));
            json.WriteString("indicator", each.Indicator.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string StageId(Stage stage) => stage == Stage.None ? "shared" : stage.Id();
}

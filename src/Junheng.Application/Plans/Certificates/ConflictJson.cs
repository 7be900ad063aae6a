using System.Text.Json;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans.Certificates;

/// <summary>The reasons of an impossible plan in the certificate file.</summary>
internal static class ConflictJson
{
    public static void Write(Utf8JsonWriter json, PlanConflict conflict)
    {
        json.WriteStartObject();
        switch (conflict)
        {
            case PlanConflict.NormOutOfReach reach:
                json.WriteString("kind", "norm");
                json.WriteNumber("unit", reach.Unit);
                WriteNumbers(json, "belowNorm", reach.BelowNorm);
                WriteNumbers(json, "belowFloor", reach.BelowFloor);
                break;
            case PlanConflict.LimitOutOfReach limit:
                json.WriteString("kind", "limit");
                json.WriteString("stage", limit.Stage.Id());
                json.WriteNumber("indicator", limit.Indicator);
                json.WriteNumber("smallest", limit.SmallestReachable);
                WriteNumbers(json, "caps", limit.Caps);
                break;
            case PlanConflict.BudgetTooSmall budget:
                json.WriteString("kind", "budget");
                json.WriteString("atLeast", budget.ExtraAtLeast.Exact());
                json.WriteString("sufficient", budget.ExtraSufficient?.Exact());
                break;
            case PlanConflict.Combination combination:
                json.WriteString("kind", "combination");
                json.WriteStartArray("stages");
                foreach (var stage in combination.Stages)
                {
                    json.WriteStringValue(stage.Id());
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    public static PlanConflict Read(JsonElement json) => json.Text("kind") switch
    {
        "norm" => new PlanConflict.NormOutOfReach(json.GetProperty("unit").GetInt32(), ReadNumbers(json, "belowNorm"), ReadNumbers(json, "belowFloor")),
        "limit" => new PlanConflict.LimitOutOfReach(
            Stages.Parse(json.Text("stage")), json.GetProperty("indicator").GetInt32(), json.GetProperty("smallest").GetDouble(), ReadNumbers(json, "caps")),
        "budget" => new PlanConflict.BudgetTooSmall(json.Exact("atLeast"), json.OptionalExact("sufficient")),
        "combination" => new PlanConflict.Combination([.. json.GetProperty("stages").EnumerateArray().Select(stage => Stages.Parse(stage.GetString()))]),
        _ => throw new FormatException("an unknown conflict"),
    };

    private static void WriteNumbers(Utf8JsonWriter json, string name, System.Collections.Immutable.ImmutableArray<int> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static System.Collections.Immutable.ImmutableArray<int> ReadNumbers(JsonElement json, string name) => [.. json.GetProperty(name).EnumerateArray().Select(each => each.GetInt32())];
}

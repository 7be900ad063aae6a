using System.Text.Json;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans.Certificates;

/// <summary>A problem in the certificate file.</summary>
internal static class ProblemJson
{
    public static void Write(Utf8JsonWriter json, ResourceProblem problem)
    {
        json.WriteStartObject("problem");
        json.WriteString("county", problem.CountyCode);
        json.WriteString("budget", problem.Budget?.Exact());
        json.WriteString("margin", problem.Margin.Exact());
        json.WriteStartArray("indicators");
        foreach (var indicator in problem.Indicators)
        {
            json.WriteStringValue(indicator);
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (var rule in problem.Stages)
        {
            WriteRule(json, rule);
        }

        json.WriteEndArray();
        json.WriteStartArray("units");
        foreach (var unit in problem.Units)
        {
            json.WriteStartObject();
            json.WriteString("schoolCode", unit.SchoolCode);
            json.WriteString("stage", unit.Stage.Id());
            json.WriteString("enrolment", unit.Enrolment.Exact());
            json.WriteStartArray("stock");
            foreach (var amount in unit.Stock)
            {
                json.WriteStringValue(amount.Exact());
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("purchases");
        foreach (var purchase in problem.Purchases)
        {
            WritePurchase(json, purchase);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static ResourceProblem Read(JsonElement json) => new(
        json.Text("county"),
        [.. json.GetProperty("indicators").EnumerateArray().Select(each => each.GetString() ?? "")],
        [.. json.GetProperty("rules").EnumerateArray().Select(ReadRule)],
        [.. json.GetProperty("units").EnumerateArray().Select(unit => new PlanUnit(
            unit.Text("schoolCode"), Stages.Parse(unit.Text("stage")), unit.Exact("enrolment"), [.. unit.GetProperty("stock").EnumerateArray().Select(JsonExact.Value)]))],
        [.. json.GetProperty("purchases").EnumerateArray().Select(ReadPurchase)],
        json.OptionalExact("budget"),
        json.Exact("margin"));

    private static void WriteRule(Utf8JsonWriter json, StageRule rule)
    {
        json.WriteStartObject();
        json.WriteString("stage", rule.Stage.Id());
        json.WriteNumber("exceptions", rule.Exceptions);
        json.WriteString("compositeLimit", rule.CompositeLimit?.Exact());
        json.WriteStartArray("indicators");
        foreach (var indicator in rule.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("norm", indicator.Norm?.Exact());
            json.WriteString("floor", indicator.Floor?.Exact());
            json.WriteString("cvLimit", indicator.CvLimit?.Exact());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static StageRule ReadRule(JsonElement json) => new(
        Stages.Parse(json.Text("stage")),
        [.. json.GetProperty("indicators").EnumerateArray().Select(each => new IndicatorRule(each.OptionalExact("norm"), each.OptionalExact("floor"), each.OptionalExact("cvLimit")))],
        json.GetProperty("exceptions").GetInt32(),
        json.OptionalExact("compositeLimit"));

    private static void WritePurchase(Utf8JsonWriter json, Purchase purchase)
    {
        json.WriteStartObject();
        json.WriteString("schoolCode", purchase.SchoolCode);
        json.WriteString("stage", purchase.Stage == Stage.None ? "shared" : purchase.Stage.Id());
        json.WriteString("item", purchase.Item);
        json.WriteString("price", purchase.Price.Amount.Exact());
        json.WriteNumber("years", purchase.Price.Years);
        json.WriteString("step", purchase.Step?.Exact());
        json.WriteString("minAdd", purchase.MinAdd.Exact());
        json.WriteString("maxAdd", purchase.MaxAdd?.Exact());
        json.WriteStartArray("effects");
        foreach (var effect in purchase.Effects)
        {
            json.WriteStartArray();
            json.WriteNumberValue(effect.Unit);
            json.WriteNumberValue(effect.Indicator);
            json.WriteStringValue(effect.Amount.Exact());
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static Purchase ReadPurchase(JsonElement json) => new(
        json.Text("schoolCode"),
        Stages.Parse(json.Text("stage")),
        json.Text("item"),
        new PlanPrice(json.Exact("price"), json.GetProperty("years").GetInt32()),
        json.OptionalExact("step"),
        json.Exact("minAdd"),
        json.OptionalExact("maxAdd"),
        [.. json.GetProperty("effects").EnumerateArray().Select(effect => new PurchaseEffect(effect[0].GetInt32(), effect[1].GetInt32(), JsonExact.Value(effect[2])))]);
}

/// <summary>Exact numbers in JSON: texts with a decimal or a fraction.</summary>
internal static class JsonExact
{
    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");

    public static Rational Exact(this JsonElement json, string name) => Value(json.GetProperty(name));

    public static Rational? OptionalExact(this JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: not JsonValueKind.Null } value ? Value(value) : null;

    public static Rational Value(JsonElement value) => ExactNumbers.ReadExact(value.GetString()) ?? throw new FormatException($"'{value}' is not an exact number");
}

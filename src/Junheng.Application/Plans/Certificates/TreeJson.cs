using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;

namespace Junheng.Application.Plans.Certificates;

/// <summary>The tree of a proof in the certificate file.</summary>
internal static class TreeJson
{
    public static void Write(Utf8JsonWriter json, BoundPart part)
    {
        json.WriteStartObject();
        json.WriteStartArray("stages");
        foreach (var stage in part.Stages)
        {
            json.WriteStringValue(stage.Id());
        }

        json.WriteEndArray();
        json.WriteString("cost", part.Cost?.Exact());
        json.WriteString("lowerBound", part.LowerBound.Exact());
        if (part.Composite is { } composite)
        {
            WriteComposite(json, composite);
        }

        json.WriteStartArray("nodes");
        foreach (var node in part.Nodes)
        {
            WriteNode(json, node);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static BoundPart Read(JsonElement json) => new(
        [.. json.GetProperty("stages").EnumerateArray().Select(stage => Stages.Parse(stage.GetString()))],
        json.OptionalExact("cost"),
        json.Exact("lowerBound"),
        [.. json.GetProperty("nodes").EnumerateArray().Select(ReadNode)])
    {
        Composite = json.TryGetProperty("composite", out var composite) ? ReadComposite(composite) : null,
    };

    public static void WriteCell(Utf8JsonWriter json, CellRef cell)
    {
        json.WriteStartArray();
        json.WriteNumberValue(cell.Unit);
        json.WriteNumberValue(cell.Indicator);
        json.WriteEndArray();
    }

    public static CellRef ReadCell(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32());

    private static void WriteComposite(Utf8JsonWriter json, CompositeBound composite)
    {
        json.WriteStartObject("composite");
        WriteDouble(json, "price", composite.Price);
        json.WriteStartArray("grids");
        foreach (var grid in composite.Grids)
        {
            json.WriteStartObject();
            WriteDoubles(json, "limits", grid.Limits);
            WriteDoubles(json, "costs", grid.Costs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static CompositeBound ReadComposite(JsonElement json) => new(
        json.GetProperty("price").GetDouble(),
        [.. json.GetProperty("grids").EnumerateArray().Select(grid => new CompositeGrid(ReadDoubles(grid.GetProperty("limits")), ReadDoubles(grid.GetProperty("costs"))))]);

    private static void WriteNode(Utf8JsonWriter json, BoundNode node)
    {
        json.WriteStartObject();
        json.WriteNumber("parent", node.Parent);
        if (node.Cell is { } cell)
        {
            json.WritePropertyName("cell");
            WriteCell(json, cell);
            json.WriteBoolean("taken", node.IsTaken);
        }

        if (node.Range is { } range)
        {
            json.WriteStartObject("range");
            json.WriteNumber("purchase", range.Purchase);
            json.WriteString("atLeast", range.AtLeast?.Exact());
            json.WriteString("atMost", range.AtMost?.Exact());
            json.WriteEndObject();
        }

        json.WriteString("end", node.End.ToString());
        WriteDouble(json, "bound", node.Bound);
        json.WriteStartArray("steps");
        foreach (var step in node.Steps)
        {
            WriteStep(json, step);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static BoundNode ReadNode(JsonElement json) => new(
        json.GetProperty("parent").GetInt32(),
        json.TryGetProperty("cell", out var cell) ? ReadCell(cell) : null,
        json.TryGetProperty("taken", out var taken) && taken.GetBoolean(),
        [.. json.GetProperty("steps").EnumerateArray().Select(ReadStep)],
        Enum.TryParse<NodeEnd>(json.Text("end"), out var end) && Enum.IsDefined(end) ? end : throw new FormatException("an unknown end"),
        ReadDouble(json.GetProperty("bound")))
    {
        Range = json.TryGetProperty("range", out var range)
            ? new PurchaseRange(range.GetProperty("purchase").GetInt32(), range.OptionalExact("atLeast"), range.OptionalExact("atMost"))
            : null,
    };

    private static void WriteStep(Utf8JsonWriter json, BoundStep step)
    {
        json.WriteStartObject();
        WriteDouble(json, "bound", step.Bound);
        WriteDouble(json, "leastRefused", step.LeastRefused);
        json.WriteStartArray("cones");
        foreach (var cone in step.Cones)
        {
            json.WriteStartArray();
            json.WriteStringValue(cone.Kind.ToString());
            foreach (var value in (ReadOnlySpan<double>)[cone.Multiplier, cone.Level, cone.Norm, cone.Root, cone.Low, cone.High, cone.TotalPrice])
            {
                WriteDouble(json, value);
            }

            foreach (var value in cone.Direction)
            {
                WriteDouble(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("assumed");
        foreach (var weight in step.Assumed)
        {
            json.WriteStartArray();
            json.WriteNumberValue(weight.Cell.Unit);
            json.WriteNumberValue(weight.Cell.Indicator);
            WriteDouble(json, weight.Weight);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach (var cell in step.Refused)
        {
            WriteCell(json, cell);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static BoundStep ReadStep(JsonElement json) => new(
        [.. json.GetProperty("cones").EnumerateArray().Select(ReadCone)],
        [.. json.GetProperty("assumed").EnumerateArray().Select(each => new ExceptionWeight(ReadCell(each), ReadDouble(each[2])))],
        ReadDouble(json.GetProperty("bound")),
        [.. json.GetProperty("refused").EnumerateArray().Select(ReadCell)],
        ReadDouble(json.GetProperty("leastRefused")));

    private static ConeBound ReadCone(JsonElement json)
    {
        var values = json.EnumerateArray().Skip(1).Select(ReadDouble).ToArray();
        return Enum.TryParse<ConeKind>(json[0].GetString(), out var kind) && Enum.IsDefined(kind) && values.Length >= 7
            ? new ConeBound(kind, values[0], values[1], values[2], values[3], values[4], values[5], [.. values[7..]]) { TotalPrice = values[6] }
            : throw new FormatException("an unknown cone");
    }

    private static void WriteDoubles(Utf8JsonWriter json, string name, ImmutableArray<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            WriteDouble(json, value);
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<double> ReadDoubles(JsonElement json) => [.. json.EnumerateArray().Select(ReadDouble)];

    private static void WriteDouble(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        WriteDouble(json, value);
    }

    /// <summary>A double; the infinities, which JSON lacks, as texts.</summary>
    private static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(double.IsPositiveInfinity(value) ? "inf" : double.IsNegativeInfinity(value) ? "-inf" : throw new ArgumentException("NaN in a certificate.", nameof(value)));
        }
    }

    private static double ReadDouble(JsonElement json) => json.ValueKind == JsonValueKind.Number
        ? json.GetDouble()
        : json.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => throw new FormatException("not a number"),
        };
}

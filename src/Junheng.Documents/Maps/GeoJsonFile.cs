using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Junheng.Application.Maps;
using Junheng.Domain.Findings;
using Junheng.Domain.Geography;
using Junheng.Domain.Text;

namespace Junheng.Documents.Maps;

/// <summary>Reads boundaries from GeoJSON (RFC 7946). Every fault is told with the number of its feature; a file with any is refused whole.</summary>
public sealed class GeoJsonFile : IBoundaryFiles
{
    /// <summary>More points than this belong into a map program, not into a page.</summary>
    public const int MostPoints = 200_000;

    private static readonly string[] _codeNames = ["code", "adcode", "区划代码", "代码", "id"];
    private static readonly string[] _nameNames = ["name", "名称", "NAME", "县名"];

    /// <inheritdoc/>
    public BoundaryReading Read(string fileName, ReadOnlyMemory<byte> content, Language language)
    {
        var faults = new Faults(fileName, language);
        try
        {
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true });
            var features = Features(json.RootElement, faults);
            if (features.Sum(feature => feature.Shape.Points.Count()) > MostPoints)
            {
                faults.Add(null, "map.too-fine", $"边界点超过 {MostPoints} 个", $"There are more than {MostPoints} points", "先用制图软件简化边界", "Simplify the boundaries first");
            }

            return faults.Any ? new BoundaryReading(null, faults.All) : new BoundaryReading(features, []);
        }
        catch (JsonException broken)
        {
            faults.Add(null, "map.not-json", $"文件不是合法的 JSON：第 {broken.LineNumber + 1} 行", $"The file is not JSON: line {broken.LineNumber + 1}", "从制图软件重新导出 GeoJSON", "Export GeoJSON anew");
            return new BoundaryReading(null, faults.All);
        }
    }

    private static ImmutableArray<BoundaryFeature> Features(JsonElement root, Faults faults)
    {
        var type = Text(root, "type");
        IEnumerable<JsonElement> elements = type switch
        {
            "FeatureCollection" when root.TryGetProperty("features", out var list) && list.ValueKind == JsonValueKind.Array => list.EnumerateArray(),
            "Feature" => [root],
            _ => [],
        };
        var features = ImmutableArray.CreateBuilder<BoundaryFeature>();
        var number = 0;
        foreach (var element in elements)
        {
            number++;
            if (Shape(element, number, faults) is { } shape)
            {
                var properties = element.TryGetProperty("properties", out var given) ? given : default;
                features.Add(new BoundaryFeature(First(properties, _codeNames), First(properties, _nameNames), shape));
            }
        }

        if (number == 0)
        {
            faults.Add(null, "map.no-feature", "文件里没有要素（Feature）", "The file has no feature", "导出为 GeoJSON 的 FeatureCollection", "Export a FeatureCollection");
        }

        return features.ToImmutable();
    }

    private static GeoShape? Shape(JsonElement feature, int number, Faults faults)
    {
        if (!feature.TryGetProperty("geometry", out var geometry) || geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("coordinates", out var coordinates))
        {
            faults.Add(number, "map.no-geometry", "没有几何", "has no geometry", "删去，或补上边界", "Remove it or give it one");
            return null;
        }

        var type = Text(geometry, "type");
        if (type is not ("Polygon" or "MultiPolygon"))
        {
            faults.Add(number, "map.not-area", $"是“{type}”，不是面", $"is a {type}, not an area", "只留 Polygon 和 MultiPolygon", "Keep polygons only");
            return null;
        }

        try
        {
            IEnumerable<JsonElement> polygons = type == "Polygon" ? [coordinates] : coordinates.EnumerateArray();
            var shape = new GeoShape([.. polygons.Select(polygon => new GeoPolygon([.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().Select(Point).ToImmutableArray())]))]);
            var faulty = shape.Polygons.SelectMany(polygon => polygon.Rings.IsEmpty ? [RingFault.TooShort] : polygon.Rings.Select(RingCheck.Of)).FirstOrDefault(fault => fault != RingFault.None);
            if (shape.Polygons.IsEmpty || faulty != RingFault.None)
            {
                Say(number, shape.Polygons.IsEmpty ? RingFault.TooShort : faulty, faults);
                return null;
            }

            return shape;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or IndexOutOfRangeException or FormatException)
        {
            faults.Add(number, "map.bad-coordinates", "坐标写法不对", "has coordinates that cannot be read", "坐标写成 [经度, 纬度]", "Write [longitude, latitude]");
            return null;
        }
    }

    private static void Say(int number, RingFault fault, Faults faults)
    {
        var (zh, en, remedyZh, remedyEn) = fault switch
        {
            RingFault.OutOfRange => ("坐标超出经纬度范围", "lies outside the range of degrees", "导出时选经纬度（CGCS2000 或 GCJ-02），不要投影坐标", "Export degrees, not projected metres"),
            RingFault.Open => ("边界没有闭合", "is not closed", "终点要与起点相同", "End where it begins"),
            RingFault.Flat => ("边界围不成面", "encloses nothing", "检查这一圈的点", "Look at its points"),
            RingFault.CrossesItself => ("边界自己交叉", "crosses itself", "在制图软件里修正交叉处", "Mend the crossing"),
            _ => ("边界不足四个点", "has fewer than four points", "补全边界", "Complete it"),
        };
        faults.Add(number, "map.ring-" + fault.ToString().ToLowerInvariant(), zh, en, remedyZh, remedyEn);
    }

    private static GeoPoint Point(JsonElement pair) => new(pair[0].GetDouble(), pair[1].GetDouble());

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static string First(JsonElement properties, string[] names) => names
        .Select(name => properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString() ?? "", JsonValueKind.Number => value.GetRawText(), _ => "" } : "")
        .FirstOrDefault(text => text.Length > 0) ?? "";

    private sealed class Faults(string fileName, Language language)
    {
        private readonly ImmutableArray<Finding>.Builder _all = ImmutableArray.CreateBuilder<Finding>();

        public bool Any => _all.Count > 0;

        public ImmutableArray<Finding> All => _all.ToImmutable();

        public void Add(int? feature, string rule, string zh, string en, string remedyZh, string remedyEn)
        {
            var place = feature is { } number ? new Origin(fileName, null, number.ToString(CultureInfo.InvariantCulture)) : new Origin(fileName);
            var message = language == Language.En
                ? feature is { } no ? $"Feature {no} {en}" : en
                : feature is { } nr ? $"第 {nr} 个要素{zh}" : zh;
            _all.Add(new Finding(rule, Severity.Error, place, message, language == Language.En ? remedyEn : remedyZh));
        }
    }
}

using System.Text;
using Junheng.Application.Maps;
using Junheng.Documents.Maps;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Maps;

public class GeoJsonTests
{
    private const string Square = "[[[115,28],[116,28],[116,29],[115,29],[115,28]]]";

    [Fact]
    public void An_area_is_read_with_its_code_and_name()
    {
        var reading = Read($$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adcode":990121,"name":"澄溪县"},"geometry":{"type":"Polygon","coordinates":{{{Square}}} }}]}""");

        Assert.Empty(reading.Findings);
        var feature = Assert.Single(reading.Features!.Value);
        Assert.Equal(("990121", "澄溪县"), (feature.Code, feature.Name));
        Assert.Equal(5, feature.Shape.Points.Count());
    }

    [Theory]
    [InlineData("not json at all", "不是合法的 JSON")]
    [InlineData("""{"type":"FeatureCollection","features":[]}""", "没有要素")]
    [InlineData("""[1,2]""", "没有要素")]
    [InlineData("""{"type":"Feature","properties":null,"geometry":null}""", "第 1 个要素没有几何")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Point","coordinates":[115,28]}}""", "不是面")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[115,28],[116,28],[116,29],[115,29]]]}}""", "没有闭合")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[500000,3100000],[500100,3100000],[500100,3100100],[500000,3100000]]]}}""", "超出经纬度范围")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[3,3],[3,0],[0,2],[0,0]]]}}""", "自己交叉")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[["a","b"]]]}}""", "坐标写法不对")]
    [InlineData("""{"type":"Feature","geometry":{"type":"Polygon","coordinates":[]}}""", "不足四个点")]
    [InlineData("""{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[]]}}""", "不足四个点")]
    public void What_cannot_bound_an_area_is_refused_with_the_reason(string text, string said)
    {
        var reading = Read(text);

        Assert.Null(reading.Features);
        Assert.Contains(said, reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.NotEmpty(reading.Findings[0].Remedy);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var reading = Read("""{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null},{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]}}]}""");

        Assert.Equal(["1", "2"], reading.Findings.Select(finding => finding.Place.Cell));
    }

    [Fact]
    public void What_is_stored_of_a_shape_is_what_was_read()
    {
        var shape = Read($$$"""{"type":"Feature","geometry":{"type":"Polygon","coordinates":{{{Square}}} }}""").Features!.Value[0].Shape;

        Assert.Equal(shape.Points, ShapeText.Read(ShapeText.Write(shape)).Points);
    }

    [Fact]
    public void The_boundary_of_the_sample_county_is_sound_and_holds_its_townships()
    {
        var reading = new GeoJsonFile().Read("boundary.geojson", Application.Samples.SampleBoundaries.County(), Language.Zh);

        Assert.Empty(reading.Findings);
        Assert.Equal("990121", reading.Features!.Value[0].Code);
        Assert.Contains("石桥镇", reading.Features!.Value.Select(feature => feature.Name));
        Assert.Equal(14, reading.Features!.Value.Length);
    }

    [Fact]
    public void The_boundaries_of_the_large_province_are_sound() => Assert.All(
        Application.Samples.SampleBoundaries.LargeProvince(100, 1), each => Assert.Empty(new GeoJsonFile().Read(each.Code, each.Content, Language.Zh).Findings));

    private static BoundaryReading Read(string text) => new GeoJsonFile().Read("边界.geojson", Encoding.UTF8.GetBytes(text), Language.Zh);
}

using Junheng.Domain.Definitions;
using Junheng.Domain.Numbers;
using Junheng.Domain.Text;

namespace Junheng.Domain.Tests;

public class DefinitionReaderTests
{
    private static readonly DefinitionPosition _at = new("f.yaml", 3, 5);

    [Fact]
    public void Everything_wrong_is_found_with_line_and_column()
    {
        var reader = new DefinitionReader(Language.En);
        var map = Map(("id", "x"), ("surprise", "1"), ("day", "soon"), ("number", "many"), ("truth", "perhaps"));

        reader.AllowOnly(map, "id", "day", "number", "truth");
        Assert.Null(reader.Date(map, "day"));
        Assert.Null(reader.Decimal(map["number"]!, "number"));
        Assert.True(reader.Truth(map, "truth", otherwise: true));
        Assert.Null(reader.Text(map, "title", required: true));

        Assert.Equal(
            ["definition.unknown-key", "definition.date", "definition.number", "definition.truth", "definition.absent"],
            reader.Findings.Select(finding => finding.Rule));
        Assert.All(reader.Findings, finding => Assert.Equal("f.yaml › 3:5", finding.Place.ToString()));
        Assert.All(reader.Findings, finding => Assert.NotEmpty(finding.Remedy));
    }

    [Fact]
    public void Sound_parts_read_without_findings()
    {
        var reader = new DefinitionReader(Language.Zh);
        var map = Map(("day", "2017-04-19"), ("number", "4.2"), ("truth", "yes"));

        Assert.Equal(new DateOnly(2017, 4, 19), reader.Date(map, "day"));
        Assert.Equal(Rational.ParseDecimal("4.2"), reader.Decimal(map["number"]!, "number"));
        Assert.True(reader.Truth(map, "truth"));
        Assert.Empty(reader.List(map, "absent"));
        Assert.Empty(reader.Findings);
    }

    private static DefinitionNode.Map Map(params (string Key, string Text)[] entries) =>
        new(_at, [.. entries.Select(entry => new DefinitionEntry(entry.Key, _at, new DefinitionNode.Scalar(_at, entry.Text)))]);
}

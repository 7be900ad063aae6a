using System.Text;
using Junheng.Application.Plans;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Domain.Columns;
using Junheng.Domain.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>Reads prices (YAML or JSON), caps and locks (CSV or a workbook).</summary>
public sealed class PlanFiles : IPlanFiles
{
    private static readonly Lazy<PriceSet> _defaults = new(() => DefaultPriceFile.Read(Path.Combine(AppContext.BaseDirectory, "standards", "prices.yaml")));

    /// <inheritdoc/>
    public PriceSet DefaultPrices => _defaults.Value;

    /// <inheritdoc/>
    public PriceReading ReadPrices(InputFile input, ColumnCatalogue columns, Language language)
    {
        var reader = new DefinitionReader(language);
        var name = Path.GetFileName(input.Name);
        var text = Content(input, name, reader);
        var prices = text is not null && YamlDefinition.Read(text, name, reader) is { } node && reader.Map(node, name) is { } map ? PricesFile.Read(map, columns, reader) : null;
        return new PriceReading(reader.HasErrors ? null : prices, [.. reader.Findings]);
    }

    /// <inheritdoc/>
    public BoundsReading ReadBounds(InputFile input, string amountColumn, ColumnCatalogue columns, Language language) => BoundsFile.Read(input, amountColumn, columns, language);

    private static string? Content(InputFile input, string name, DefinitionReader reader)
    {
        try
        {
            return input.Content is { } bytes ? Encoding.UTF8.GetString(bytes).TrimStart('\ufeff') : File.ReadAllText(input.Name, Encoding.UTF8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            reader.Report("prices.unreadable", new DefinitionPosition(name, 1, 1), new($"文件无法读取：{fault.Message}", $"The file cannot be read: {fault.Message}"), new("检查路径和权限", "Check path and permissions"));
            return null;
        }
    }
}

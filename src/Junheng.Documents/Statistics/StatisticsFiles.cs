using System.Runtime.CompilerServices;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Documents.Forms.Expansion;
using Junheng.Documents.Items;
using Junheng.Documents.Tables;
using Junheng.Domain.Text;

namespace Junheng.Documents.Statistics;

/// <summary>
/// Reads the two public layouts, annual forms and lists from CSV, xlsx and xls, alone or in folders and archives. Everything wrong is found at once; with any error there is
/// no table.
/// </summary>
public sealed class StatisticsFiles : IStatisticsFiles
{
    private readonly ConditionalWeakTable<InputFile, Task<TableOpening>> _prepared = [];

    /// <inheritdoc/>
    public void Prepare(IReadOnlyList<InputFile> inputs, Language language)
    {
        foreach (var input in inputs.Where(input => !PaperExpansion.IsSeveral(input)))
        {
            _prepared.AddOrUpdate(input, Task.Run(() =>
            {
                var opening = Open(input, language);
                _ = (opening as TableOpening.Opened)?.File.Sha256;
                return opening;
            }));
        }
    }

    /// <inheritdoc/>
    public StatisticsReading Read(IReadOnlyList<InputFile> inputs, Standard standard, StatisticsReadingOptions options) =>
        new InputReading(standard, options, input => OpenOnce(input, options.Language)).Read(inputs);

    /// <inheritdoc/>
    public ItemsReading ReadItems(InputFile input, Standard standard, Language language) => ItemsFile.Read(input, standard, language);

    internal static TableOpening Open(InputFile input, Language language) =>
        input.Content is { } content ? TableFile.Open(input.Name, content, null, language) : TableFile.Open(input.Name, null, language);

    private TableOpening OpenOnce(InputFile input, Language language) =>
        _prepared.Remove(input, out var prepared) ? prepared.GetAwaiter().GetResult() : Open(input, language);
}

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>A slip of a clerk's hand in any cell that has enough figures in it, with no rule in mind.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Make">Makes it; false where it came to nothing.</param>
internal sealed record Slip(string Name, Func<CheckRow, Random, bool> Make)
{
    /// <summary>Columns that no rule can know anything about, and those that say where a school stands.</summary>
    private static readonly string[] _free = ["lat", "lon", "computers", "books"];

    public static IReadOnlyList<Slip> All { get; } =
    [
        new("a digit too many", (row, random) => Change(row, random, 10, figure => (figure * 10) + random.Next(10))),
        new("a digit left out", (row, random) => Change(row, random, 100, figure => Math.Floor(figure / 10))),
        new("two digits exchanged", (row, random) => Change(row, random, 100, figure => figure - (figure % 100) + (figure % 10 * 10) + Math.Floor(figure % 100 / 10))),
        new("yuan as 10,000 yuan", (row, random) => random.Next(2) == 0 ? Divide(row, "equipment_yuan") : Divide(row, "asset_equipment_yuan")),
        new("two cells exchanged", Exchange),
    ];

    private static bool Change(CheckRow row, Random random, double least, Func<double, double> change)
    {
        var columns = row.Figures.Where(figure => figure.Value >= least && !_free.Contains(figure.Key)).Select(figure => figure.Key).Order(StringComparer.Ordinal).ToList();
        var column = columns[random.Next(columns.Count)];
        var figure = change(row[column]);
        var isChange = Math.Abs(figure - row[column]) > 0.02 * row[column];
        row[column] = figure;
        return isChange;
    }

    private static bool Divide(CheckRow row, string column)
    {
        row[column] = Math.Round(row[column] / 10_000, 2);
        return true;
    }

    private static bool Exchange(CheckRow row, Random random)
    {
        var columns = row.Figures.Keys.Except(_free).Order(StringComparer.Ordinal).ToList();
        var at = random.Next(columns.Count - 1);
        (row[columns[at]], row[columns[at + 1]]) = (row[columns[at + 1]], row[columns[at]]);
        return Math.Abs(row[columns[at]] - row[columns[at + 1]]) > 0.05 * row[columns[at]];
    }
}

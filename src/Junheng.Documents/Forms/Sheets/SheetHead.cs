using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Forms.Sheets;

/// <summary>What the first rows of a sheet say: normalised texts, the report year and the stage that titles name. Worked out once a sheet.</summary>
internal sealed partial class SheetHead
{
    private const int SearchedRows = 40;
    private const int SearchedColumns = 400;
    private const int TitleRows = 8;
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;
    private static readonly ConditionalWeakTable<SheetGrid, SheetHead> _heads = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Lazy<(int Year, string By)?> _year;
    private readonly Lazy<(Stage Stage, string By)?> _stage;

    private SheetHead(SheetGrid sheet)
    {
        var titles = new List<string>();
        for (var row = 1; row <= Math.Min(SearchedRows, sheet.RowCount); row++)
        {
            for (var column = 0; column < Math.Min(SearchedColumns, sheet.ColumnCount); column++)
            {
                if (sheet.Raw(row, column) is string text && HeadingPath.Normalised(text) is { Length: > 0 } normalised)
                {
                    _texts.Add(normalised);
                    if (row <= TitleRows)
                    {
                        titles.Add(normalised);
                    }
                }
            }
        }

        Titles = [HeadingPath.Normalised(sheet.Name ?? ""), .. titles];
        (_year, _stage) = (new(FindYear), new(FindStage));
        FileName = HeadingPath.Normalised(Path.GetFileNameWithoutExtension(sheet.File.Split('/')[^1]));
    }

    /// <summary>The sheet's name, then the texts of its first rows, normalised.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The file's name without folder and ending, normalised.</summary>
    public string FileName { get; }

    /// <summary>What a sheet's first rows say.</summary>
    public static SheetHead Of(SheetGrid sheet) => _heads.GetValue(sheet, each => new SheetHead(each));

    /// <summary>Whether some cell of the first rows is this text (normalised).</summary>
    public bool Has(string text) => _texts.Contains(text);

    /// <summary>The first title that contains a text (normalised); null when none does.</summary>
    public string? TitleWith(string text) => Titles.FirstOrDefault(title => title.Contains(text, StringComparison.Ordinal));

    /// <summary>The report year that a title names, e.g. 2023 for 2023学年, 2023/2024学年初 or 2023年; with the title. Null where none does; a file's name counts last.</summary>
    public (int Year, string By)? ReportYear() => _year.Value;

    private (int Year, string By)? FindYear()
    {
        foreach (var title in Titles.Append(FileName))
        {
            if (title.Contains("20", StringComparison.Ordinal) && YearWord().Match(title) is { Success: true } match && int.TryParse(match.Groups["year"].Value, out var year) && year is >= EarliestYear and <= LatestYear)
            {
                return (year, title);
            }
        }

        return null;
    }

    /// <summary>The one stage that a text names: the sheet's name first, then its titles, then the file's name. Null where none names exactly one.</summary>
    public (Stage Stage, string By)? StageTold() => _stage.Value;

    private (Stage Stage, string By)? FindStage()
    {
        foreach (var title in Titles.Where(title => title.Length == 0 || title.Length > 2 || title == Titles[0]).Append(FileName))
        {
            var stages = Stages.All.Where(stage => Names(title, stage)).ToList();
            if (stages.Count == 1 && (title == Titles[0] || title == FileName || IsTitle(title)))
            {
                return (stages[0], title);
            }
        }

        return null;
    }

    private static bool IsTitle(string text) => text.EndsWith('表') || text.Contains("一览", StringComparison.Ordinal) || text.Contains("名单", StringComparison.Ordinal)
        || text.Contains("情况", StringComparison.Ordinal) || text.Contains("学段", StringComparison.Ordinal) || text.Contains("统计", StringComparison.Ordinal);

    private static bool Names(string text, Stage stage) => stage switch
    {
        Stage.Primary => text.Replace("中小学", "", StringComparison.Ordinal).Contains("小学", StringComparison.Ordinal),
        Stage.Junior => text.Contains("初中", StringComparison.Ordinal) || text.Contains("初级中学", StringComparison.Ordinal),
        _ => text.Contains("高中", StringComparison.Ordinal),
    };

    [GeneratedRegex(@"(?<!\d)(?<year>20\d\d)(?:[-—–/至]20\d\d|[-—–/]\d\d)?(?:学年|年|学年度)")]
    private static partial Regex YearWord();
}

using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>What checks ask of single rows.</summary>
internal static class PartRows
{
    /// <summary>The county of a row; null where its code is blank.</summary>
    public static string? CountyOf(this StatisticsPart part, int row) => part.CountyCode.IsBlank(row) ? null : part.CountyCode[row];

    /// <summary>Pupils of a stage in the school layout; null where missing.</summary>
    public static double? PupilsOf(this StatisticsPart part, int row, Stage stage) => part.Figure($"enrolment_{stage.Id()}")?.Value(row);

    /// <summary>Whether the row says which school, and in the unit layout which stage, it speaks of.</summary>
    public static bool IsIdentified(this StatisticsPart part, int row) =>
        !part.CountyCode.IsBlank(row) && !part.SchoolCode.IsBlank(row) && !RowCheck.IsTotal(part.SchoolCode.Utf8(row))
        && (part.Layout == TableLayout.School || part.StageOf(row) != Stage.None);

    /// <summary>Whether the row speaks of a stage: its own in the unit layout, those its type can have in the school layout.</summary>
    public static bool Covers(this StatisticsPart part, int row, Stage stage) =>
        part.Layout == TableLayout.Unit ? part.StageOf(row) == stage : part.SchoolTypeOf(row).CanHave(stage);
}

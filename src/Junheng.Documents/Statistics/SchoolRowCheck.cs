using System.Globalization;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Statistics;

/// <summary>Checks the rows of one part for what a school of its type cannot have.</summary>
internal sealed class SchoolRowCheck(StatisticsPart part, ReadingFindings findings)
{
    private readonly (string Column, Stage Stage, NumberColumn Figures)[] _staged =
        [.. part.Figures.Select(column => (column.Key, StageOf(column.Key), column.Value)).Where(column => column.Item2 != Stage.None).OrderBy(column => part.SourceColumns[column.Key])];

    public void Check()
    {
        for (var row = 0; row < part.Count; row++)
        {
            if (part.Layout == TableLayout.Unit)
            {
                StageAgainstType(row);
                continue;
            }

            StagesNotTaught(row);
            UntypedRow(row);
            IndoorArea(row);
        }
    }

    private static Stage StageOf(string column) => Stages.All.FirstOrDefault(stage => column.EndsWith($"_{stage.Id()}", StringComparison.Ordinal));

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void StageAgainstType(int row)
    {
        var (type, stage) = (part.SchoolTypeOf(row), part.StageOf(row));
        if (stage != Stage.None && !type.CanHave(stage))
        {
            findings.Warning(
                "input.stage-against-type",
                Cell(row, "stage"),
                new($"{type.ChineseName()}一般没有{(stage == Stage.Primary ? "小学" : "初中")}学段", $"A school of type {type.Id()} has no {stage.Id()} stage"),
                new("核对学段和学校类型", "Check the stage and the school type"),
                part.CountyOf(row));
        }
    }

    private void StagesNotTaught(int row)
    {
        var type = part.SchoolTypeOf(row);
        foreach (var (column, stage, figures) in _staged)
        {
            if (!type.CanHave(stage) && figures.Value(row) > 0)
            {
                findings.Error(
                    "input.stage-not-taught",
                    Cell(row, column),
                    new($"{type.ChineseName()}没有这一学段，却填了“{column}”= {Text(figures.Values[row])}", $"A school of type {type.Id()} has no such stage, but '{column}' is {Text(figures.Values[row])}"),
                    new("改正学校类型，或清空该单元格", "Correct the school type or clear the cell"),
                    part.CountyOf(row));
            }
        }
    }

    private void UntypedRow(int row)
    {
        if (part.SchoolTypeOf(row) != SchoolType.Unknown)
        {
            return;
        }

        var cell = Cell(row, "school_type") ?? Cell(row, "school_code");
        var (primary, senior) = (part.PupilsOf(row, Stage.Primary) > 0, part.PupilsOf(row, Stage.Senior) > 0);
        if (primary && senior)
        {
            findings.Error(
                "input.no-school-type",
                cell,
                new("没有学校类型；只有小学和高中，不是任何一种学校类型", "No school type; primary and senior without junior is no known type of school"),
                new("填写学校类型，或改正各学段在校生数", "Give the school type, or correct the enrolment of the stages"),
                part.CountyOf(row));
        }
        else if (senior)
        {
            findings.Error(
                "input.senior-only",
                cell,
                new("没有学校类型，且只有高中学生：高级中学不在评估范围", "No school type and senior pupils only: senior schools are not evaluated"),
                new("删除这一行；如果还有初中或小学，补上其在校生数", "Delete the row; if it has other stages, give their enrolment"),
                part.CountyOf(row));
        }
        else
        {
            findings.Warning(
                "input.unknown-stages",
                cell,
                new("没有学校类型，也看不出有哪些学段：各学段都计入，待补数据", "No school type, and the stages cannot be told: the row counts in every stage, with figures missing"),
                new("填写学校类型，或补上各学段在校生数", "Give the school type, or the enrolment of each stage"),
                part.CountyOf(row));
        }
    }

    private void IndoorArea(int row)
    {
        if (part.Figure("indoor_sports_area_m2")?.Value(row) is { } indoor && part.Figure("teaching_area_m2")?.Value(row) is { } teaching && indoor > teaching)
        {
            findings.Error(
                "input.indoor-exceeds-teaching",
                Cell(row, "indoor_sports_area_m2"),
                new($"室内体育用房 {Text(indoor)} ㎡ 大于教学及辅助用房 {Text(teaching)} ㎡，而前者包含在后者之中", $"Indoor sports area {Text(indoor)} m² exceeds the teaching area {Text(teaching)} m² that contains it"),
                new("核对两项面积；如教学用房已扣除体育馆，去掉室内体育用房列", "Check both areas; leave the indoor column out if the teaching area is already net of it"),
                part.CountyOf(row));
        }
    }

    private string? Cell(int row, string column) => part.OriginOf(row, column).Cell;
}

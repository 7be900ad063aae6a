namespace Junheng.Documents.Tests.Forms;

/// <summary>A row of a form: its printed name, indented as printed, its code, its figures, and its unit where the form prints one a row.</summary>
internal sealed record FormRow(string Label, string Code, IReadOnlyList<object?> Cells, string? Unit = null);

/// <summary>Who filled in a form, as its head says.</summary>
internal sealed record Letterhead(string SchoolName, string SchoolCode, int Year);

/// <summary>
/// Draws one form as bureaus have it: title, form code, school and unit in the lines below, a merged heading of one or several rows, the row 甲 乙 1 2 3, the rows with
/// names and codes, notes at the foot.
/// </summary>
internal sealed record FormDrawing(string Code, string Title)
{
    /// <summary>Headings of the figures, each as a path, e.g. <c>在校生数/一年级</c>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required IReadOnlyList<FormRow> Rows { get; init; }

    public string Unit { get; init; } = "人";

    /// <summary>Columns over which the rows' names are merged.</summary>
    public int LabelColumns { get; init; } = 1;

    /// <summary>The row, from 1, in which the real form has its first row of figures.</summary>
    public int FirstDataRow { get; init; } = 6;

    public IReadOnlyList<string> Notes { get; init; } = ["说明：数据时点为9月1日。", "填表人：          负责人：          报出日期：    年  月  日"];

    private bool HasUnits => Rows.Any(row => row.Unit is not null);

    private int CodeColumn => LabelColumns + (HasUnits ? 2 : 1);

    private int FirstColumn => CodeColumn + 1;

    private int LastColumn => FirstColumn + Columns.Count - 1;

    private int Depth => Columns.Max(path => path.Split('/').Length);

    public SheetDraft Draw(Letterhead letterhead, string? sheetName = null)
    {
        var sheet = new SheetDraft(sheetName ?? Code);
        DrawHead(sheet, letterhead);
        DrawHeadings(sheet, FirstDataRow - 1 - Depth);
        DrawNumbers(sheet, FirstDataRow - 1);
        for (var i = 0; i < Rows.Count; i++)
        {
            DrawRow(sheet, FirstDataRow + i, Rows[i]);
        }

        for (var i = 0; i < Notes.Count; i++)
        {
            sheet[FirstDataRow + Rows.Count + i, 1] = Notes[i];
            sheet.Merge(FirstDataRow + Rows.Count + i, 1, FirstDataRow + Rows.Count + i, LastColumn);
        }

        return sheet;
    }

    private void DrawHead(SheetDraft sheet, Letterhead letterhead)
    {
        var lines = FirstDataRow - 3 - Depth;
        var name = $"学校（机构）名称：{letterhead.SchoolName}";
        var code = $"学校（机构）标识码：{letterhead.SchoolCode}";
        var year = $"{letterhead.Year}/{letterhead.Year + 1}学年初";
        sheet[1, 1] = Title;
        sheet.Merge(1, 1, 1, LastColumn);
        if (lines < 3)
        {
            sheet[lines == 0 ? 1 : 2, 1] = lines == 0 ? $"{Title}（{Code}）" : $"表号：{Code}　　{name}　　{code}　　{year}　　计量单位：{Unit}";
            if (lines == 2)
            {
                sheet[3, 1] = "制定机关：教育部";
            }

            return;
        }

        sheet[2, 1] = name;
        sheet[2, LastColumn] = $"表    号：{Code}";
        sheet[3, 1] = code;
        sheet[3, LastColumn] = "制定机关：教育部";
        sheet[4, 1] = year;
        sheet[4, LastColumn] = $"计量单位：{Unit}";
    }

    private void DrawHeadings(SheetDraft sheet, int top)
    {
        sheet[top, 1] = "指标名称";
        sheet.Merge(top, 1, top + Depth - 1, LabelColumns);
        sheet[top, CodeColumn] = "代码";
        sheet.Merge(top, CodeColumn, top + Depth - 1, CodeColumn);
        if (HasUnits)
        {
            sheet[top, LabelColumns + 1] = "计量单位";
            sheet.Merge(top, LabelColumns + 1, top + Depth - 1, LabelColumns + 1);
        }

        var paths = Columns.Select(column => column.Split('/')).ToArray();
        for (var level = 0; level < Depth; level++)
        {
            for (var from = 0; from < paths.Length;)
            {
                if (paths[from].Length <= level)
                {
                    from++;
                    continue;
                }

                var to = from;
                while (to + 1 < paths.Length && paths[to + 1].Length > level && paths[to + 1].Take(level + 1).SequenceEqual(paths[from].Take(level + 1)))
                {
                    to++;
                }

                sheet[top + level, FirstColumn + from] = paths[from][level];
                var bottom = paths[from].Length == level + 1 ? top + Depth - 1 : top + level;
                sheet.Merge(top + level, FirstColumn + from, bottom, FirstColumn + to);
                from = to + 1;
            }
        }
    }

    private void DrawNumbers(SheetDraft sheet, int row)
    {
        sheet[row, 1] = "甲";
        sheet.Merge(row, 1, row, LabelColumns);
        sheet[row, CodeColumn] = "乙";
        for (var i = 0; i < Columns.Count; i++)
        {
            sheet[row, FirstColumn + i] = i + 1;
        }
    }

    private void DrawRow(SheetDraft sheet, int at, FormRow row)
    {
        sheet[at, 1] = row.Label;
        sheet.Merge(at, 1, at, LabelColumns);
        sheet[at, CodeColumn] = row.Code;
        if (HasUnits)
        {
            sheet[at, LabelColumns + 1] = row.Unit;
        }

        for (var i = 0; i < row.Cells.Count; i++)
        {
            sheet[at, FirstColumn + i] = row.Cells[i];
        }
    }
}

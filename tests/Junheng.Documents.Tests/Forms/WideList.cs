using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Forms;

/// <summary>
/// A wide list (一览表) of one stage as the statistics software exports it: a title, a line of notes, three rows of merged headings, the schools, a totals row and signatures.
/// Tests spoil it.
/// </summary>
internal sealed class WideList
{
    /// <summary>Heading paths, in the order of the columns; equal neighbours are merged.</summary>
    private readonly List<string[]> _columns = [];
    private readonly List<object?[]> _rows = [];
    private readonly List<object?[]> _above = [];
    private readonly List<object?[]> _below = [];
    private string _name;

    private WideList(string name) => _name = name;

    /// <summary>Columns of a list of primary schools.</summary>
    public static WideList Primary() => Of("小学一览表", "小学", ["一年级", "六年级"]);

    /// <summary>Columns of a list of junior schools.</summary>
    public static WideList Junior() => Of("初中一览表", "初中", ["七年级", "九年级"]);

    /// <summary>The four schools of the tests: two primary, a nine-year and a junior school.</summary>
    public static (WideList Primary, WideList Junior) County()
    {
        var primary = Primary()
            .School("2101010001", "第一小学", "小学", 500, 80, 90, 0, 2, 20, 8, 3, 2, 1, 1, 6, 2900, 400, 3600, 12, 120)
            .School("2101010002", "第二小学", "小学", 400, 60, 70, 0, 1, 17, 6, 2, 2, 1, 1, 5, 2000, 0, 3200, 10, 100.5)
            .School("2101010003", "育才学校", "九年一贯制学校", 400, 60, 70, 0, 1, 17, 6, 2, 2, 1, 1, 5, 4900, 400, 6600, 20, 200);
        var junior = Junior()
            .School("2101010003", "育才学校", "九年一贯制学校", 300, 90, 110, 0, 4, 20, 3, 2, 1, 1, 0, 4, 4900, 400, 6600, 20, 200)
            .School("2101010004", "第四中学", "初级中学", 300, 90, 110, 0, 4, 20, 3, 2, 1, 1, 0, 4, 2000, 0, 3300, 8, 90);
        return (primary, junior);
    }

    /// <summary>A row: code, name, type, pupils, two grades, 博士, 硕士, 本科, 专科, 体育, 艺术, 音乐, 美术, 骨干, rooms, gym, ground, multimedia, equipment in 万元.</summary>
    public WideList School(string code, string name, string type, params object?[] figures)
    {
        _rows.Add([code, name, "示范县", type, "是", .. figures]);
        return this;
    }

    public WideList Named(string name)
    {
        _name = name;
        return this;
    }

    public WideList Above(params object?[] cells)
    {
        _above.Add(cells);
        return this;
    }

    public WideList Below(params object?[] cells)
    {
        _below.Add(cells);
        return this;
    }

    /// <summary>Writes a cell of a school by the lowest heading of its column (or two of them).</summary>
    public WideList Set(int school, string heading, object? value)
    {
        _rows[school][At(heading)] = value;
        return this;
    }

    /// <summary>A column more, behind the others.</summary>
    public WideList With(string[] path, params object?[] cells)
    {
        _columns.Add(path);
        for (var row = 0; row < _rows.Count; row++)
        {
            _rows[row] = [.. _rows[row], row < cells.Length ? cells[row] : null];
        }

        return this;
    }

    public WideList Without(string heading)
    {
        var at = At(heading);
        _columns.RemoveAt(at);
        for (var row = 0; row < _rows.Count; row++)
        {
            _rows[row] = [.. _rows[row].Where((_, column) => column != at)];
        }

        return this;
    }

    /// <summary>Another heading path for a column.</summary>
    public WideList Rename(string heading, params string[] path)
    {
        _columns[At(heading)] = path;
        return this;
    }

    /// <summary>A blank column before another.</summary>
    public WideList Gap(string before)
    {
        var at = At(before);
        _columns.Insert(at, []);
        for (var row = 0; row < _rows.Count; row++)
        {
            _rows[row] = [.. _rows[row][..at], null, .. _rows[row][at..]];
        }

        return this;
    }

    /// <summary>A totals row below the schools, summing every figure.</summary>
    public WideList Totals(string word, string? wrongAt = null, double? wrong = null)
    {
        var cells = new object?[_columns.Count];
        cells[0] = word;
        for (var column = 5; column < cells.Length; column++)
        {
            var figures = _rows.Select(row => row[column]).Where(cell => cell is int or double).Select(Convert.ToDouble).ToList();
            cells[column] = figures.Count > 0 ? figures.Sum() : null;
        }

        if (wrongAt is not null)
        {
            cells[At(wrongAt)] = wrong;
        }

        _below.Add(cells);
        return this;
    }

    /// <summary>The cell of a school, e.g. <c>F7</c>.</summary>
    public string Cell(int school, string heading) => Origin.CellName(FirstRow + school, At(heading));

    public int FirstRow => _above.Count + Depth + 1;

    public UglySheet Sheet()
    {
        var (rows, merges) = (new List<object?[]>(_above), new List<string>());
        for (var level = 0; level < Depth; level++)
        {
            rows.Add(new object?[_columns.Count]);
        }

        for (var column = 0; column < _columns.Count; column++)
        {
            var path = _columns[column];
            for (var level = 0; level < path.Length; level++)
            {
                var row = _above.Count + level + 1;
                var isFirst = column == 0 || !_columns[column - 1].Take(level + 1).SequenceEqual(path.Take(level + 1));
                if (!isFirst)
                {
                    continue;
                }

                var last = column;
                while (last + 1 < _columns.Count && _columns[last + 1].Take(level + 1).SequenceEqual(path.Take(level + 1)))
                {
                    last++;
                }

                var bottom = level == path.Length - 1 ? _above.Count + Depth : row;
                rows[row - 1][column] = path[level];
                if (last > column || bottom > row)
                {
                    merges.Add($"{Origin.CellName(row, column)}:{Origin.CellName(bottom, last)}");
                }
            }
        }

        return new UglySheet(_name, [.. rows, .. _rows, .. _below], [.. merges]);
    }

    public byte[] Xlsx() => ListWorkbook.Of(Sheet());

    private int Depth => _columns.Max(path => path.Length);

    private int At(string heading) => _columns.FindIndex(path => path.Length > 0 && (path[^1] == heading || string.Join('/', path) == heading)) is >= 0 and var at
        ? at
        : throw new ArgumentException(heading, nameof(heading));

    private static WideList Of(string name, string stage, string[] grades)
    {
        var list = new WideList(name);
        list._columns.AddRange(
        [
            ["学校标识码"], ["学校名称"], ["统计三级"], ["办学类型"], ["是否计校数"],
            ["在校生数", "合计"], ["在校生数", grades[0]], ["在校生数", grades[1]],
            ["专任教师", "#按学历分", "博士研究生"], ["专任教师", "#按学历分", "硕士研究生"], ["专任教师", "#按学历分", "本科"], ["专任教师", "#按学历分", "专科"],
            ["专任教师", "#按授课课程分", "体育与健康"], ["专任教师", "#按授课课程分", "艺术", "计"], ["专任教师", "#按授课课程分", "艺术", "音乐"], ["专任教师", "#按授课课程分", "艺术", "美术"],
            ["教基1102", $"县级以上骨干教师({stage})"],
            ["教学及辅助用房", "计"], ["教学及辅助用房", "室内体育用房"], ["运动场地面积"], ["网络多媒体教室"], ["教学仪器设备资产值(万元)"],
        ]);
        list.Above("示范县2025学年" + name);
        list.Above("填报单位：示范县教育局");
        return list;
    }
}

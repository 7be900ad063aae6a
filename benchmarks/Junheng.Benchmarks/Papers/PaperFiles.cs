using System.Globalization;
using System.IO.Compression;
using Junheng.Documents.Tables;

namespace Junheng.Benchmarks.Papers;

/// <summary>Wide lists as workbooks, generated the same every time: three rows of headings, then schools.</summary>
internal static class PaperFiles
{
    private static readonly string[][] _columns =
    [
        ["学校标识码"], ["学校名称"], ["统计三级"], ["办学类型"], ["是否计校数"], ["城乡类型"],
        ["在校生数", "合计"], ["在校生数", "一年级"], ["在校生数", "二年级"], ["在校生数", "三年级"], ["在校生数", "四年级"], ["在校生数", "五年级"], ["在校生数", "六年级"],
        ["班数", "合计"],
        ["专任教师", "合计"], ["专任教师", "#按学历分", "博士研究生"], ["专任教师", "#按学历分", "硕士研究生"], ["专任教师", "#按学历分", "本科"], ["专任教师", "#按学历分", "专科"],
        ["专任教师", "#按学历分", "专科以下"],
        ["专任教师", "#按授课课程分", "体育与健康"], ["专任教师", "#按授课课程分", "艺术", "计"], ["专任教师", "#按授课课程分", "艺术", "音乐"], ["专任教师", "#按授课课程分", "艺术", "美术"],
        ["教基1102", "县级以上骨干教师(小学)"],
        ["校舍建筑面积"], ["教学及辅助用房", "计"], ["教学及辅助用房", "室内体育用房"], ["行政办公用房"], ["生活用房"], ["占地面积"], ["绿化用地面积"], ["运动场地面积"],
        ["网络多媒体教室"], ["教学用计算机"], ["图书"], ["教学仪器设备资产值(万元)"], ["固定资产总值(万元)"], ["危房"], ["租借校舍面积"],
    ];

    /// <summary>A list of some schools with some columns; those past the known ones are left over.</summary>
    public static byte[] List(int schools, int columns, int firstSchool = 0)
    {
        var paths = _columns.Concat(Enumerable.Range(1, columns).Select(at => new[] { $"备用{at}" })).Take(columns).ToArray();
        var depth = paths.Max(path => path.Length);
        var heads = Enumerable.Range(0, depth).Select(level => paths.Select((path, at) => level >= path.Length || IsSame(paths, at, level) ? "" : path[level]).ToArray()).ToList();
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new WorkbookSheet(
            "小学一览表",
            [.. heads[0].Select(text => new WorkbookHeading(text))],
            [.. heads.Skip(1).Select(head => head.Cast<object?>().ToArray()), .. Enumerable.Range(firstSchool, schools).Select(school => Row(school, paths))]));
        return stream.ToArray();
    }

    /// <summary>An archive of workbooks with one school each.</summary>
    public static byte[] Archive(int workbooks, int columns)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var at = 0; at < workbooks; at++)
            {
                using var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"学校{at:000}.xlsx")).Open();
                entry.Write(List(1, columns, at));
            }
        }

        return stream.ToArray();
    }

    private static bool IsSame(string[][] paths, int at, int level) => at > 0 && paths[at - 1].Length > level && paths[at - 1].Take(level + 1).SequenceEqual(paths[at].Take(level + 1));

    private static object?[] Row(int school, string[][] paths) => [.. paths.Select((path, at) => path[^1] switch
    {
        "学校标识码" => (object?)string.Create(CultureInfo.InvariantCulture, $"21{school / 300:0000}{school % 300:0000}"),
        "学校名称" => string.Create(CultureInfo.InvariantCulture, $"第{school}小学"),
        "统计三级" => string.Create(CultureInfo.InvariantCulture, $"2101{school / 300:00}"),
        "办学类型" => "小学",
        "是否计校数" => "是",
        "城乡类型" => "镇中心区",
        "计" when path[0] == "教学及辅助用房" => 3000.5 + (school % 700),
        "教学仪器设备资产值(万元)" => 120.25 + (school % 90),
        _ => 5 + ((school * (at + 3)) % 40),
    })];
}

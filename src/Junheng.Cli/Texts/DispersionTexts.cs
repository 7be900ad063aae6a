using Junheng.Domain.Text;

namespace Junheng.Cli.Texts;

/// <summary>Texts of <c>dispersion</c>.</summary>
internal static class DispersionTexts
{
    public static LocalizedText Summary { get; } = new("任意一张表：某项资源在各行（校、县）之间有多不均", "any table: how unequally something is shared out between its rows");

    public static LocalizedText File { get; } = new("CSV、xlsx 或 xls，第一行为列名", "CSV, xlsx or xls with a header row");

    public static LocalizedText Numerator { get; } = new("被分配的量所在的列，如图书册数", "the column of what is shared out, e.g. books");

    public static LocalizedText Denominator { get; } = new("人数所在的列，如在校生数", "the column of the people, e.g. enrolment");

    public static LocalizedText By { get; } = new("按这一列分组，各组另算", "measure each group of this column besides");

    public static LocalizedText Json { get; } = new("结果写成 JSON；- 为标准输出", "write the result as JSON; - is standard output");

    public static LocalizedText Rules { get; } = new(
        "列名先按原样匹配，再忽略大小写和首尾空格。分子、分母都有数且分母大于 0 的行才计入；空白是缺失，不是 0；数值列里出现文字则拒绝，并列出所有单元格。",
        "Column names are matched exactly, else without regard to case and outer spaces. A row counts when both figures are there and the denominator is above 0; "
        + "blank is missing, not 0; texts among the figures are refused, every cell named.");

    public static LocalizedText ExampleArea { get; } = new("小学生均体育场馆面积的校际差异，另分县", "sports area per primary pupil between schools, each county besides");

    public static LocalizedText ExampleJson { get; } = new("同上，只要 JSON", "the same as JSON only");

    public static LocalizedText Doing { get; } = new("正在读取并计算", "Reading and measuring");

    public static LocalizedText Title { get; } = new("{0} ÷ {1}", "{0} ÷ {1}");

    public static LocalizedText All { get; } = new("全部", "all");

    public static LocalizedText N { get; } = new("计入行数", "rows counted");

    public static LocalizedText Excluded { get; } = new("未计入行数", "rows left out");

    public static LocalizedText Mean { get; } = new("均值 Σx/Σp", "mean Σx/Σp");

    public static LocalizedText WeightedCv { get; } = new("差异系数（按人数加权，国家口径）", "CV weighted by the denominator (official)");

    public static LocalizedText UnweightedN { get; } = new("差异系数（不加权，除以 n）", "CV unweighted, divisor n");

    public static LocalizedText UnweightedNMinus1 { get; } = new("差异系数（不加权，除以 n−1）", "CV unweighted, divisor n−1");

    public static LocalizedText Gini { get; } = new("基尼系数（加权）", "Gini (weighted)");

    public static LocalizedText Theil { get; } = new("泰尔指数 T（加权）", "Theil T (weighted)");

    public static LocalizedText P90P10 { get; } = new("P90 / P10", "P90 / P10");

    public static LocalizedText RangeRatio { get; } = new("最大 / 最小", "max / min");

    public static LocalizedText NoRows { get; } = new("“{0}”没有可计入的行：分子、分母缺失或分母不大于 0。", "'{0}': no row counts; figures are missing or denominators not above 0.");

    public static LocalizedText MeanNotPositive { get; } = new("“{0}”的均值不大于 0，各项差异无意义。", "'{0}': the mean is not above 0, so dispersion has no meaning.");

    public static LocalizedText GroupCount { get; } = new("共 {0} 组", "{0} groups");
}

using System.Globalization;

namespace Junheng.Application.Schools;

/// <summary>Orders names as Chinese readers look them up: by pinyin, through the collation of ICU.</summary>
public static class NameOrder
{
    /// <summary>Compares names by pinyin; digits inside them by value, so that 第2小学 stands before 第10小学.</summary>
    public static IComparer<string> ByPinyin { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.NumericOrdering);
}

using System.Globalization;

namespace Junheng.Domain.Schools;

/// <summary>Who runs a school (举办者类型): the ten codes of the application form. A code is a number from 1 to 10; 0 is not given.</summary>
public static class OrganiserTypes
{
    private static readonly string[] _names =
    [
        "", "中央教育部门", "中央其他部门", "省级教育部门", "省级其他部门", "地级教育部门", "地级其他部门", "县级教育部门", "县级其他部门", "地方企业", "民办",
    ];

    /// <summary>The code texts by code, the first one empty: <c>""</c>, <c>"1"</c> … <c>"10"</c>.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. Enumerable.Range(0, 11).Select(code => code == 0 ? "" : code.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The Chinese name of a code; empty for 0.</summary>
    /// <param name="code">0 to 10.</param>
    public static string ChineseName(byte code) => _names[code];

    /// <summary>Reads a code 1–10 or a Chinese name; 0 for anything else.</summary>
    public static byte Parse(string text)
    {
        if (byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return code <= 10 ? code : (byte)0;
        }

        var at = Array.IndexOf(_names, text);
        return at > 0 ? (byte)at : (byte)0;
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;

namespace Junheng.Application.Assess;

/// <summary>The id of a result: the same data, standard, settings and date give the same id on any machine.</summary>
public static class ResultIds
{
    private const int HexDigits = 32;

    /// <summary>Hash of the inputs' contents (in any order), the standard's content, its settings and the date.</summary>
    public static string Of(StandardInForce inForce, IEnumerable<InputSummary> inputs)
    {
        var lines = inputs.Select(input => $"data {input.Sha256.Value}").Order(StringComparer.Ordinal)
            .Append($"standard {inForce.Standard.ContentHash}")
            .Concat(inForce.Standard.Settings.Select(setting => $"setting {setting.Id}={setting.Value}"))
            .Append($"date {inForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        return Convert.ToHexStringLower(hash)[..HexDigits];
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Assessment.Standards;
using Junheng.Domain.Plans;

namespace Junheng.Application.Plans;

/// <summary>The id of a plan: the same data, standard, settings, date and terms give the same id on any machine.</summary>
public static class PlanIds
{
    private const int HexDigits = 32;

    /// <summary>Hash of the inputs' contents (in any order), the standard's content, its settings, the date and every problem with its prices, caps, locks and budget.</summary>
    public static string Of(StandardInForce inForce, IEnumerable<string> hashes, IEnumerable<ResourceProblem> problems)
    {
        var lines = hashes.Select(hash => $"data {hash}").Order(StringComparer.Ordinal)
            .Append($"standard {inForce.Standard.ContentHash}")
            .Concat(inForce.Standard.Settings.Select(setting => $"setting {setting.Id}={setting.Value}"))
            .Append($"date {inForce.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")
            .Concat(problems.SelectMany(Lines));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits];
    }

    private static IEnumerable<string> Lines(ResourceProblem problem)
    {
        yield return $"problem {problem.CountyCode} {string.Join(' ', problem.Indicators)} budget {problem.Budget} margin {problem.Margin}";
        foreach (var rule in problem.Stages)
        {
            var indicators = string.Join(' ', rule.Indicators.Select(each => $"{each.Norm}|{each.Floor}|{each.CvLimit}"));
            yield return $"stage {rule.Stage} {rule.Exceptions} {rule.CompositeLimit} {indicators}";
        }

        foreach (var unit in problem.Units)
        {
            yield return $"unit {unit.SchoolCode} {unit.Stage} {unit.Enrolment} {string.Join(' ', unit.Stock)}";
        }

        foreach (var each in problem.Purchases)
        {
            var effects = string.Join(' ', each.Effects.Select(effect => $"{effect.Unit}:{effect.Indicator}:{effect.Amount}"));
            yield return $"buy {each.SchoolCode} {each.Stage} {each.Item} {each.Price.Amount} {each.Price.Years} {each.Step} {each.MinAdd} {each.MaxAdd} {effects}";
        }
    }
}

using Junheng.Domain.Definitions;
using Junheng.Domain.Schools;

namespace Junheng.Assessment.Standards.Reading;

/// <summary>Checks that a standard's sections agree: every id that is referred to exists, every number that a rule needs is given.</summary>
internal static class ReferenceCheck
{
    public static void Check(Standard standard, DefinitionNode.Map main, DefinitionReader reader)
    {
        var verdictAt = main["verdict"]?.At ?? main.At;
        foreach (var part in standard.Parts)
        {
            Check(part.Rule, standard, verdictAt, reader);
        }

        var sources = standard.Sources.Select(source => source.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var tag in SourcesUsed(standard).Where(source => source.Tag.Length > 0).SelectMany(source => source.Tag.Split(' ')).Distinct().Where(tag => !sources.Contains(tag)))
        {
            reader.Report("standard.source", main.At, new($"来源“{tag}”没有列在 sources 中", $"Source '{tag}' is not listed under sources"), new("补上该来源", "Add that source"));
        }

        foreach (var indicator in standard.Indicators)
        {
            CheckShared(indicator, standard, main["indicators"]?.At ?? main.At, reader);
        }

        foreach (var easement in standard.Easements.Where(easement => easement.Indicator is { } id && standard.IndexOf(id) < 0))
        {
            Unknown(easement.Indicator!, main["easements"]!.At, reader);
        }

        foreach (var easement in standard.Easements.Where(easement => easement.Item is { } id && standard.Items.All(item => item.Id != id)))
        {
            Unknown(easement.Item!, main["easements"]!.At, reader);
        }
    }

    private static void Check(VerdictRule rule, Standard standard, DefinitionPosition at, DefinitionReader reader)
    {
        switch (rule)
        {
            case VerdictRule.All all:
                foreach (var inner in all.Rules)
                {
                    Check(inner, standard, at, reader);
                }

                break;
            case VerdictRule.EachUnit each:
                CheckIndicators(each.Rule.Indicators, standard, at, reader);
                CheckNumbers(each.Rule.Indicators, standard, "norm", entry => entry.Norm, at, reader);
                if (each.Rule.RestAtFloor)
                {
                    CheckNumbers(each.Rule.Indicators, standard, "floor", entry => entry.Floor, at, reader);
                }

                break;
            case VerdictRule.Dispersion dispersion:
                CheckIndicators(dispersion.Indicators, standard, at, reader);
                CheckNumbers(dispersion.Indicators, standard, "cv_limit", entry => entry.CvLimit, at, reader);
                break;
            case VerdictRule.Composite composite:
                CheckIndicators(composite.Indicators, standard, at, reader);
                break;
            case VerdictRule.Items items:
                CheckItems(items.Ids, standard, at, reader);
                break;
            case VerdictRule.Veto veto:
                CheckItems(veto.Ids, standard, at, reader);
                break;
            case VerdictRule.Manual manual:
                CheckItems([manual.Id], standard, at, reader);
                break;
        }
    }

    private static void CheckIndicators(IEnumerable<string> ids, Standard standard, DefinitionPosition at, DefinitionReader reader)
    {
        foreach (var id in ids.Where(id => standard.IndexOf(id) < 0))
        {
            Unknown(id, at, reader);
        }
    }

    private static void CheckItems(IEnumerable<string> ids, Standard standard, DefinitionPosition at, DefinitionReader reader)
    {
        foreach (var id in ids.Where(id => standard.Items.All(item => item.Id != id)))
        {
            Unknown(id, at, reader);
        }
    }

    private static void CheckNumbers(
        IEnumerable<string> ids, Standard standard, string name, Func<DatedNorm, StageNumbers> number, DefinitionPosition at, DefinitionReader reader)
    {
        foreach (var indicator in standard.Indicators.Where(indicator => ids.Contains(indicator.Id)))
        {
            foreach (var stage in standard.Stages.Where(stage => indicator.Norms.All(entry => number(entry)[stage] is null)))
            {
                reader.Report(
                    "standard.number-absent",
                    at,
                    new($"指标 {indicator.Id} 缺少 {stage.Id()} 的 {name}", $"Indicator {indicator.Id} has no {name} for {stage.Id()}"),
                    new($"在 values 下补上 {name}", $"Add {name} under values"));
            }
        }
    }

    /// <summary>A resource that combined schools share must be split, or each stage would count it whole.</summary>
    private static void CheckShared(Indicator indicator, Standard standard, DefinitionPosition at, DefinitionReader reader)
    {
        foreach (var item in indicator.Numerator.Where(item => !item.IsStaged && !standard.Split.Items.Contains(item.Item)))
        {
            reader.Report(
                "standard.not-split",
                at,
                new($"指标 {indicator.Id} 的“{item.Item}”由各学段共用，却不在 split.items 中", $"'{item.Item}' of {indicator.Id} is shared between stages but not under split.items"),
                new("把它加入 split.items", "Add it to split.items"));
        }
    }

    private static IEnumerable<RuleSource> SourcesUsed(Standard standard) => standard.Indicators.SelectMany(indicator => indicator.Norms).Select(norm => norm.Source)
        .Concat(standard.Scope.Select(rule => rule.Source))
        .Concat(standard.Parts.Select(part => part.Source))
        .Concat(standard.Easements.Select(easement => easement.Source))
        .Concat(standard.Items.SelectMany(item => item.Norms).Select(norm => norm.Source));

    private static void Unknown(string id, DefinitionPosition at, DefinitionReader reader) =>
        reader.Report("standard.unknown-id", at, new($"引用了不存在的“{id}”", $"'{id}' is referred to but not defined"), new("改正名称，或定义它", "Correct the name, or define it"));
}

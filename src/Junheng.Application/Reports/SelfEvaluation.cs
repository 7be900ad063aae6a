using System.Collections.Immutable;
using Junheng.Assessment.Results;
using Junheng.Domain.Outcomes;

namespace Junheng.Application.Reports;

/// <summary>The self-evaluation in words (自评结论). Each figure names the table that it stands in.</summary>
internal static class SelfEvaluation
{
    /// <summary>The phrases in order.</summary>
    public static ImmutableArray<ConclusionPhrase> Of(
        CountyAssessment county, string name, ImmutableArray<StageTables> stages, ImmutableArray<ItemEntry> government, ImmutableArray<ItemEntry> quality, RecognitionEntry recognition)
    {
        var phrases = ImmutableArray.CreateBuilder<ConclusionPhrase>();
        var year = county.ReportYear > 0 ? $"{county.ReportYear} 年度" : "本次";
        phrases.Add(new($"{name}依据{year}教育事业统计数据，对照标准开展自评，结果如下。", null, true));
        foreach (var stage in stages)
        {
            Stage(phrases, stage);
        }

        Items(phrases, "政府保障程度", government, "表Ⅳ");
        Items(phrases, "教育质量", quality, "表Ⅴ");
        Recognition(phrases, recognition);
        Others(phrases, county);
        phrases.Add(new($"综上，自评结论：{Overall(county.Verdict)}。", null, true));
        return phrases.ToImmutable();
    }

    private static string Overall(Verdict verdict) => verdict switch
    {
        Verdict.Met => "各项要求均已达到，达标",
        Verdict.NotMet => "尚有要求未达到，未达标",
        _ => "已知各项未见不达标，但仍有数据暂缺，待定",
    };

    private static void Stage(ImmutableArray<ConclusionPhrase>.Builder phrases, StageTables stage)
    {
        var name = PaperWords.Of(stage.Stage);
        if (stage.Schools.IsEmpty)
        {
            phrases.Add(new($"{name}没有参评单位，待定。", "表Ⅱ-2", true));
            return;
        }

        phrases.Add(new($"{name}参评单位 {stage.Schools.Length} 个", $"表Ⅱ-2（{name}）"));
        phrases.Add(stage.MeetingOverall is { Count: { } count, Percent: { } percent }
            ? new($"，综合评估达标 {count.Text} 个，占 {percent.Text}%", $"表Ⅱ-1 L8（{name}）")
            : new($"，已知达标 {stage.MeetingOverall.Known} 个，{stage.MeetingOverall.Undecided} 个因缺数据暂不能判定", $"表Ⅱ-2 L14（{name}）"));
        var known = stage.Spreads.Where(each => each.Cv is not null).ToList();
        if (known.Count > 0)
        {
            var (least, most) = (known.MinBy(each => each.Cv!.Unrounded)!.Cv!.Text, known.MaxBy(each => each.Cv!.Unrounded)!.Cv!.Text);
            var above = known.Count(each => each.Verdict == Verdict.NotMet);
            phrases.Add(new($"；{known.Count} 项指标校际差异系数在 {least} 至 {most} 之间（要求 {stage.CvLimits}），{(above == 0 ? "均不超过限值" : $"{above} 项超过限值")}", $"表Ⅲ（{name}）"));
        }

        var lacking = stage.Spreads.Length - known.Count;
        phrases.Add(new(lacking > 0 ? $"；{lacking} 项差异系数因缺数据暂不能判定。" : "。", null, true));
    }

    private static void Items(ImmutableArray<ConclusionPhrase>.Builder phrases, string part, ImmutableArray<ItemEntry> items, string table)
    {
        string Ids(Verdict verdict) => string.Join('、', items.Where(item => item.Verdict == verdict).Select(item => item.Id));
        int Count(Verdict verdict) => items.Count(item => item.Verdict == verdict);
        phrases.Add(new($"{part} {items.Length} 项指标中，达标 {Count(Verdict.Met)} 项", table));
        phrases.Add(new(Count(Verdict.NotMet) > 0 ? $"，未达标 {Count(Verdict.NotMet)} 项（{Ids(Verdict.NotMet)}）" : ""));
        phrases.Add(new(Count(Verdict.Undecided) > 0 ? $"，待定 {Count(Verdict.Undecided)} 项（{Ids(Verdict.Undecided)}）。" : "。", null, true));
    }

    private static void Recognition(ImmutableArray<ConclusionPhrase>.Builder phrases, RecognitionEntry recognition)
    {
        if (recognition.Figures[3] is { } questionnaires)
        {
            phrases.Add(new($"县自行调查的问卷综合满意度为 {questionnaires.Text}%", "表Ⅵ L4"));
            phrases.Add(recognition.Figures[6] is { } visits ? new($"，实地走访满意度为 {visits.Text}%", "表Ⅵ L7") : new("，实地走访数据暂缺"));
            phrases.Add(new("；社会认可度以国家调查结果为准。", null, true));
        }
        else
        {
            phrases.Add(new("社会认可度数据暂缺，以国家调查结果为准。", null, true));
        }
    }

    private static void Others(ImmutableArray<ConclusionPhrase>.Builder phrases, CountyAssessment county)
    {
        foreach (var part in county.Parts.Where(part => part.Part.Id is "vetoes" or "prerequisites"))
        {
            phrases.Add(new($"{part.Part.Title.Zh}：{(part.Part.Id == "vetoes", part.Verdict) switch
            {
                (true, Verdict.Met) => "未发现所列情形",
                (true, Verdict.NotMet) => "存在所列情形",
                (false, Verdict.Met) => "已符合",
                (false, Verdict.NotMet) => "不符合",
                _ => "尚未填报齐全，待定",
            }}。", null, true));
        }
    }
}

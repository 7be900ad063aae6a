using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;

namespace Junheng.Application.Reports;

/// <summary>Words of the papers. The application form is a Chinese form, so all papers speak Chinese.</summary>
public static class PaperWords
{
    /// <summary>What stands where a form has no figure by its own rule, e.g. the mean of the composite.</summary>
    public const string NoFigure = "——";

    /// <summary>A verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => "达标",
        Verdict.NotMet => "未达标",
        Verdict.NotApplicable => "不适用",
        _ => "待定",
    };

    /// <summary>A verdict in a cell of the application form: blank while undecided, for a person to fill in.</summary>
    public static string OnForm(Verdict verdict) => verdict is Verdict.Met or Verdict.NotMet ? Of(verdict) : "";

    /// <summary>How a unit stands on an indicator.</summary>
    /// <param name="standing">Its standing.</param>
    /// <param name="numbers">The numbers in force.</param>
    public static string Of(Standing standing, IndicatorNumbers numbers) => standing switch
    {
        Standing.Missing => "缺数据",
        _ when numbers.Norm is null => "",
        Standing.Met => "达标",
        Standing.WithinFloor => "达85%",
        _ => numbers.Floor is null ? "未达标" : "不足85%",
    };

    /// <summary>A stage.</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        Stage.Senior => "高中",
        _ => "",
    };

    /// <summary>Where a school lies.</summary>
    public static string Of(Locale locale) => locale switch
    {
        Locale.Urban => "城区",
        Locale.Town => "镇区",
        Locale.Rural => "乡村",
        _ => "",
    };

    /// <summary>A public unit id as forms print it; empty for plain numbers.</summary>
    public static string Unit(string id) => id switch
    {
        "pupil" or "person" => "人",
        "school" => "所",
        "class" => "个班",
        "place" => "个",
        "yuan" => "元",
        "yuan_per_pupil" or "yuan_per_person" => "元/人",
        "percent" => "%",
        "questionnaire" => "份",
        "level" => "级",
        "point" => "分",
        "m2" => "㎡",
        _ => "",
    };

    /// <summary>Why a unit is out of scope.</summary>
    public static string Reason(Standard standard, string reason) => standard.Scope.FirstOrDefault(rule => rule.Reason == reason)?.Title.Zh ?? reason;
}

using Junheng.Cli.Pages;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Cli.Views;

/// <summary>How ids are shown to people: always a symbol and a word, colour only besides.</summary>
internal static class Shown
{
    /// <summary>A verdict.</summary>
    public static TableCell Cell(this Verdict verdict, Language language) => new(verdict.Word(language), verdict.ToneOf());

    /// <summary>A verdict as symbol and word.</summary>
    public static string Word(this Verdict verdict, Language language) => (verdict, language) switch
    {
        (Verdict.Met, Language.En) => "✓ met",
        (Verdict.Met, _) => "✓ 达标",
        (Verdict.NotMet, Language.En) => "✗ not met",
        (Verdict.NotMet, _) => "✗ 未达标",
        (Verdict.NotApplicable, Language.En) => "– not applicable",
        (Verdict.NotApplicable, _) => "– 不适用",
        (_, Language.En) => "? undecided",
        _ => "? 待定",
    };

    /// <summary>The colour of a verdict.</summary>
    public static Tone ToneOf(this Verdict verdict) => verdict switch
    {
        Verdict.Met => Tone.Good,
        Verdict.NotMet => Tone.Bad,
        Verdict.NotApplicable => Tone.Quiet,
        _ => Tone.Doubtful,
    };

    /// <summary>A stage.</summary>
    public static string Word(this Stage stage, Language language) => (stage, language) switch
    {
        (Stage.Primary, Language.En) => "primary",
        (Stage.Primary, _) => "小学",
        (Stage.Junior, Language.En) => "junior",
        (Stage.Junior, _) => "初中",
        (Stage.Senior, Language.En) => "senior",
        (Stage.Senior, _) => "高中",
        _ => "",
    };
}

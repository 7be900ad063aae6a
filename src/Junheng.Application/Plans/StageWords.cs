using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>Stages in words.</summary>
public static class StageWords
{
    /// <summary>小学, 初中 …; what stages share has no stage of its own.</summary>
    public static string Word(this Stage stage, Language language) => (stage, language) switch
    {
        (Stage.Primary, Language.Zh) => "小学",
        (Stage.Junior, Language.Zh) => "初中",
        (Stage.Senior, Language.Zh) => "高中",
        (Stage.None, Language.Zh) => "共用",
        (Stage.None, _) => "shared",
        _ => stage.Id(),
    };
}

using Junheng.Documents.Forms.Maps;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Forms.Reconcile;

/// <summary>
/// Turns the types that papers print (办学类型) into those of the product. A school with pupils of a stage that its type has not has classes attached (附设班): it is taken as a school of
/// all its stages. Senior schools and kindergartens without primary or junior pupils are left out.
/// </summary>
internal sealed class SchoolTypesTold(SchoolFigures figures, FormChoices choices)
{
    private readonly (Stage Stage, ItemFigures Pupils)[] _enrolment = [.. Stages.All.Select(stage => (stage, figures.Item($"enrolment_{stage.Id()}")))];

    private static readonly (string Word, SchoolType Type)[] _words =
    [
        ("教学点", SchoolType.TeachingPoint),
        ("九年", SchoolType.NineYear),
        ("十二年", SchoolType.TwelveYear),
        ("完全中学", SchoolType.CompleteSecondary),
        ("特殊教育", SchoolType.Special),
        ("盲人", SchoolType.Special),
        ("聋人", SchoolType.Special),
        ("培智", SchoolType.Special),
        ("职业初中", SchoolType.Junior),
        ("职业", SchoolType.Vocational),
        ("中等技术", SchoolType.Vocational),
        ("技工", SchoolType.Vocational),
        ("初级中学", SchoolType.Junior),
        ("初中", SchoolType.Junior),
        ("小学", SchoolType.Primary),
    ];

    /// <summary>Schools that teach neither primary nor junior pupils.</summary>
    public HashSet<int> LeftOut { get; } = [];

    /// <summary>Tells the type of every school.</summary>
    public void Tell()
    {
        var types = figures.Item("school_type");
        for (var school = 0; school < figures.Schools.Count; school++)
        {
            if (types[school] is { IsGiven: true, Text: { } text } observation && Of(school, HeadingPath.Normalised(text), text) is { } told)
            {
                types.Replace(school, observation with { Text = told });
            }
        }
    }

    /// <summary>Whether a printed type speaks of classes attached to a school, not of the school.</summary>
    public static bool IsAttached(string text) => HeadingPath.Normalised(text).Contains("附设", StringComparison.Ordinal);

    /// <summary>The type's id; null to leave the text as it stands.</summary>
    private string? Of(int school, string word, string text)
    {
        var taught = _enrolment.Where(each => each.Pupils[school] is { IsGiven: true, Number.Value: > 0 }).Select(each => each.Stage).ToHashSet();
        var isAttached = IsAttached(text);
        var isSenior = !isAttached && (word.Contains("高级中学", StringComparison.Ordinal) || word.Contains("普通高中", StringComparison.Ordinal) || word == "高中");
        var isKindergarten = !isAttached && word.Contains("幼儿", StringComparison.Ordinal);
        if ((isSenior || isKindergarten) && !taught.Contains(Stage.Primary) && !taught.Contains(Stage.Junior))
        {
            LeftOut.Add(school);
            choices.Add(school, new($"“{Name(school)}”是{text}，没有小学和初中学生，不读取", $"'{Name(school)}' ({text}) has neither primary nor junior pupils and is left out"));
            return null;
        }

        var declared = isAttached || isSenior || isKindergarten ? SchoolType.Unknown : Parse(text, word);
        if (declared is SchoolType.Special or SchoolType.Vocational || (declared == SchoolType.Unknown && !isAttached && !isSenior && !isKindergarten))
        {
            return declared == SchoolType.Unknown ? null : declared.Id();
        }

        var stages = declared == SchoolType.Unknown ? [] : Stages.All.Where(stage => declared.CanHave(stage)).ToHashSet();
        if (isSenior)
        {
            stages.Add(Stage.Senior);
        }

        if (stages.Count > 0 && taught.IsSubsetOf(stages) && declared != SchoolType.Unknown)
        {
            return declared.Id();
        }

        stages.UnionWith(taught);
        var all = SchoolTypes.FromStages(stages.Contains(Stage.Primary), stages.Contains(Stage.Junior), stages.Contains(Stage.Senior));
        if (all == SchoolType.Unknown)
        {
            return declared == SchoolType.Unknown ? null : declared.Id();
        }

        choices.Add(school, new(
            $"“{Name(school)}”（{text}）有附设班：按有学生的学段作{all.ChineseName()}计，各学段分别计入",
            $"'{Name(school)}' ({text}) has classes attached: by the stages with pupils it counts as {all.Id()}, each stage by itself"));
        return all.Id();
    }

    /// <summary>The type that a printed word names; unknown for anything else.</summary>
    public static SchoolType Parse(string text) => Parse(text, HeadingPath.Normalised(text));

    private static SchoolType Parse(string text, string word) =>
        SchoolTypes.Parse(text) is var known && known != SchoolType.Unknown ? known : _words.FirstOrDefault(each => word.Contains(each.Word, StringComparison.Ordinal)).Type;

    private string Name(int school) => figures.Schools[school] is var identity && identity.Name.Length > 0 ? identity.Name : identity.Code;
}

/// <summary>Automatic choices about single schools, told with the sheet that the school was met in.</summary>
internal sealed class FormChoices(SchoolFigures figures)
{
    private readonly Dictionary<int, List<LocalizedText>> _bySheet = [];

    /// <summary>Records a choice about a school.</summary>
    public void Add(int school, LocalizedText choice)
    {
        var sheet = figures.Schools[school].At.Sheet;
        if (!_bySheet.TryGetValue(sheet, out var choices))
        {
            _bySheet[sheet] = choices = [];
        }

        choices.Add(choice);
    }

    /// <summary>The choices of a sheet.</summary>
    public IReadOnlyList<LocalizedText> Of(string file, string? sheet) =>
        [.. _bySheet.Where(each => figures.Sheets[each.Key] is var place && place.File == file && place.Sheet == sheet).SelectMany(each => each.Value)];
}

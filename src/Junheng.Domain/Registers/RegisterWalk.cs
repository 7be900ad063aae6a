using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Domain.Registers;

/// <summary>
/// Goes through the events in the order in which they hold and keeps what is open. One walk answers both questions: what is there on a day, and does everything fit together.
/// Needs time in proportion to the events, and to the open subjects for every end or merger.
/// </summary>
internal sealed class RegisterWalk
{
    private readonly Dictionary<SubjectId, (DateOnly From, ImmutableSortedDictionary<string, string> Fields)> _open = [];
    private readonly Dictionary<SubjectId, (Validity Valid, ImmutableSortedDictionary<string, string> Fields)> _ended = [];
    private readonly Dictionary<(SubjectKind Kind, string Field, string Value), SubjectId> _taken = [];
    private readonly List<RegisterFinding> _findings = [];
    private RegisterEvent _event = null!;

    /// <summary>What did not fit.</summary>
    public IReadOnlyList<RegisterFinding> Findings => _findings;

    /// <summary>What is open.</summary>
    public ImmutableSortedDictionary<SubjectId, SubjectState> Open =>
        _open.ToImmutableSortedDictionary(each => each.Key, each => new SubjectState(each.Key, new Validity(each.Value.From, null), each.Value.Fields));

    /// <summary>What has ended, with its last values.</summary>
    public ImmutableSortedDictionary<SubjectId, SubjectState> Ended =>
        _ended.ToImmutableSortedDictionary(each => each.Key, each => new SubjectState(each.Key, each.Value.Valid, each.Value.Fields));

    /// <summary>The values of an open subject; null where it is not open.</summary>
    public ImmutableSortedDictionary<string, string>? FieldsOf(SubjectId subject) => _open.TryGetValue(subject, out var found) ? found.Fields : null;

    /// <summary>The open subjects that name a subject in some field.</summary>
    public IEnumerable<(SubjectId Subject, string Field)> BelongingTo(SubjectId subject) =>
        from each in _open
        from field in RegisterFields.Of(each.Key.Kind)
        where field.RefersTo == subject.Kind && each.Value.Fields.GetValueOrDefault(field.Id) == subject.ToString()
        orderby each.Key
        select (each.Key, field.Id);

    /// <summary>Takes the next event; its effective day is not before that of the last.</summary>
    public void Take(RegisterEvent next)
    {
        _event = next;
        switch (next.Change)
        {
            case RegisterChange.Open open:
                Begin(open);
                break;
            case RegisterChange.Alter alter when IsOpen(alter.Subject):
                Set(alter.Subject, alter.Fields);
                break;
            case RegisterChange.Close close when IsOpen(close.Subject):
                if (BelongingTo(close.Subject).Select(each => (SubjectId?)each.Subject).FirstOrDefault() is { } still)
                {
                    Report(close.Subject, "register.still-has", new($"{Named(close.Subject)} 还有下属：{Named(still)}", $"{Named(close.Subject)} still has {Named(still)}"),
                        new("先把下属划转或撤销，或改用合并", "Move or close what belongs to it first, or merge it"));
                    break;
                }

                End(close.Subject);
                break;
            case RegisterChange.Merge merge:
                Unite(merge);
                break;
            case RegisterChange.Split split when new[] { split.From }.Concat(split.Into).ToList().TrueForAll(IsOpen):
                SameKind(split.From, split.Into);
                break;
        }
    }

    private void Begin(RegisterChange.Open open)
    {
        if (_open.ContainsKey(open.Subject) || _ended.ContainsKey(open.Subject))
        {
            Report(open.Subject, "register.already-open", new($"{Named(open.Subject)} 已经登记过，两段有效期会重叠", $"{Named(open.Subject)} is on record already; its times would overlap"),
                new("新设的另用新编号", "What is new gets a new number"));
            return;
        }

        _open[open.Subject] = (_event.Effective, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
        Set(open.Subject, open.Fields);
        foreach (var field in RegisterFields.Of(open.Subject.Kind).Where(field => field.IsRequired && !open.Fields.ContainsKey(field.Id)))
        {
            ReportMissing(open.Subject, field);
        }
    }

    private void Set(SubjectId subject, ImmutableSortedDictionary<string, string> fields)
    {
        var (from, values) = _open[subject];
        foreach (var (id, value) in fields)
        {
            if (RegisterFields.Find(subject.Kind, id) is not { } field)
            {
                Report(subject, "register.unknown-field", new($"{RegisterFields.TitleOf(subject.Kind).Zh}没有“{id}”这一栏", $"The register of {RegisterFields.TitleOf(subject.Kind).En} has no field '{id}'"),
                    new("核对栏名", "Check the field's name"));
            }
            else if (value.Length == 0 && field.IsRequired)
            {
                ReportMissing(subject, field);
            }
            else if (value.Length == 0 || IsSound(subject, field, value))
            {
                if (field.IsUnique && values.TryGetValue(id, out var old))
                {
                    _taken.Remove((subject.Kind, id, old));
                }

                if (field.IsUnique && value.Length > 0)
                {
                    _taken[(subject.Kind, id, value)] = subject;
                }

                values = value.Length == 0 ? values.Remove(id) : values.SetItem(id, value);
            }
        }

        _open[subject] = (from, values);
    }

    private bool IsSound(SubjectId subject, RegisterField field, string value)
    {
        if (value.Length > RegisterFields.LongestValue || value.Any(char.IsControl) || !field.Accepts(value) || (field.RefersTo != SubjectKind.None && SubjectId.Parse(value)?.Kind != field.RefersTo))
        {
            Report(subject, "register.bad-value", new($"{Named(subject)} 的“{field.Title.Zh}”不能是“{value}”", $"The {field.Title.En} of {Named(subject)} can't be '{value}'"),
                new("按该栏的说明填写", "Fill it in as the field asks"));
            return false;
        }

        if (SubjectId.Parse(value) is { } named && field.RefersTo != SubjectKind.None)
        {
            if (!_open.ContainsKey(named))
            {
                Report(subject, "register.unknown-reference", new($"{Named(subject)} 的“{field.Title.Zh}”所指的 {Named(named)} 在 {Day} 不存在", $"{Named(named)}, the {field.Title.En} of {Named(subject)}, is not there on {Day}"),
                    new("先登记它，或改日期", "Register it first, or change the day"));
                return false;
            }

            if (LeadsTo(named, subject))
            {
                Report(subject, "register.cycle", new($"{Named(subject)} 不能隶属于自己的下级 {Named(named)}", $"{Named(subject)} can't belong to {Named(named)}, which belongs to it"),
                    new("改正上级", "Correct the one above"));
                return false;
            }
        }

        if (field.IsUnique && _taken.TryGetValue((subject.Kind, field.Id, value), out var owner) && owner != subject)
        {
            Report(subject, "register.code-taken", new($"代码 {value} 在 {Day} 属于 {Named(owner)}", $"On {Day} the code {value} belongs to {Named(owner)}"),
                new("改用别的代码，或先撤销原主", "Take another code, or end its owner first"));
            return false;
        }

        return true;
    }

    private void Unite(RegisterChange.Merge merge)
    {
        if (merge.From.Contains(merge.Into) || merge.From.Distinct().Count() != merge.From.Length)
        {
            Report(merge.Into, "register.cycle", new($"{Named(merge.Into)} 不能并入自己", $"{Named(merge.Into)} can't merge into itself"), new("改正合并的双方", "Correct who merges into whom"));
            return;
        }

        if (!merge.From.Append(merge.Into).ToList().TrueForAll(IsOpen) || !SameKind(merge.Into, merge.From))
        {
            return;
        }

        foreach (var from in merge.From)
        {
            foreach (var (subject, field) in BelongingTo(from).ToList())
            {
                var (since, values) = _open[subject];
                _open[subject] = (since, values.SetItem(field, merge.Into.ToString()));
            }

            End(from);
        }
    }

    private void End(SubjectId subject)
    {
        _open.Remove(subject, out var found);
        _ended[subject] = (new Validity(found.From, _event.Effective), found.Fields);
        foreach (var field in RegisterFields.Of(subject.Kind).Where(field => field.IsUnique && found.Fields.ContainsKey(field.Id)))
        {
            _taken.Remove((subject.Kind, field.Id, found.Fields[field.Id]));
        }
    }

    private bool IsOpen(SubjectId subject)
    {
        if (_open.ContainsKey(subject))
        {
            return true;
        }

        var (rule, zh, en) = _ended.ContainsKey(subject)
            ? ("register.not-open", "已经撤销", "has ended")
            : ("register.unknown-subject", "还没有登记", "is not on record yet");
        Report(subject, rule, new($"{Named(subject)} 在 {Day} {zh}", $"On {Day} {Named(subject)} {en}"), new("核对编号和日期：变更不能早于设立，也不能晚于撤销", "Check number and day: not before its beginning, not after its end"));
        return false;
    }

    private bool SameKind(SubjectId one, ImmutableArray<SubjectId> others)
    {
        if (!others.IsEmpty && others.All(other => other.Kind == one.Kind))
        {
            return true;
        }

        Report(one, "register.different-kinds", new($"{Named(one)} 只能与同类合并或拆分", $"{Named(one)} merges or splits with its own kind only"), new("核对编号", "Check the numbers"));
        return false;
    }

    private bool LeadsTo(SubjectId from, SubjectId subject)
    {
        for (SubjectId? at = from; at is { } here; at = _open.TryGetValue(here, out var found) ? SubjectId.Parse(found.Fields.GetValueOrDefault("parent", "")) : null)
        {
            if (here == subject)
            {
                return true;
            }
        }

        return false;
    }

    private string Day => _event.Effective.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private string Named(SubjectId subject) =>
        (_open.TryGetValue(subject, out var open) ? open.Fields : _ended.TryGetValue(subject, out var ended) ? ended.Fields : null)?.GetValueOrDefault("name") is { } name ? $"{name}（{subject}）" : subject.ToString();

    private void ReportMissing(SubjectId subject, RegisterField field) => Report(
        subject, "register.missing-field", new($"{Named(subject)} 缺“{field.Title.Zh}”", $"{Named(subject)} lacks its {field.Title.En}"), new("补上", "Fill it in"));

    private void Report(SubjectId subject, string rule, LocalizedText message, LocalizedText remedy) => _findings.Add(new RegisterFinding(_event.Number, subject, rule, message, remedy));
}

using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Domain.Registers;

/// <summary>A line of a subject's history.</summary>
/// <param name="Event">The event.</param>
/// <param name="Text">What happened, in words.</param>
/// <param name="TakenBackBy">The event that took it back; null where it holds.</param>
public sealed record HistoryLine(RegisterEvent Event, LocalizedText Text, long? TakenBackBy);

/// <summary>Tells what happened to a subject, in the order of days, with the values before and after.</summary>
public static class RegisterHistory
{
    private static readonly LocalizedText _nothing = new("（空）", "(none)");

    /// <summary>The lines of a subject, oldest first; what was taken back stands where it would have held. Empty where it was never on record.</summary>
    public static ImmutableArray<HistoryLine> Of(Register register, SubjectId subject)
    {
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        var walk = new RegisterWalk();
        foreach (var each in register.Events.Where(each => each.Change is not RegisterChange.Undo).OrderBy(each => each.Effective).ThenBy(each => each.Number))
        {
            var takenBack = register.Undone.TryGetValue(each.Number, out var by) ? by : (long?)null;
            if (TextOf(each.Change, subject, new Names(walk)) is { } text)
            {
                lines.Add(new HistoryLine(each, text, takenBack));
            }

            if (takenBack is null)
            {
                walk.Take(each);
            }
        }

        return lines.ToImmutable();
    }

    private static LocalizedText? TextOf(RegisterChange change, SubjectId subject, Names names) => change switch
    {
        RegisterChange.Open open when open.Subject == subject => Opened(open, names),
        RegisterChange.Alter alter when alter.Subject == subject => Altered(alter, names),
        RegisterChange.Alter alter => Moved(alter, subject, names),
        RegisterChange.Close close when close.Subject == subject => new("撤销", "closed"),
        RegisterChange.Merge merge when merge.From.Contains(subject) => Said($"并入{names.Of(merge.Into).Zh}", $"merged into {names.Of(merge.Into).En}"),
        RegisterChange.Merge merge when merge.Into == subject => names.Brought(merge.From) is var brought
            ? Said($"{names.Of(merge.From).Zh}并入{brought.Zh}", $"{names.Of(merge.From).En} merged into it{brought.En}")
            : null,
        RegisterChange.Split split when split.From == subject => Said($"分出{names.Of(split.Into).Zh}", $"{names.Of(split.Into).En} split off"),
        RegisterChange.Split split when split.Into.Contains(subject) => Said($"由{names.Of(split.From).Zh}分出", $"split off from {names.Of(split.From).En}"),
        _ => null,
    };

    private static LocalizedText Opened(RegisterChange.Open open, Names names)
    {
        var values = RegisterFields.Of(open.Subject.Kind)
            .Where(field => field.Id != "name" && open.Fields.ContainsKey(field.Id))
            .Select(field => (field.Title, Value: names.Value(field, open.Fields[field.Id])))
            .ToList();
        return new(
            $"设立：{open.Fields.GetValueOrDefault("name", "")}（{string.Join("，", values.Select(each => $"{each.Title.Zh} {each.Value.Zh}"))}）",
            $"opened: {open.Fields.GetValueOrDefault("name", "")} ({string.Join(", ", values.Select(each => $"{each.Title.En} {each.Value.En}"))})");
    }

    private static LocalizedText Altered(RegisterChange.Alter alter, Names names)
    {
        var parts = RegisterFields.Of(alter.Subject.Kind).Where(field => alter.Fields.ContainsKey(field.Id)).Select(field =>
        {
            var (before, after) = (names.Value(field, names.FieldsOf(alter.Subject)?.GetValueOrDefault(field.Id) ?? ""), names.Value(field, alter.Fields[field.Id]));
            var word = field.Id switch
            {
                "name" => new LocalizedText("更名", "renamed"),
                "code" => new LocalizedText("换码", "recoded"),
                "county" => new LocalizedText("划转", "moved"),
                _ => field.Title,
            };
            return (Zh: $"{word.Zh}：{before.Zh} → {after.Zh}", En: $"{word.En}: {before.En} → {after.En}");
        }).ToList();
        return new(string.Join("；", parts.Select(part => part.Zh)), string.Join("; ", parts.Select(part => part.En)));
    }

    /// <summary>Something that comes to the subject or leaves it by a move of its own.</summary>
    private static LocalizedText? Moved(RegisterChange.Alter alter, SubjectId subject, Names names)
    {
        foreach (var field in RegisterFields.Of(alter.Subject.Kind).Where(field => field.RefersTo == subject.Kind && alter.Fields.ContainsKey(field.Id)))
        {
            var (before, after, what) = (names.FieldsOf(alter.Subject)?.GetValueOrDefault(field.Id) ?? "", alter.Fields[field.Id], names.Of(alter.Subject));
            if (after == subject.ToString() && before != after)
            {
                return Said($"{what.Zh}划入（原属{names.Value(field, before).Zh}）", $"{what.En} came to it (from {names.Value(field, before).En})");
            }

            if (before == subject.ToString() && before != after)
            {
                return Said($"{what.Zh}划出（归{names.Value(field, after).Zh}）", $"{what.En} left it (to {names.Value(field, after).En})");
            }
        }

        return null;
    }

    private static LocalizedText Said(string zh, string en) => new(zh, en);

    /// <summary>Names as they were just before an event.</summary>
    private readonly struct Names(RegisterWalk walk)
    {
        public ImmutableSortedDictionary<string, string>? FieldsOf(SubjectId subject) => walk.FieldsOf(subject);

        public LocalizedText Of(SubjectId subject)
        {
            var name = walk.FieldsOf(subject)?.GetValueOrDefault("name") ?? subject.ToString();
            return new(name, name);
        }

        public LocalizedText Of(ImmutableArray<SubjectId> subjects)
        {
            var names = this;
            return new(string.Join("、", subjects.Select(each => names.Of(each).Zh)), string.Join(", ", subjects.Select(each => names.Of(each).En)));
        }

        public LocalizedText Value(RegisterField field, string value) => value.Length == 0 ? _nothing : SubjectId.Parse(value) is { } subject && field.RefersTo != SubjectKind.None ? Of(subject) : field.WordOf(value);

        /// <summary>What comes along in a merger, counted by register.</summary>
        public LocalizedText Brought(ImmutableArray<SubjectId> from)
        {
            var walkNow = walk;
            var counts = from.SelectMany(each => walkNow.BelongingTo(each)).Select(each => each.Subject).Distinct().GroupBy(each => each.Kind).OrderBy(group => group.Key)
                .Select(group => (Title: RegisterFields.TitleOf(group.Key), Count: group.Count())).ToList();
            return counts.Count == 0
                ? new("", "")
                : new($"，带来{string.Join("、", counts.Select(each => $"{each.Title.Zh} {each.Count}"))}", $", bringing {string.Join(", ", counts.Select(each => $"{each.Title.En} {each.Count}"))}");
        }
    }
}

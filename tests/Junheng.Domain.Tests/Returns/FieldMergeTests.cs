using FsCheck;
using FsCheck.Fluent;
using Junheng.Domain.Returns;

namespace Junheng.Domain.Tests.Returns;

public class FieldMergeTests
{
    private static readonly Dictionary<string, string> _base = new() { ["enrolment_primary"] = "400", ["multimedia_rooms"] = "12" };

    [Fact]
    public void What_only_one_of_two_clerks_changed_is_kept_of_both()
    {
        var merged = FieldMerge.Merge(_base, new Dictionary<string, string>(_base) { ["multimedia_rooms"] = "13" }, new Dictionary<string, string>(_base) { ["enrolment_primary"] = "412" });

        Assert.Empty(merged.Conflicts);
        Assert.Equal("412", merged.Fields["enrolment_primary"]);
        Assert.Equal("13", merged.Fields["multimedia_rooms"]);
        Assert.Equal(["enrolment_primary"], merged.Taken);
    }

    [Fact]
    public void What_both_changed_differently_is_a_question_that_names_both_texts()
    {
        var merged = FieldMerge.Merge(_base, new Dictionary<string, string>(_base) { ["multimedia_rooms"] = "13" }, new Dictionary<string, string>(_base) { ["multimedia_rooms"] = "14" });

        Assert.Equal([new FieldConflict("multimedia_rooms", "12", "13", "14")], merged.Conflicts);
        Assert.Equal("13", merged.Fields["multimedia_rooms"]);
    }

    [Fact]
    public void Emptying_a_field_is_a_change_like_any_other()
    {
        var emptied = new Dictionary<string, string> { ["enrolment_primary"] = "400" };

        Assert.DoesNotContain("multimedia_rooms", FieldMerge.Merge(_base, _base, emptied).Fields.Keys);
        Assert.Equal([new FieldConflict("multimedia_rooms", "12", "13", "")], FieldMerge.Merge(_base, new Dictionary<string, string>(_base) { ["multimedia_rooms"] = "13" }, emptied).Conflicts);
    }

    [Fact]
    public void Nobodys_entry_is_ever_lost()
    {
        var texts = Gen.Elements("", "1", "2", "3").ArrayOf(4).Select(values => values
            .Select((text, at) => (Field: $"f{at}", text)).Where(each => each.text.Length > 0).ToDictionary(each => each.Field, each => each.text));
        var triples = (from was in texts from theirs in texts from mine in texts select (was, theirs, mine)).ToArbitrary();

        Prop.ForAll(triples, triple =>
        {
            var (was, theirs, mine) = triple;
            var merged = FieldMerge.Merge(was, theirs, mine);
            return was.Keys.Concat(theirs.Keys).Concat(mine.Keys).All(field =>
            {
                var (old, other, own) = (was.GetValueOrDefault(field, ""), theirs.GetValueOrDefault(field, ""), mine.GetValueOrDefault(field, ""));
                var now = merged.Fields.GetValueOrDefault(field, "");
                var isAsked = merged.Conflicts.Any(conflict => conflict.Field == field && conflict.Theirs == other && conflict.Mine == own);
                return isAsked == (own != old && other != old && own != other) && (isAsked || now == (own != old ? own : other));
            });
        }).QuickCheckThrowOnFailure();
    }
}

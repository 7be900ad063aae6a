using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Accounts;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;
using SubjectKind = Junheng.Domain.Registers.SubjectKind;

namespace Junheng.Web.Features.Registers;

/// <summary>Changes one by one: alter, end, merge, split, take back.</summary>
internal static class ChangeHandlers
{
    /// <summary>What stands before the id of a field in a form.</summary>
    public const string FieldPrefix = "field.";

    public static async Task<IResult> ChangeAsync(
        string kind, long number, HttpContext context, RegisterDesk desk, ChangeCountyRegisters change, ReadHistory history, IRegisters registers, AccountNames names, CancellationToken cancellation)
    {
        var form = context.Request.Form;
        if (await desk.FindAsync(context, kind, null, cancellation) is not { } view || (await registers.ReadAsync(cancellation)).AsAt(DateOnly.MaxValue).FindEver(new SubjectId(view.Kind, number)) is null)
        {
            return ErrorHandlers.NotFound(context);
        }

        var subject = new SubjectId(view.Kind, number);
        var (faults, changes) = (new List<LocalizedText>(), Wanted(form, subject));
        if (changes is null || (form["what"] != "undo" && (form["day"].ToString().Length == 0 || desk.DayOf(form["day"]) is null)))
        {
            faults.Add(new("写明生效日期（如 2026-09-01）和变更内容", "Give the day from which it holds (like 2026-09-01) and what changes"));
        }
        else
        {
            var request = new RegisterRequest(context.OwnSession().Person.Id, register => changes(register, desk.DayOf(form["day"]) ?? view.Day))
            {
                Guard = (_, _, events) => events.Any(each => each.Change.Subjects.IsEmpty || each.Change.Subjects.Contains(subject)) ? [] :
                    [new RegisterFinding(0, subject, "register.nothing", new("没有改动", "Nothing is different"), new("改动至少一项再保存", "Change something first"))],
            };
            var outcome = await change.RunAsync(view.County, await desk.MayKeepAsync(context, cancellation), request, cancellation);
            if (outcome is ChangeOutcome.Entered entered)
            {
                return new SeeOther($"{view.Of(subject)}&said=register.Entered");
            }

            faults.AddRange(((ChangeOutcome.Refused)outcome).Findings.Select(finding => new LocalizedText($"{finding.Message.Zh}；{finding.Remedy.Zh}", $"{finding.Message.En}; {finding.Remedy.En}")));
        }

        string[] texts = [.. faults.Select(fault => fault.In(ChosenLanguage.Of(context)))];
        return await RegisterHandlers.SubjectAsync(view, subject, null, texts, StatusCodes.Status422UnprocessableEntity, history, registers, names, cancellation) ?? ErrorHandlers.NotFound(context);
    }

    /// <summary>A county that has figures but no register gets its townships and schools from the newest figures.</summary>
    public static async Task<IResult> FromFiguresAsync(HttpContext context, RegisterDesk desk, RegistersFromFigures make, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, null, null, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        var outcome = await make.RunAsync(context.OwnSession().Person.Id, view.County, await desk.MayKeepAsync(context, cancellation), cancellation);
        return new SeeOther($"{view.Address(SubjectKind.School)}&said={(outcome is ChangeOutcome.Entered { Events.IsEmpty: false } ? "register.FromFigures" : "register.NoFigures")}");
    }

    private static Func<Register, DateOnly, ImmutableArray<DatedChange>>? Wanted(IFormCollection form, SubjectId subject) => form["what"].ToString() switch
    {
        "alter" => (register, day) => Altered(form, subject, register, day),
        "close" => (_, day) => [new DatedChange(day, new RegisterChange.Close(subject))],
        "merge" when SubjectId.Parse(form["into"].ToString()) is { } into => (_, day) => [new DatedChange(day, new RegisterChange.Merge([subject], into))],
        "split" when form["name"].ToString().Trim().Length > 0 => (register, day) => Split(form, subject, register, day),
        "undo" when long.TryParse(form["event"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (_, day) => [new DatedChange(day, new RegisterChange.Undo(number))],
        _ => null,
    };

    private static ImmutableArray<DatedChange> Altered(IFormCollection form, SubjectId subject, Register register, DateOnly day)
    {
        var state = register.AsAt(day).Find(subject);
        var values = RegisterFields.Of(subject.Kind)
            .Where(field => form.ContainsKey(FieldPrefix + field.Id))
            .Select(field => KeyValuePair.Create(field.Id, form[FieldPrefix + field.Id].ToString().Trim() is { Length: > 0 } text ? field.ValueOf(text) : ""))
            .Where(each => state is null || state[each.Key] != each.Value)
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        return values.IsEmpty ? [] : [new DatedChange(day, new RegisterChange.Alter(subject, values))];
    }

    /// <summary>A new subject of the same kind and place comes out of this one; this one goes on unless it is said to end.</summary>
    private static ImmutableArray<DatedChange> Split(IFormCollection form, SubjectId subject, Register register, DateOnly day)
    {
        var part = new SubjectId(subject.Kind, register.NextNumber(subject.Kind));
        var fields = (register.AsAt(day).Find(subject)?.Fields ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)).Remove("code").SetItem("name", form["name"].ToString().Trim());
        if (form["code"].ToString().Trim() is { Length: > 0 } code)
        {
            fields = fields.SetItem("code", code);
        }

        DatedChange[] changes = [new(day, new RegisterChange.Open(part, fields)), new(day, new RegisterChange.Split(subject, [part]))];
        return form["ends"] == "yes" ? [.. changes, new DatedChange(day, new RegisterChange.Close(subject))] : [.. changes];
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Access;
using Junheng.Application.Collection;
using Junheng.Domain.Returns;
using Junheng.Web.Features.Errors;
using Junheng.Web.Gate;
using Junheng.Web.Shared;

namespace Junheng.Web.Features.Collection;

/// <summary>A school's form as its page shows it.</summary>
/// <param name="Desk">The round.</param>
/// <param name="File">The return with its history.</param>
/// <param name="Form">The form with everything computed.</param>
/// <param name="LastYear">The report year beside; 0 when there is none.</param>
/// <param name="BaseVersion">The version that it rests on.</param>
/// <param name="MayEnter">Whether the reader may enter figures.</param>
/// <param name="MayConfirm">Whether the reader is the one to confirm or contest.</param>
/// <param name="Draft">What the reader typed and did not save; null when there is none.</param>
/// <param name="Sequence">The highest sequence of drafts so far.</param>
public sealed record FormView(
    RoundOnDesk Desk, ReturnFile File, SchoolForm Form, int LastYear, int BaseVersion, bool MayEnter, bool MayConfirm, ReturnDraft? Draft, long Sequence)
{
    /// <summary>Whether fields can be typed into.</summary>
    public bool IsOpen => MayEnter && File.Head.State.IsOpenToSchool();

    /// <summary>The address of the form.</summary>
    public string Address => Desk.SchoolAddress(File.Head.School.Code);
}

/// <summary>Reads what the page of a form shows.</summary>
internal sealed class FormReading(CollectionDesk desk, ICollectionStore store, FindLastYear lastYear, FillForm fill)
{
    private static readonly ImmutableSortedDictionary<string, string> _nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The form; null when there is no such round or school.</summary>
    public async Task<FormView?> RunAsync(
        HttpContext context, string code, int year, string school, TypedForm? typed, bool withDraft, CancellationToken cancellation, bool withHistory = false)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return null;
        }

        var mayEnter = desk.May(context, AccessAction.EnterFigures, round, school);
        var kept = mayEnter && context.Person() is { } person ? await store.DraftAsync(round.Round.Scope, year, school, person.Id, cancellation) : null;
        var found = withHistory ? store.FindAsync(round.Round.Scope, year, school, cancellation)
            : store.AtHandAsync(round.Round.Scope, year, school, typed?.BaseVersion ?? kept?.BaseVersion ?? 0, cancellation);
        if (await found is not { } file)
        {
            return null;
        }

        var draft = kept is not null && IsUnsaved(file, kept) ? kept : null;
        var last = await lastYear.RunAsync(code, year, cancellation);
        var texts = typed?.Texts ?? (withDraft && draft is not null ? Overlaid(file, draft) : file.Newest?.Texts ?? _nothing);
        var explanations = (file.Newest?.Explanations ?? _nothing).SetItems(typed?.Explanations ?? _nothing);
        var form = fill.Run(new FormRequest(code, round.CountyName, year, file.Head.School, texts, explanations, last.Of(school), ChosenLanguage.Of(context)), round.Standard);
        return new FormView(
            round,
            file,
            form,
            last.Year,
            typed?.BaseVersion ?? (withDraft && draft is not null ? draft.BaseVersion : file.Head.Version),
            mayEnter,
            desk.May(context, AccessAction.ConfirmFigures, round, school),
            withDraft ? null : draft,
            kept?.Sequence ?? 0);
    }

    /// <summary>Kept after this person's newest version, and saying something else than the newest of all.</summary>
    private static bool IsUnsaved(ReturnFile file, ReturnDraft draft)
    {
        var newest = file.Newest?.Texts ?? _nothing;
        return file.Head.State.IsOpenToSchool()
            && !draft.IsSaved
            && draft.Texts.Any(field => field.Value != newest.GetValueOrDefault(field.Key, ""));
    }

    private static ImmutableSortedDictionary<string, string> Overlaid(ReturnFile file, ReturnDraft draft)
    {
        var texts = (file.Versions.FirstOrDefault(version => version.Number == draft.BaseVersion)?.Texts ?? _nothing).SetItems(draft.Texts);
        return texts.RemoveRange(texts.Where(field => field.Value.Length == 0).Select(field => field.Key));
    }
}

/// <summary>A school's form: fill in, check, keep, save.</summary>
internal static class FormHandlers
{
    public static async Task<IResult> ShowAsync(string code, int year, string school, string? said, string? draft, HttpContext context, FormReading reading, CancellationToken cancellation) =>
        await reading.RunAsync(context, code, year, school, null, draft == "1", cancellation) is { } view
            ? new PageResult<FormPage>(new { View = view, Said = Said.Of(said), Faults = Array.Empty<string>() })
            : ErrorHandlers.NotFound(context);

    /// <summary>What the typed figures give; nothing is stored.</summary>
    public static async Task<IResult> CheckAsync(string code, int year, string school, HttpContext context, FormReading reading, CancellationToken cancellation) =>
        await reading.RunAsync(context, code, year, school, TypedForm.Of(context.Request.Form), false, cancellation) is { } view
            ? new PageResult<CheckedForm>(new { View = view })
            : ErrorHandlers.NotFound(context);

    public static async Task<IResult> KeepDraftAsync(string code, int year, string school, HttpContext context, CollectionDesk desk, ICollectionStore store, TimeProvider clock, CancellationToken cancellation)
    {
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round || await store.AtHandAsync(round.Round.Scope, year, school, 0, cancellation) is not { } file)
        {
            return ErrorHandlers.NotFound(context);
        }

        var form = context.Request.Form;
        if (!long.TryParse(form["sequence"], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) || !file.Head.State.IsOpenToSchool())
        {
            return ErrorHandlers.StaleForm(context);
        }

        var typed = TypedForm.Of(form);
        var known = typed.Known(ReturnForm.Of(round.Standard, file.Head.School.Type));
        await store.KeepDraftAsync(round.Round.Scope, year, school, context.OwnSession().Person.Id, new ReturnDraft(typed.BaseVersion, known, sequence, clock.GetUtcNow()), cancellation);
        return Results.NoContent();
    }

    public static async Task<IResult> SaveAsync(
        string code, int year, string school, HttpContext context, CollectionDesk desk, FormReading reading, SaveReturn save, TakeReturnStep take, CancellationToken cancellation)
    {
        var typed = TypedForm.Of(context.Request.Form);
        if (await desk.FindAsync(context, code, year, cancellation) is not { } round)
        {
            return ErrorHandlers.NotFound(context);
        }

        var (person, language, address) = (context.OwnSession().Person, ChosenLanguage.Of(context), round.SchoolAddress(school));
        var request = new SaveRequest(round.Round, code, round.CountyName, school, typed.BaseVersion, typed.Texts, typed.Explanations, person.Id, language);
        var outcome = await save.RunAsync(request, round.Standard, cancellation);
        switch (outcome)
        {
            case SaveOutcome.Saved when context.Request.Form["then"] == "submit":
                var refused = await take.RunAsync(new StepRequest(round.Round, [school], ReturnStep.Submit, "", person.Id), cancellation);
                return new SeeOther($"{address}?said={(refused.IsEmpty ? "collect.Submitted" : "collect.NotSubmitted")}");
            case SaveOutcome.Saved saved:
                return new SeeOther($"{address}?said={(saved.Merged.IsEmpty ? "collect.Saved" : "collect.Merged")}");
        }

        if (await reading.RunAsync(context, code, year, school, typed, false, cancellation) is not { } view)
        {
            return ErrorHandlers.NotFound(context);
        }

        return outcome switch
        {
            SaveOutcome.Question => new PageResult<ConflictPage>(new { View = view, Typed = typed, Merged = Merge(view.File, typed) }, StatusCodes.Status409Conflict),
            SaveOutcome.Refused refusal => new PageResult<FormPage>(new { View = view, Said = (Said?)null, Faults = new[] { refusal.Reason.In(language) } }, StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException("A save is done, asked about or refused."),
        };
    }

    private static FieldMergeResult Merge(ReturnFile file, TypedForm typed)
    {
        var nothing = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
        return FieldMerge.Merge(file.Versions.FirstOrDefault(version => version.Number == typed.BaseVersion)?.Texts ?? nothing, file.Newest?.Texts ?? nothing, typed.Texts);
    }
}

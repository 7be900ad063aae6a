using System.Collections.Immutable;
using Junheng.Assessment.Standards;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>What somebody wants to store.</summary>
/// <param name="Round">The round.</param>
/// <param name="CountyCode">The county's code, for the file that the entries make.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="SchoolCode">The school.</param>
/// <param name="BaseVersion">The version that the form was opened with; 0 for a blank one.</param>
/// <param name="Texts">Field id → text, all fields of the form; blank ones may be left out.</param>
/// <param name="Explanations">Question id → explanation.</param>
/// <param name="Actor">Who.</param>
/// <param name="Language">Of findings.</param>
public sealed record SaveRequest(
    CollectionRound Round,
    string CountyCode,
    string CountyName,
    string SchoolCode,
    int BaseVersion,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableSortedDictionary<string, string> Explanations,
    string Actor,
    Language Language);

/// <summary>What came of it.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>Stored as a version.</summary>
    /// <param name="Version">Its number.</param>
    /// <param name="Merged">Fields that another person had changed meanwhile and that were kept.</param>
    /// <param name="Findings">What the checks say.</param>
    public sealed record Saved(int Version, ImmutableArray<string> Merged, ImmutableArray<EntryFinding> Findings) : SaveOutcome;

    /// <summary>Another person changed the same fields to something else: nothing is stored until somebody decides.</summary>
    /// <param name="Newest">The newest version, to be the base of the next try.</param>
    /// <param name="Conflicts">The fields with both texts.</param>
    public sealed record Question(int Newest, ImmutableArray<FieldConflict> Conflicts) : SaveOutcome;

    /// <summary>It cannot be stored.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(LocalizedText Reason) : SaveOutcome;
}

/// <summary>Use case: store a school's form. Two people may work in one form: what only one changed is kept, what both changed differently is a question.</summary>
public sealed class SaveReturn(ICollectionStore store, CheckEntries check)
{
    private const int Tries = 5;
    private const int LongestText = 500;

    /// <summary>Merges, checks and stores.</summary>
    public async Task<SaveOutcome> RunAsync(SaveRequest request, Standard standard, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.AtHandAsync(request.Round.Scope, request.Round.ReportYear, request.SchoolCode, request.BaseVersion, cancellation) is not { } file)
            {
                return new SaveOutcome.Refused(new("这所学校不在本次填报范围内", "This school is not asked in this round"));
            }

            if (await TryAsync(request, file, standard, cancellation) is { } outcome)
            {
                return outcome;
            }
        }

        return new SaveOutcome.Refused(new("同时保存的人太多，请再试一次；填的内容还在", "Too many people are saving at once; try again, what you typed is still there"));
    }

    /// <summary>Null when somebody else stored a version in between.</summary>
    private async Task<SaveOutcome?> TryAsync(SaveRequest request, ReturnFile file, Standard standard, CancellationToken cancellation)
    {
        if (ReturnWorkflow.Take(file.Head.State, ReturnStep.Save) is not StepOutcome.Allowed allowed)
        {
            return new SaveOutcome.Refused(((StepOutcome.Refused)ReturnWorkflow.Take(file.Head.State, ReturnStep.Save)).Reason);
        }

        if (Unfit(request, ReturnForm.Of(standard, file.Head.School.Type)) is { } unfit)
        {
            return new SaveOutcome.Refused(unfit);
        }

        var started = file.Versions.FirstOrDefault(version => version.Number == request.BaseVersion);
        if (started is null && request.BaseVersion != 0)
        {
            return new SaveOutcome.Refused(new("表单的版本不存在，请重新打开", "The form's version does not exist; open it again"));
        }

        var merged = FieldMerge.Merge(Texts(started), Texts(file.Newest), request.Texts);
        if (!merged.Conflicts.IsEmpty)
        {
            return new SaveOutcome.Question(file.Head.Version, merged.Conflicts);
        }

        var reading = check.Run(
            request.CountyCode, request.CountyName, request.Round.ReportYear, [new SchoolEntries(file.Head.School, merged.Fields)], standard, request.Language);
        var explanations = (file.Newest?.Explanations ?? ImmutableSortedDictionary<string, string>.Empty).SetItems(request.Explanations);
        var version = new NewVersion(
            request.SchoolCode,
            file.Head.Version,
            Entries(merged.Fields, file.Newest),
            explanations,
            EntryWay.Form,
            "",
            reading.ErrorsOf(request.SchoolCode),
            reading.QuestionsOf(request.SchoolCode).Count(question => !explanations.ContainsKey(Questions.IdOf(question))),
            allowed.To);
        if (!await store.StoreAsync(request.Round.Scope, request.Round.ReportYear, [version], request.Actor, cancellation))
        {
            return null;
        }

        var others = merged.Fields.Keys.Where(field => Text(file.Newest, field) != Text(started, field)).ToImmutableArray();
        return new SaveOutcome.Saved(file.Head.Version + 1, others, reading.Findings);
    }

    /// <summary>Texts that stay as they were keep the place that they came from.</summary>
    private static ImmutableSortedDictionary<string, EntryText> Entries(ImmutableSortedDictionary<string, string> texts, ReturnVersion? newest) => texts.ToImmutableSortedDictionary(
        entry => entry.Key,
        entry => newest?.Entries.GetValueOrDefault(entry.Key) is { } known && known.Text == entry.Value ? known : new EntryText(entry.Value),
        StringComparer.Ordinal);

    private static LocalizedText? Unfit(SaveRequest request, ReturnForm form)
    {
        var known = form.Fields.Select(field => field.Id).ToHashSet(StringComparer.Ordinal);
        if (request.Texts.Keys.FirstOrDefault(field => !known.Contains(field)) is { } foreign)
        {
            return new($"表单里没有“{foreign}”这一项", $"The form has no field '{foreign}'");
        }

        return request.Texts.Any(entry => entry.Value.Length > LongestText) || request.Explanations.Any(entry => entry.Value.Length > LongestText)
            ? new($"一项最多 {LongestText} 个字", $"A field holds at most {LongestText} characters")
            : null;
    }

    private static ImmutableSortedDictionary<string, string> Texts(ReturnVersion? version) =>
        version?.Texts ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    private static string Text(ReturnVersion? version, string field) => version?.Entries.GetValueOrDefault(field)?.Text ?? "";
}

/// <summary>Questions of the checks, named so that an explanation stays with its question while the text that is asked about stays.</summary>
public static class Questions
{
    /// <summary>The id of a question: its rule and field.</summary>
    public static string IdOf(EntryFinding question) => $"{question.Finding.Rule}@{question.Field}";
}

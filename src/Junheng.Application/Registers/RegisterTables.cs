using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Regions;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Application.Registers;

/// <summary>Use case: the register of a county as it stands on a day, as a workbook. What it writes comes back through <see cref="ImportRegister"/> with no change.</summary>
public sealed class ExportRegister(IRegisters registers, IPersons persons, IRegisterSheets sheets)
{
    /// <summary>The workbook.</summary>
    public async Task<InputFile> RunAsync(ScopeId county, SubjectKind kind, DateOnly day, CancellationToken cancellation)
    {
        var snapshot = (await registers.ReadAsync(cancellation)).AsAt(day);
        var references = new ReferenceWords(snapshot);
        var region = new SubjectId(SubjectKind.Region, county.Value);
        var known = RegisterFields.PersonalOf(kind).IsEmpty ? ImmutableDictionary<string, PersonParticulars>.Empty : await persons.OfAsync(county, cancellation);
        return sheets.Write(
            kind,
            string.Create(CultureInfo.InvariantCulture, $"{snapshot.FindEver(region)?.Name}{RegisterFields.TitleOf(kind).Zh}登记册-{day:yyyy-MM-dd}.xlsx"),
            [.. snapshot.Of(kind).Where(state => snapshot.RegionOf(state.Id) == region).Select(state => new RegisterRow(
                state.Id.ToString(),
                RegisterFields.SheetOf(kind).ToImmutableSortedDictionary(field => field.Id, field => Cell(field, state, references, known), StringComparer.Ordinal),
                state.Valid.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Origin.None))]);
    }

    private static string Cell(RegisterField field, SubjectState state, ReferenceWords references, ImmutableDictionary<string, PersonParticulars> known) => field switch
    {
        { IsPersonal: true, Id: "person_name" } => known.GetValueOrDefault(state["person"])?.Name ?? "",
        { IsPersonal: true } => known.GetValueOrDefault(state["person"])?.Number ?? "",
        { RefersTo: SubjectKind.None } => state[field.Id] is { Length: > 0 } value ? field.WordOf(value).Zh : "",
        _ => references.Word(field, state[field.Id]),
    };
}

/// <summary>What came of reading a register's workbook.</summary>
/// <param name="Entered">The events entered, or that would be; empty where nothing changed or it was refused.</param>
/// <param name="IsRefused">Whether nothing was entered because of the findings.</param>
/// <param name="Findings">What was found, with the rows.</param>
/// <param name="Persons">How many persons get new particulars.</param>
/// <param name="Register">The register as it is or would be; null where it was refused.</param>
public sealed record RegisterImport(ImmutableArray<RegisterEvent> Entered, bool IsRefused, ImmutableArray<Finding> Findings, int Persons = 0, Register? Register = null);

/// <summary>A register's workbook that somebody wants to enter.</summary>
/// <param name="Author">Who: a stable id.</param>
/// <param name="County">The county whose registers they are.</param>
/// <param name="File">The workbook.</param>
/// <param name="Kind">Which register.</param>
/// <param name="Effective">The first day on which its changes hold.</param>
/// <param name="MayKeep">Whether the author keeps the registers of a region, by its number.</param>
/// <param name="Language">Of findings.</param>
public sealed record RegisterImportRequest(string Author, Region County, InputFile File, SubjectKind Kind, DateOnly Effective, Func<long, bool> MayKeep, Language Language);

/// <summary>
/// Use case: enter a register's workbook: a row without id opens a subject, a changed cell alters one from the given day, an unchanged row does nothing, and an absent row does
/// nothing either: ends, mergers and splits are never guessed. Names and numbers of persons go under their keys.
/// </summary>
public sealed class ImportRegister(IRegisterSheets sheets, IPersons persons, ChangeCountyRegisters change)
{
    /// <summary>Enters the workbook, or only tries it.</summary>
    public async Task<RegisterImport> RunAsync(RegisterImportRequest request, bool isTrial, CancellationToken cancellation)
    {
        var sheet = sheets.Read(request.File, request.Kind, request.Language);
        var known = RegisterFields.PersonalOf(request.Kind).IsEmpty ? ImmutableDictionary<string, PersonParticulars>.Empty : await persons.OfAsync(request.County.Scope, cancellation);
        var plan = new SheetPlan(request.Kind, request.Effective, request.County, known, sheet, request.Language);
        var outcome = sheet.Findings.Any(IsError) ? null
            : await change.RunAsync(request.County, request.MayKeep, new RegisterRequest(request.Author, plan.Changes) { Persons = () => plan.Persons, IsTrial = isTrial }, cancellation);
        ImmutableArray<Finding> findings = [.. sheet.Findings, .. plan.Findings, .. outcome is ChangeOutcome.Refused refused ? refused.Findings.Select(plan.Placed) : []];
        return findings.Any(IsError) || outcome is not ChangeOutcome.Entered entered
            ? new RegisterImport([], true, findings)
            : new RegisterImport(entered.Events, false, findings, plan.Persons.Length, entered.Register);
    }

    private static bool IsError(Finding finding) => finding.Severity == Severity.Error;
}

/// <summary>How a sheet names other subjects: by code where they have one, by name where that is the only one, by id otherwise.</summary>
internal sealed class ReferenceWords(RegisterSnapshot snapshot)
{
    private readonly ILookup<(SubjectKind Kind, string Name), SubjectState> _byName = snapshot.Open.Values.ToLookup(state => (state.Id.Kind, state.Name));
    private readonly ILookup<(SubjectKind Kind, string Code), SubjectState> _byCode = snapshot.Open.Values.Where(state => state.Code.Length > 0).ToLookup(state => (state.Id.Kind, state.Code));

    /// <summary>The word of a value.</summary>
    public string Word(RegisterField field, string value) => field.RefersTo == SubjectKind.None || SubjectId.Parse(value) is not { } id || snapshot.Find(id) is not { } state ? value
        : state.Code.Length > 0 ? state.Code
        : state.Name.Length > 0 && Only(_byName[(id.Kind, state.Name)]) == id && Only(_byCode[(id.Kind, state.Name)]) is null ? state.Name
        : value;

    /// <summary>The subject that a word names; null where there is none, or more than one.</summary>
    public SubjectId? Find(SubjectKind kind, string word) => Only(_byCode[(kind, word)]) ?? Only(_byName[(kind, word)]) ?? (SubjectId.Parse(word) is { } id && id.Kind == kind && snapshot.Find(id) is not null ? id : null);

    private static SubjectId? Only(IEnumerable<SubjectState> found) => found.Take(2).ToList() is [var one] ? one.Id : null;
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Application.Registers;

/// <summary>Use case: a register as it stands on a day, as a workbook. What it writes comes back through <see cref="ImportRegister"/> with no change.</summary>
public sealed class ExportRegister(IRegisters registers, IRegisterSheets sheets)
{
    /// <summary>The workbook.</summary>
    public async Task<InputFile> RunAsync(SubjectKind kind, DateOnly day, CancellationToken cancellation)
    {
        var snapshot = (await registers.ReadAsync(cancellation)).AsAt(day);
        var references = new ReferenceWords(snapshot);
        return sheets.Write(
            kind,
            string.Create(CultureInfo.InvariantCulture, $"{RegisterFields.TitleOf(kind).Zh}登记册-{day:yyyy-MM-dd}.xlsx"),
            [.. snapshot.Of(kind).Select(state => new RegisterRow(
                state.Id.ToString(),
                RegisterFields.Of(kind).ToImmutableSortedDictionary(field => field.Id, field => references.Word(field, state[field.Id]), StringComparer.Ordinal),
                state.Valid.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Origin.None))]);
    }
}

/// <summary>What came of reading a register's workbook.</summary>
/// <param name="Entered">The events entered; empty where nothing changed or it was refused.</param>
/// <param name="IsRefused">Whether nothing was entered because of the findings.</param>
/// <param name="Findings">What was found, with the rows.</param>
public sealed record RegisterImport(ImmutableArray<RegisterEvent> Entered, bool IsRefused, ImmutableArray<Finding> Findings);

/// <summary>
/// Use case: enter a register's workbook: a row without id opens a subject, a changed cell alters one from the given day, an unchanged row does nothing, and an absent row does
/// nothing either: ends, mergers and splits are never guessed.
/// </summary>
public sealed class ImportRegister(IRegisterSheets sheets, ChangeRegisters change)
{
    /// <summary>Enters the workbook.</summary>
    /// <param name="author">Who: a stable id.</param>
    /// <param name="file">The workbook.</param>
    /// <param name="kind">Which register.</param>
    /// <param name="effective">The first day on which its changes hold.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RegisterImport> RunAsync(string author, InputFile file, SubjectKind kind, DateOnly effective, Language language, CancellationToken cancellation)
    {
        var sheet = sheets.Read(file, kind, language);
        var plan = new SheetPlan(kind, effective, sheet, language);
        var outcome = sheet.Findings.Any(IsError) ? null : await change.RunAsync(author, plan.Changes, cancellation);
        ImmutableArray<Finding> findings = [.. sheet.Findings, .. plan.Findings, .. outcome is ChangeOutcome.Refused refused ? refused.Findings.Select(plan.Placed) : []];
        return findings.Any(IsError) ? new RegisterImport([], true, findings) : new RegisterImport(((ChangeOutcome.Entered)outcome!).Events, false, findings);
    }

    private static bool IsError(Finding finding) => finding.Severity == Severity.Error;
}

/// <summary>Turns the rows of a sheet into changes.</summary>
internal sealed class SheetPlan(SubjectKind kind, DateOnly effective, RegisterSheet sheet, Language language)
{
    private readonly List<Finding> _findings = [];
    private ImmutableArray<Origin> _places = [];
    private long _first;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The changes from the register as it is; none where the sheet itself is wrong.</summary>
    public ImmutableArray<DatedChange> Changes(Register register)
    {
        _findings.Clear();
        var snapshot = register.AsAt(effective);
        var references = new ReferenceWords(snapshot);
        var next = register.NextNumber(kind);
        var planned = new List<(DatedChange Change, Origin Place)>();
        foreach (var row in sheet.Rows)
        {
            var subject = row.Id.Length == 0 ? new SubjectId(kind, next++) : SubjectId.Parse(row.Id);
            if (subject is not { } id || id.Kind != kind || (row.Id.Length > 0 && snapshot.Find(id) is null))
            {
                Error("register.sheet-id", row.Place, new($"编号“{row.Id}”在 {effective:yyyy-MM-dd} 的登记册里没有", $"The register of {effective:yyyy-MM-dd} has no '{row.Id}'"), new("新设的留空编号", "Leave it blank for what is new"));
                continue;
            }

            var values = Resolved(row, references);
            if (snapshot.Find(id) is { } state)
            {
                values = values.Where(each => state[each.Key] != each.Value).ToImmutableSortedDictionary(StringComparer.Ordinal);
                if (!values.IsEmpty)
                {
                    planned.Add((new DatedChange(effective, new RegisterChange.Alter(id, values)), row.Place));
                }
            }
            else
            {
                planned.Add((new DatedChange(effective, new RegisterChange.Open(id, values.Where(each => each.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal))), row.Place));
            }
        }

        _places = [.. planned.Select(each => each.Place)];
        _first = register.LastNumber + 1;
        return _findings.Count > 0 ? [] : [.. planned.Select(each => each.Change)];
    }

    /// <summary>A finding of the register with the row that it comes from.</summary>
    public Finding Placed(RegisterFinding finding) =>
        finding.In(language) with { Place = finding.Event >= _first && finding.Event - _first < _places.Length ? _places[(int)(finding.Event - _first)] : Origin.None };

    private ImmutableSortedDictionary<string, string> Resolved(RegisterRow row, ReferenceWords references)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (id, text) in row.Values)
        {
            var field = RegisterFields.Find(kind, id)!;
            if (text.Length == 0 || field.RefersTo == SubjectKind.None)
            {
                values[id] = text;
            }
            else if (references.Find(field.RefersTo, text) is { } named)
            {
                values[id] = named.ToString();
            }
            else
            {
                Error("register.sheet-reference", row.Place, new($"“{field.Title.Zh}”栏的“{text}”在登记册里没有，或不止一个", $"'{text}' of the column {field.Title.En} is not in the register, or not once only"), new("填代码，或先登记它", "Give its code, or register it first"));
            }
        }

        return values.ToImmutable();
    }

    private void Error(string rule, Origin place, LocalizedText message, LocalizedText remedy) => _findings.Add(new Finding(rule, Severity.Error, place, message.In(language), remedy.In(language)));
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

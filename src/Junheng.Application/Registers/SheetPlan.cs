using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Regions;
using Junheng.Domain.Findings;
using Junheng.Domain.Registers;
using Junheng.Domain.Text;

namespace Junheng.Application.Registers;

/// <summary>Turns the rows of a sheet into changes and, for staff, into particulars of persons.</summary>
internal sealed class SheetPlan(
    SubjectKind kind, DateOnly effective, Region county, ImmutableDictionary<string, PersonParticulars> known, RegisterSheet sheet, Language language)
{
    private const string PersonField = "person";
    private const int LongestParticular = 60;
    private readonly List<Finding> _findings = [];
    private readonly List<(ScopeId Scope, string Person, PersonParticulars Particulars)> _persons = [];
    private Dictionary<string, string> _personByNumber = [];
    private ImmutableArray<Origin> _places = [];
    private long _first;
    private long _nextPerson;

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The particulars that differ from those on record.</summary>
    public ImmutableArray<(ScopeId Scope, string Person, PersonParticulars Particulars)> Persons => [.. _persons];

    /// <summary>The changes from the register as it is; none where the sheet itself is wrong.</summary>
    public ImmutableArray<DatedChange> Changes(Register register)
    {
        _findings.Clear();
        _persons.Clear();
        _personByNumber = known.Where(each => each.Value.Number.Length > 0).GroupBy(each => each.Value.Number, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().Key, StringComparer.Ordinal);
        _nextPerson = NextPerson(register);
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

            var values = WithPerson(row, Resolved(row, references), snapshot.Find(id));
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
                planned.Add((new DatedChange(effective, new RegisterChange.Open(id, InCounty(values).Where(each => each.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal))), row.Place));
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
            if (RegisterFields.Find(kind, id) is not { } field)
            {
                continue; // personal: see WithPerson
            }

            if (text.Length == 0 || field.RefersTo == SubjectKind.None)
            {
                values[id] = text.Length == 0 ? "" : field.ValueOf(text);
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

    /// <summary>What is new belongs to the county where the sheet says nothing else.</summary>
    private ImmutableSortedDictionary<string, string> InCounty(ImmutableSortedDictionary<string, string> values) =>
        RegisterFields.Find(kind, "county") is not null && values.GetValueOrDefault("county", "").Length == 0
            ? values.SetItem("county", new SubjectId(SubjectKind.Region, county.Scope.Value).ToString())
            : values;

    /// <summary>The person of a row of staff: the one on record, the one of the same staff number, or a new one; with name and number where they differ from those on record.</summary>
    private ImmutableSortedDictionary<string, string> WithPerson(RegisterRow row, ImmutableSortedDictionary<string, string> values, SubjectState? state)
    {
        if (RegisterFields.PersonalOf(kind).IsEmpty)
        {
            return values;
        }

        var (name, number) = (row.Values.GetValueOrDefault("person_name"), row.Values.GetValueOrDefault("person_number"));
        if (name?.Length > LongestParticular || number?.Length > LongestParticular)
        {
            Error("register.long-name", row.Place, new($"姓名和工号最多 {LongestParticular} 个字", $"Name and number have at most {LongestParticular} characters"), new("缩短", "Shorten it"));
            return values;
        }

        var person = values.GetValueOrDefault(PersonField) is { Length: > 0 } written ? written
            : state?[PersonField] is { Length: > 0 } present ? present
            : number is { Length: > 0 } && _personByNumber.TryGetValue(number, out var same) ? same
            : name is { Length: > 0 } || number is { Length: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"person/{_nextPerson++}")
            : null;
        if (person is null)
        {
            Error("register.no-person", row.Place, new("缺姓名", "The name is missing"), new("填写姓名，有工号的一并填写", "Give the name, and the staff number where there is one"));
            return values;
        }

        var before = known.GetValueOrDefault(person) ?? new PersonParticulars("", "");
        var after = new PersonParticulars(name ?? before.Name, number ?? before.Number);
        if (after.Number.Length > 0)
        {
            _personByNumber[after.Number] = person;
        }

        if (after != before && _persons.TrueForAll(each => each.Person != person))
        {
            _persons.Add((county.Scope, person, after));
        }

        return values.SetItem(PersonField, person);
    }

    private static long NextPerson(Register register) => 1 + register.Events
        .Select(each => each.Change switch
        {
            RegisterChange.Open open => open.Fields.GetValueOrDefault(PersonField),
            RegisterChange.Alter alter => alter.Fields.GetValueOrDefault(PersonField),
            _ => null,
        })
        .Select(text => text?.Split('/') is [_, var digits] && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty(0).Max();

    private void Error(string rule, Origin place, LocalizedText message, LocalizedText remedy) => _findings.Add(new Finding(rule, Severity.Error, place, message.In(language), remedy.In(language)));
}

using System.Collections.Immutable;
using Junheng.Documents.Tables;
using Junheng.Domain.Statistics;

namespace Junheng.Documents.Forms.Reconcile;

/// <summary>What a paper says of one school and item.</summary>
/// <param name="Text">The text, for codes and names; for figures the text of the cell where it could not be read as one.</param>
/// <param name="Number">The figure; <c>default</c> for codes and names.</param>
/// <param name="Place">The cell or cells.</param>
internal readonly record struct Observation(string? Text, NumberReading Number, CellPlace Place)
{
    /// <summary>Whether there is anything.</summary>
    public bool IsGiven => Place.IsSomewhere;

    /// <summary>Whether it is a figure, not a code or name.</summary>
    public bool IsFigure { get; init; }

    /// <summary>A figure.</summary>
    /// <param name="number">The figure.</param>
    /// <param name="text">The text of its cell, needed only where there is a remark.</param>
    /// <param name="place">The cell or cells.</param>
    public static Observation Figure(NumberReading number, string? text, CellPlace place) => new(text, number, place) { IsFigure = true };

    /// <summary>A code or name.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <param name="remark">What is worth saying of the cell.</param>
    /// <param name="place">The cell.</param>
    public static Observation Words(string text, CellRemarkKind? remark, CellPlace place) => new(text, new NumberReading(0, null, remark), place);

    /// <summary>Whether two papers say the same.</summary>
    public bool Agrees(Observation other) => IsFigure && other.IsFigure && Number.WasRead && other.Number.WasRead
        ? Number.Value == other.Number.Value && Number.ExactText == other.Number.ExactText
        : string.Equals(Text, other.Text, StringComparison.Ordinal);
}

/// <summary>Two papers that say different things of one school and item: a question.</summary>
/// <param name="School">The school's number.</param>
/// <param name="Item">The item.</param>
/// <param name="First">What was kept.</param>
/// <param name="Second">What contradicts it.</param>
internal sealed record Disagreement(int School, string Item, Observation First, Observation Second);

/// <summary>The observations of one item, one a school.</summary>
internal sealed class ItemFigures(string id, SchoolFigures owner)
{
    private Observation[] _bySchool = new Observation[owner.Expected];

    /// <summary>Public column id.</summary>
    public string Id => id;

    /// <summary>Where its heading stands first; nowhere where no paper has one.</summary>
    public CellPlace Heading { get; set; }

    /// <summary>Whether any school has it.</summary>
    public bool HasAny { get; private set; }

    /// <summary>What is known of a school; not given where nothing is.</summary>
    public Observation this[int school] => school < _bySchool.Length ? _bySchool[school] : default;

    /// <summary>Takes an observation. The same said again elsewhere is kept once; something else is a disagreement, and the first stays.</summary>
    public void Put(int school, in Observation observation)
    {
        if (school >= _bySchool.Length)
        {
            Array.Resize(ref _bySchool, Math.Max(Math.Max(school + 1, owner.Expected), _bySchool.Length * 2));
        }

        ref var known = ref _bySchool[school];
        HasAny = true;
        if (!known.IsGiven)
        {
            known = observation;
        }
        else if (!known.Agrees(observation))
        {
            owner.Add(new Disagreement(school, id, known, observation));
        }
    }

    /// <summary>Sets an observation whatever was known.</summary>
    public void Replace(int school, in Observation observation)
    {
        if (school >= _bySchool.Length)
        {
            Array.Resize(ref _bySchool, Math.Max(Math.Max(school + 1, owner.Expected), _bySchool.Length * 2));
        }

        HasAny = true;
        _bySchool[school] = observation;
    }
}

/// <summary>
/// What all papers together say, school by school: by county, code or else name, and report year. It becomes the one school table.
/// </summary>
internal sealed class SchoolFigures
{
    private readonly Dictionary<string, ItemFigures> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<(string County, string Code, int Year), int> _byCode = [];
    private readonly Dictionary<(string County, string Name, int Year), int> _byName = [];
    private readonly Dictionary<(int School, string Part), CellPlace> _claims = [];
    private readonly Dictionary<SheetPlace, int> _sheetNumbers = [];
    private readonly List<SheetPlace> _sheets = [];
    private readonly List<ImmutableArray<CellStep>> _patterns = [[]];
    private readonly List<SchoolIdentity> _schools = [];
    private readonly List<Disagreement> _disagreements = [];

    /// <summary>The schools in the order met.</summary>
    public IReadOnlyList<SchoolIdentity> Schools => _schools;

    /// <summary>The items in the order met.</summary>
    public IReadOnlyCollection<ItemFigures> Items => _items.Values;

    /// <summary>What contradicts each other.</summary>
    public IReadOnlyList<Disagreement> Disagreements => _disagreements;

    /// <summary>The sheets that places name.</summary>
    public IReadOnlyList<SheetPlace> Sheets => _sheets;

    /// <summary>Patterns of several cells; the first is empty.</summary>
    public IReadOnlyList<ImmutableArray<CellStep>> Patterns => _patterns;

    /// <summary>How many schools there will be at least, so that room for them is made at once.</summary>
    public int Expected { get; private set; } = 64;

    /// <summary>Says that a sheet with so many rows comes.</summary>
    public void Expect(int rows) => Expected = Math.Max(Expected, _schools.Count + rows);

    /// <summary>The number of a sheet, for places.</summary>
    public int SheetNumber(string file, string? sheet)
    {
        var place = new SheetPlace(file, sheet);
        if (!_sheetNumbers.TryGetValue(place, out var number))
        {
            _sheetNumbers[place] = number = _sheets.Count;
            _sheets.Add(place);
        }

        return number;
    }

    /// <summary>The number of a pattern: the further cells of a sum, counted from the first; 0 for none.</summary>
    public int PatternNumber(ImmutableArray<CellStep> steps)
    {
        var known = _patterns.FindIndex(pattern => pattern.AsSpan().SequenceEqual(steps.AsSpan()));
        if (known >= 0)
        {
            return known;
        }

        _patterns.Add(steps);
        return _patterns.Count - 1;
    }

    /// <summary>The figures of an item.</summary>
    public ItemFigures Item(string id)
    {
        if (!_items.TryGetValue(id, out var item))
        {
            _items[id] = item = new ItemFigures(id, this);
        }

        return item;
    }

    /// <summary>
    /// The number of a school. It is found by its code within the county and year, else by its name; a school that was met by name alone gets its code from the paper that has one.
    /// </summary>
    /// <param name="county">County code; empty when not known.</param>
    /// <param name="code">School code; empty when not given.</param>
    /// <param name="name">School name; empty when not given.</param>
    /// <param name="year">Report year; 0 = not given.</param>
    /// <param name="at">Where it was met.</param>
    public int School(string county, string code, string name, int year, CellPlace at)
    {
        if (code.Length > 0 && _byCode.TryGetValue((county, code, year), out var school))
        {
            return Named(school, county, name, year);
        }

        if (name.Length > 0 && _byName.TryGetValue((county, name, year), out school) && (code.Length == 0 || _schools[school].Code.Length == 0))
        {
            if (code.Length > 0)
            {
                _schools[school] = _schools[school] with { Code = code };
                _byCode[(county, code, year)] = school;
            }

            return school;
        }

        school = _schools.Count;
        _schools.Add(new SchoolIdentity(county, code, name, year, at));
        if (code.Length > 0)
        {
            _byCode[(county, code, year)] = school;
        }

        if (name.Length > 0)
        {
            _byName.TryAdd((county, name, year), school);
        }

        return school;
    }

    /// <summary>Says that a part of a school's figures (e.g. a map's id and stage) comes from a place. Gives the earlier place where it came already: the school stands twice.</summary>
    public CellPlace? Claim(int school, string part, CellPlace at) => _claims.TryAdd((school, part), at) ? null : _claims[(school, part)];

    /// <summary>Takes a disagreement.</summary>
    public void Add(Disagreement disagreement) => _disagreements.Add(disagreement);

    private int Named(int school, string county, string name, int year)
    {
        if (name.Length > 0 && _schools[school].Name.Length == 0)
        {
            _schools[school] = _schools[school] with { Name = name };
            _byName.TryAdd((county, name, year), school);
        }

        return school;
    }
}

/// <summary>Who a school is.</summary>
/// <param name="County">County code; empty when not known.</param>
/// <param name="Code">School code; empty when no paper gives one.</param>
/// <param name="Name">School name; empty when no paper gives one.</param>
/// <param name="Year">Report year; 0 = not given.</param>
/// <param name="At">Where it was first met.</param>
internal sealed record SchoolIdentity(string County, string Code, string Name, int Year, CellPlace At);

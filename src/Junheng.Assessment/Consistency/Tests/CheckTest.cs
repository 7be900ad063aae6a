using System.Collections.Immutable;
using System.Globalization;
using Junheng.Assessment.Consistency.Subjects;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Consistency.Tests;

/// <summary>A test over many schools that a formula can't express. Everything that may be chosen about it is a parameter in the rule's definition.</summary>
internal abstract class CheckTest
{
    /// <summary>Its name in definitions.</summary>
    public abstract string Name { get; }

    /// <summary>The numbers that a rule must give it.</summary>
    public virtual ImmutableArray<string> Numbers => [];

    /// <summary>The words that a rule must give it, each with what it may be.</summary>
    public virtual ImmutableArray<(string Name, ImmutableArray<string> Choices)> Words => [];

    /// <summary>Whether a rule must name columns.</summary>
    public virtual bool NeedsColumns => false;

    /// <summary>What a rule's message may have in braces.</summary>
    public abstract ImmutableArray<string> Blanks { get; }

    /// <summary>The hits.</summary>
    public abstract IEnumerable<CheckHit> Run(CheckRule rule, TestContext context);

    protected static double Number(CheckRule rule, string name) => rule.Test!.Numbers[name].ToDouble();

    protected static int Whole(CheckRule rule, string name) => (int)rule.Test!.Numbers[name].Ceiling();

    protected static LocalizedText Same(string text) => new(text, text);

    protected static LocalizedText Same(long number) => Same(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A probability with two significant digits.</summary>
    protected static LocalizedText Chance(double chance) => Same(chance.ToString(chance < 0.0001 ? "0.0E+0" : "0.####", CultureInfo.InvariantCulture));
}

/// <summary>What tests have at hand.</summary>
internal sealed class TestContext(CheckSet set, StandardInForce standard, SubjectEntities entities, HitMaker hits)
{
    private readonly Lazy<UnitTable> _view = new(() => standard.View(entities.Schools.Table));

    public CheckSet Set => set;

    public StandardInForce Standard => standard;

    public SubjectEntities Entities => entities;

    public CheckedSchools Schools => entities.Schools;

    public HitMaker Hits => hits;

    /// <summary>The standard's view of the table, made when a test first asks for it.</summary>
    public UnitTable View => _view.Value;

    /// <summary>Every cell of a public column in a county's schools, in order.</summary>
    public IEnumerable<(int School, CellAt Cell)> CellsOf(string column, CheckedCounty county)
    {
        if (Set.Meanings.Nearest(CheckLevel.Unit, column) is not { } meaning)
        {
            yield break;
        }

        var cells = entities.CellsOf(meaning);
        var found = new CellAt[ColumnCells.Most];
        for (var school = county.Start; school < county.Start + county.Count; school++)
        {
            var (first, count) = meaning.Level == CheckLevel.Unit ? (Schools.Schools[school].FirstUnit, Schools.Schools[school].Units) : (school, 1);
            for (var subject = first; subject < first + count; subject++)
            {
                var read = cells.Read(subject, found);
                for (var at = 0; at < read; at++)
                {
                    yield return (school, found[at]);
                }
            }
        }
    }

    /// <summary>A cell's figure as a double.</summary>
    public static double ValueOf(in CellAt cell) => cell.Column.Values[cell.Row.Row];
}

/// <summary>The tests by name.</summary>
internal static class CheckTests
{
    private static readonly ImmutableArray<CheckTest> _all =
    [
        new SameNameTest(), new SamePlaceTest(), new SharedCodeTest(), new ReusedCodeTest(), new BunchingTest(), new LastDigitsTest(), new HeapingTest(),
        new RepeatedValueTest(), new CopiedFiguresTest(),
    ];

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => _all.Select(test => test.Name);

    /// <summary>The test of a name, or null.</summary>
    public static CheckTest? Of(string name) => _all.FirstOrDefault(test => test.Name == name);
}

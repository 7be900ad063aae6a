using System.Numerics;
using System.Runtime.InteropServices;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>What a standard sees of one part: where each row stands at each stage, and in the unit layout where its figures are.</summary>
internal sealed class PartView
{
    /// <summary>The place of a row that has not the stage, is merged into another row, or belongs to another report year.</summary>
    public const byte NotThere = byte.MaxValue;

    private readonly byte[][] _places = new byte[Stages.All.Count + 1][];
    private readonly StageEnrolment[] _enrolments = new StageEnrolment[Stages.All.Count + 1];

    private PartView(StatisticsPart part, UnitCells? cells) => (Part, Cells) = (part, cells);

    public StatisticsPart Part { get; }

    /// <summary>The cells of a part in the unit layout; null in the school layout, where figures have to be computed.</summary>
    public UnitCells? Cells { get; }

    /// <summary>By row: 0 = a unit in scope, else 1 + index of the first exclusion rule that applies, or <see cref="NotThere"/>.</summary>
    public Span<byte> Places(Stage stage) => _places[(int)stage];

    public StageEnrolment Enrolment(Stage stage) => _enrolments[(int)stage];

    public static PartView Of(StatisticsTable table, int index, ViewRules rules, Campuses campuses)
    {
        var part = table.Parts[index];
        var isUnit = part.Layout == TableLayout.Unit;
        var view = new PartView(part, isUnit ? UnitCells.Of(part, rules.Numerators) : null);
        byte[]? reasons = null;
        foreach (var stage in rules.Stages)
        {
            // In the unit layout enrolment and reasons are the same whichever stage is asked for.
            var enrolment = isUnit && view._enrolments[(int)rules.Stages[0]] is { } first ? first : StageEnrolment.Of(table, index, stage, campuses);
            reasons = isUnit && reasons is not null ? reasons : ScopeFilter.Reasons(new PartBatch(part, stage, enrolment), rules.Scope);
            view._enrolments[(int)stage] = enrolment;
            view._places[(int)stage] = isUnit ? Places(part.Stages, stage, reasons) : Places(StagesTaught.Of(part, stage), reasons);
        }

        view.TakeOutMerged(index, campuses);
        return view;
    }

    private void TakeOutMerged(int index, Campuses campuses)
    {
        foreach (var row in campuses.Merged)
        {
            foreach (var places in _places)
            {
                if (row.Part == index && places is not null)
                {
                    places[row.Row] = NotThere;
                }
            }
        }
    }

    private static byte[] Places(ReadOnlySpan<Stage> stages, Stage stage, byte[] reasons)
    {
        var places = new byte[reasons.Length];
        var codes = MemoryMarshal.AsBytes(stages);
        var wideCodes = MemoryMarshal.Cast<byte, Vector<byte>>(codes);
        var wideReasons = MemoryMarshal.Cast<byte, Vector<byte>>(reasons);
        var widePlaces = MemoryMarshal.Cast<byte, Vector<byte>>(places.AsSpan());
        for (var at = 0; at < widePlaces.Length; at++)
        {
            widePlaces[at] = wideReasons[at] | ~Vector.Equals(wideCodes[at], new Vector<byte>((byte)stage));
        }

        for (var row = widePlaces.Length * Vector<byte>.Count; row < places.Length; row++)
        {
            places[row] = codes[row] == (byte)stage ? reasons[row] : NotThere;
        }

        return places;
    }

    private static byte[] Places(bool[] isThere, byte[] reasons)
    {
        for (var row = 0; row < reasons.Length; row++)
        {
            reasons[row] = isThere[row] ? reasons[row] : NotThere;
        }

        return reasons;
    }
}

/// <summary>Which rows of a part teach a stage.</summary>
internal static class StagesTaught
{
    /// <summary>
    /// In a unit table the row says its stage. In a school table the type says it; special, vocational and untyped schools have the stages
    /// with pupils, or else those whose enrolment is given, or every stage when none is.
    /// </summary>
    public static bool[] Of(StatisticsPart part, Stage stage)
    {
        var isThere = new bool[part.Count];
        for (var row = 0; row < isThere.Length; row++)
        {
            isThere[row] = part.Layout == TableLayout.Unit
                ? part.StageOf(row) == stage
                : Teaches(part, row, stage);
        }

        return isThere;
    }

    private static bool Teaches(StatisticsPart part, int row, Stage stage)
    {
        var type = part.SchoolTypeOf(row);
        if (type is not (SchoolType.Special or SchoolType.Vocational or SchoolType.Unknown))
        {
            return type.CanHave(stage);
        }

        double? Pupils(Stage each) => part.Figure($"enrolment_{each.Id()}")?.Value(row);
        return Stages.All.Any(each => Pupils(each) > 0)
            ? Pupils(stage) > 0
            : Pupils(stage) is not null || Stages.All.All(each => Pupils(each) is null);
    }
}

using System.Collections.Immutable;

namespace Junheng.Application.Samples;

/// <summary>
/// Pupils by grade and the moves of the year group in each stage's last grade, so that its retention can be followed (巩固率): the grades add up to the enrolment of their stage, and
/// entrants + moved in − moved out − died − graduating is the number of pupils whom nobody can account for.
/// </summary>
internal sealed class SchoolGrades
{
    public static readonly ImmutableArray<string> Columns =
    [
        .. Enumerable.Range(1, LastGrade).Select(grade => $"pupils_grade_{grade}"),
        "cohort_moved_in_primary", "cohort_moved_in_junior", "cohort_moved_out_primary", "cohort_moved_out_junior", "cohort_died_primary", "cohort_died_junior",
    ];

    private const int LastGrade = 9;
    private const int Usual = 1000;
    private const int LostPermille = 16;
    private const int MovedPermille = 17;
    private const int LargeGroup = 400;
    private static readonly (int First, int Last)[] _stages = [(1, 6), (7, 9)];

    /// <summary>Entering year groups are not equally large.</summary>
    private static readonly int[] _groups = [30, -20, 10, -30, 20, -10];

    private readonly long?[] _pupils = new long?[LastGrade + 1];

    private SchoolGrades(SchoolAmounts amounts)
    {
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            if (amounts.Enrolment[stage] is { } pupils)
            {
                Spread(amounts, pupils, _stages[stage]);
            }
        }
    }

    /// <summary>The cells of every school of a year, by serial, in the order of <see cref="Columns"/>.</summary>
    /// <param name="years">The schools of each year by serial.</param>
    /// <param name="year">The year.</param>
    public static IReadOnlyDictionary<string, string[]> Of(IReadOnlyDictionary<int, IReadOnlyDictionary<string, SchoolAmounts>> years, int year) =>
        years[year].ToDictionary(each => each.Key, each => Cells(years, each.Value));

    private static string[] Cells(IReadOnlyDictionary<int, IReadOnlyDictionary<string, SchoolAmounts>> years, SchoolAmounts amounts)
    {
        var grades = new SchoolGrades(amounts);
        var moves = _stages.Select((_, stage) => amounts.Enrolment[stage] is null ? new Moves(null, null, null) : MovesOf(years, amounts, grades, stage)).ToArray();
        return
        [
            .. grades._pupils.Skip(1).Select(CellText.Whole),
            .. moves.Select(each => CellText.Whole(each.In)), .. moves.Select(each => CellText.Whole(each.Out)), .. moves.Select(each => CellText.Whole(each.Died)),
        ];
    }

    /// <summary>What happened since the group entered; of groups that entered before the series, what happened since it began.</summary>
    private static Moves MovesOf(IReadOnlyDictionary<int, IReadOnlyDictionary<string, SchoolAmounts>> years, SchoolAmounts amounts, SchoolGrades now, int stage)
    {
        var (first, last) = _stages[stage];
        var entered = Math.Max(SampleYears.First, amounts.Year - (last - first));
        var grade = last - (amounts.Year - entered);
        long Entrants(string? serial) => serial is not null && years[entered].TryGetValue(serial, out var then) ? new SchoolGrades(then)._pupils[grade] ?? 0 : 0;

        var (entrants, graduating) = (Entrants(amounts.School.Serial), now._pupils[last] ?? 0);
        var died = entrants > LargeGroup ? 1 : 0;
        var lost = graduating == 0 ? 0 : entrants * LostPermille / Usual;
        // Whoever came with a school that was merged in has not moved: its register came along.
        var merged = amounts.School.AbsorbedSerial is { } absorbed && !years[amounts.Year].ContainsKey(absorbed) ? Entrants(absorbed) : 0;
        var net = graduating + lost + died - entrants - merged;
        var usual = entrants * MovedPermille / Usual;
        return new Moves(Math.Max(net, 0) + usual, Math.Max(-net, 0) + usual, died);
    }

    /// <summary>Spreads a stage's pupils over its grades by the size of the year groups; the sum stays.</summary>
    private void Spread(SchoolAmounts amounts, long pupils, (int First, int Last) stage)
    {
        var opened = amounts.School.OpenedLate ? amounts.Year - amounts.School.FirstYear + 1 : int.MaxValue;
        var taught = Math.Min(stage.Last - stage.First + 1, amounts.School.Type == "teaching_point" ? 3 : opened);
        long weights = 0, before = 0;
        var whole = Enumerable.Range(0, taught).Sum(at => (long)Weight(amounts.Year - at));
        for (var at = 0; stage.First + at <= stage.Last; at++)
        {
            weights += at < taught ? Weight(amounts.Year - at) : 0;
            var upTo = pupils * weights / whole;
            _pupils[stage.First + at] = upTo - before;
            before = upTo;
        }
    }

    private static int Weight(int entered) => Usual + _groups[entered % _groups.Length];

    private readonly record struct Moves(long? In, long? Out, long? Died);
}

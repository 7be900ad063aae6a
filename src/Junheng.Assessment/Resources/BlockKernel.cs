using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Resources;

/// <summary>
/// The vector work of one stage block: two passes an indicator, first the sums, then deviations and verdicts. A block's columns fit the first-level cache.
/// Four units at a time whatever the machine, so that results are the same bits everywhere; near ties go to exact arithmetic.
/// Presence is looked at only in blocks where a figure is missing, and in a block's last, partly filled vector.
/// </summary>
/// <param name="table">The view.</param>
/// <param name="longestBlock">Units of the longest block that will be evaluated.</param>
internal sealed class BlockKernel(UnitTable table, int longestBlock)
{
    private const int Lanes = 4;

    /// <summary>What pass two gathers a unit: how many indicators are below the norm, and two flags above that count.</summary>
    private const long BelowFloor = 1L << 32;
    private const long IsNearTie = 1L << 33;
    private const long BelowCount = (1L << 32) - 1;

    private readonly Vector128<uint>[] _present = new Vector128<uint>[(longestBlock + Lanes - 1) / Lanes];
    private readonly Vector256<double>[] _inverse = new Vector256<double>[(longestBlock + Lanes - 1) / Lanes];
    private readonly Vector256<long>[] _gathered = new Vector256<long>[(longestBlock + Lanes - 1) / Lanes];

    /// <summary>Evaluates a block that has units.</summary>
    /// <param name="block">The block.</param>
    /// <param name="stage">Its stage's numbers.</param>
    /// <param name="spreads">Receives one entry an indicator.</param>
    /// <param name="verdicts">Receives one verdict a unit.</param>
    public void Evaluate(StageBlock block, StagePlan stage, Span<IndicatorSpread> spreads, Span<Verdict> verdicts)
    {
        var (known, pupils) = Prepare(block);
        for (var k = 0; k < spreads.Length; k++)
        {
            var wanted = 1u | (2u << k);
            var whole = (known & wanted) == wanted ? block.Count / Lanes : 0;
            var sums = Sum(block, k, wanted, whole);
            var total = whole > 0 ? pupils : sums.Pupils;
            var mean = sums.Amount / total;
            var squares = Deviate(block, k, wanted, whole, mean, stage);
            spreads[k] = SpreadJudge.Judge(table, block, k, stage.Indicators[k], new Moments((whole * Lanes) + sums.Known, block.Count, mean, squares / total));
        }

        if (stage.UnitRule is { } rule)
        {
            Decide(block, stage, rule.AllowedBelow, verdicts);
        }
        else
        {
            verdicts.Fill(Verdict.NotApplicable);
        }
    }

    /// <summary>Presence words without the lanes behind the block, 1 ÷ enrolment, and fresh gathering lanes.</summary>
    /// <returns>The presence bits that every unit of the block has, and Σ enrolment where it is known.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (uint Known, double Pupils) Prepare(StageBlock block)
    {
        ref var enrolment = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Enrolment), block.Start);
        ref var presence = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Present), block.Start);
        var known = Vector128<uint>.AllBitsSet;
        var sum = Vector256<double>.Zero;
        for (int at = 0, vector = 0; at < block.Count; at += Lanes, vector++)
        {
            var inBlock = LanesBelow(block.Count - at);
            var bits = Vector128.LoadUnsafe(ref presence, (nuint)at) & inBlock;
            var pupils = Vector256.LoadUnsafe(ref enrolment, (nuint)at);
            var has = HasAll(bits, 1u);
            known &= bits | ~inBlock;
            sum += pupils & has;
            _present[vector] = bits;
            _inverse[vector] = Vector256<double>.One / pupils;
            _gathered[vector] = Vector256.LessThan(pupils, Vector256.Create(NearTie.SmallestSafeEnrolment)).AsInt64() & has.AsInt64() & Vector256.Create(IsNearTie);
        }

        return (known[0] & known[1] & known[2] & known[3], Vector256.Sum(sum));
    }

    /// <summary>First pass: Σ numerator and Σ enrolment over the units that have both.</summary>
    /// <param name="block">The block.</param>
    /// <param name="k">The indicator.</param>
    /// <param name="wanted">The presence bits of enrolment and numerator.</param>
    /// <param name="whole">How many vectors from the first are known throughout; their enrolments and units are not counted again.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Amount, double Pupils, int Known) Sum(StageBlock block, int k, uint wanted, int whole)
    {
        ref var numerator = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Numerator(k)), block.Start);
        ref var enrolment = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Enrolment), block.Start);
        ref var present = ref MemoryMarshal.GetArrayDataReference(_present);
        var (amounts, pupils, counts) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<long>.Zero);
        var vector = 0;
        for (; vector < whole; vector++)
        {
            amounts += Vector256.LoadUnsafe(ref numerator, (nuint)(vector * Lanes));
        }

        for (; vector * Lanes < block.Count; vector++)
        {
            var both = HasAll(Unsafe.Add(ref present, vector), wanted);
            amounts += Vector256.LoadUnsafe(ref numerator, (nuint)(vector * Lanes)) & both;
            pupils += Vector256.LoadUnsafe(ref enrolment, (nuint)(vector * Lanes)) & both;
            counts -= both.AsInt64();
        }

        return (Vector256.Sum(amounts), Vector256.Sum(pupils), (int)Vector256.Sum(counts));
    }

    /// <summary>Second pass: Σ enrolment·(ratio − mean)², and where each unit stands to norm and floor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Deviate(StageBlock block, int k, uint wanted, int whole, double mean, StagePlan stage)
    {
        ref var numerator = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Numerator(k)), block.Start);
        ref var enrolment = ref Unsafe.Add(ref MemoryMarshal.GetReference(table.Enrolment), block.Start);
        ref var present = ref MemoryMarshal.GetArrayDataReference(_present);
        ref var inverse = ref MemoryMarshal.GetArrayDataReference(_inverse);
        ref var gathered = ref MemoryMarshal.GetArrayDataReference(_gathered);
        var (means, normLow, normHigh) = (Vector256.Create(mean), Vector256.Create(stage.NormLow[k]), Vector256.Create(stage.NormHigh[k]));
        var (floorLow, floorHigh) = (Vector256.Create(stage.FloorLow[k]), Vector256.Create(stage.FloorHigh[k]));
        var squares = Vector256<double>.Zero;
        var vector = 0;
        for (; vector < whole; vector++)
        {
            var ratio = Vector256.LoadUnsafe(ref numerator, (nuint)(vector * Lanes)) * Unsafe.Add(ref inverse, vector);
            var deviation = ratio - means;
            squares += Vector256.LoadUnsafe(ref enrolment, (nuint)(vector * Lanes)) * deviation * deviation;
            Gather(ref Unsafe.Add(ref gathered, vector), ratio, normLow, normHigh, floorLow, floorHigh, Vector256<double>.AllBitsSet);
        }

        for (; vector * Lanes < block.Count; vector++)
        {
            var both = HasAll(Unsafe.Add(ref present, vector), wanted);
            var ratio = Vector256.LoadUnsafe(ref numerator, (nuint)(vector * Lanes)) * Unsafe.Add(ref inverse, vector);
            var deviation = ratio - means;
            squares += Vector256.LoadUnsafe(ref enrolment, (nuint)(vector * Lanes)) * deviation * deviation & both;
            Gather(ref Unsafe.Add(ref gathered, vector), ratio, normLow, normHigh, floorLow, floorHigh, both);
        }

        return Vector256.Sum(squares);
    }

    /// <summary>Below the norm counts one; below the floor and too near to either set their flags.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(
        ref Vector256<long> gathered,
        Vector256<double> ratio,
        Vector256<double> normLow,
        Vector256<double> normHigh,
        Vector256<double> floorLow,
        Vector256<double> floorHigh,
        Vector256<double> both)
    {
        var underNorm = Vector256.LessThan(ratio, normLow) & both;
        var underFloor = Vector256.LessThan(ratio, floorLow) & both;
        var nearTie = ((Vector256.LessThanOrEqual(ratio, normHigh) & both) ^ underNorm) | ((Vector256.LessThanOrEqual(ratio, floorHigh) & both) ^ underFloor);
        gathered = (gathered - underNorm.AsInt64())
            | (underFloor.AsInt64() & Vector256.Create(BelowFloor))
            | (nearTie.AsInt64() & Vector256.Create(IsNearTie));
    }

    /// <summary>The verdict of each unit from what was gathered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decide(StageBlock block, StagePlan stage, int allowedBelow, Span<Verdict> verdicts)
    {
        for (int at = 0, vector = 0; at < block.Count; at += Lanes, vector++)
        {
            var gathered = _gathered[vector];
            var notMet = Vector256.GreaterThan(gathered & Vector256.Create(BelowCount), Vector256.Create((long)allowedBelow))
                | Vector256.Equals(gathered & Vector256.Create(BelowFloor), Vector256.Create(BelowFloor));
            var known = HasAll(_present[vector], stage.RequiredBits).AsInt64();
            var decided = Vector256.ConditionalSelect(notMet, Vector256.Create((long)Verdict.NotMet), known & Vector256.Create((long)Verdict.Met));
            var ties = Vector256.Equals(gathered & Vector256.Create(IsNearTie), Vector256.Create(IsNearTie)).ExtractMostSignificantBits();
            for (var lane = 0; lane < Math.Min(Lanes, block.Count - at); lane++)
            {
                verdicts[at + lane] = (ties >> lane & 1) != 0 ? UnitJudge.VerdictOf(table, block.Start + at + lane, stage) : (Verdict)decided[lane];
            }
        }
    }

    /// <summary>All bits set in the lanes whose unit is still in the block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> LanesBelow(int left) => Vector128.LessThan(Vector128.Create(0, 1, 2, 3), Vector128.Create(left)).AsUInt32();

    /// <summary>All bits set in the lanes whose presence word has every wanted bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> HasAll(Vector128<uint> bits, uint wanted)
    {
        var wantedBits = Vector128.Create(wanted);
        var has = Vector128.Equals(bits & wantedBits, wantedBits).AsInt32();
        return Vector256.Create(Vector128.WidenLower(has), Vector128.WidenUpper(has)).AsDouble();
    }
}

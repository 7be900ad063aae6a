using Junheng.Domain.Outcomes;

namespace Junheng.Assessment.Resources;

/// <summary>What the kernel found in a view: a verdict a unit, and mean and coefficient of variation a stage block and indicator.</summary>
public sealed class ResourceFigures
{
    private readonly Verdict[] _unitVerdicts;
    private readonly IndicatorSpread[] _spreads;
    private readonly int _indicators;

    internal ResourceFigures(int units, int blocks, int indicators)
    {
        _unitVerdicts = new Verdict[units];
        _spreads = new IndicatorSpread[blocks * indicators];
        _indicators = indicators;
    }

    /// <summary>The strict verdict of each unit, in the order of the view.</summary>
    public ReadOnlySpan<Verdict> UnitVerdicts => _unitVerdicts;

    /// <summary>Mean and coefficient of variation of an indicator in a stage block.</summary>
    public IndicatorSpread Spread(int block, int indicator) => _spreads[(block * _indicators) + indicator];

    internal Span<Verdict> WritableVerdicts(int start, int count) => _unitVerdicts.AsSpan(start, count);

    internal Span<IndicatorSpread> WritableSpreads(int block) => _spreads.AsSpan(block * _indicators, _indicators);
}

/// <summary>Why a coefficient of variation gives no verdict, or that it does.</summary>
public enum CvReason : byte
{
    /// <summary>It is whole: every unit has the figures.</summary>
    None = 0,

    /// <summary>A unit lacks the item or the enrolment.</summary>
    Missing = 1,

    /// <summary>The mean is zero, so the coefficient is undefined.</summary>
    ZeroMean = 2,

    /// <summary>The stage has no unit.</summary>
    NoUnits = 3,
}

/// <summary>An indicator's mean and dispersion between the units of one county and stage.</summary>
/// <param name="Mean">Σ numerator ÷ Σ enrolment over units that have both, times the scale; null when no unit has.</param>
/// <param name="Cv">Pupil-weighted coefficient of variation over those units; null where it is undefined.</param>
/// <param name="Reason">Why it gives no verdict.</param>
/// <param name="Verdict">Against the limit; undecided where <paramref name="Reason"/> says so, not applicable without a limit.</param>
public readonly record struct IndicatorSpread(double? Mean, double? Cv, CvReason Reason, Verdict Verdict);

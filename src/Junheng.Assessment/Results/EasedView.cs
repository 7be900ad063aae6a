using System.Collections.Immutable;
using Junheng.Assessment.Levels;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;
using Junheng.Formulas;

namespace Junheng.Assessment.Results;

/// <summary>
/// The view once more with the easements in force: where a unit fulfils an easement's condition and its extra figures are given, its numerator is the eased one.
/// An easement is a permission, so unit and coefficient each keep the better of their strict and eased verdicts.
/// </summary>
internal sealed class EasedView
{
    private readonly Dictionary<(int Unit, string Easement), bool> _used;

    private EasedView(UnitTable units, ResourceFigures figures, Dictionary<(int, string), bool> used) => (Units, Figures, _used) = (units, figures, used);

    public UnitTable Units { get; }

    public ResourceFigures Figures { get; }

    /// <summary>Who uses what.</summary>
    public IEnumerable<(int Unit, string Easement)> Used => _used.Keys;

    /// <summary>The eased view, or null when no easement in force changes any unit.</summary>
    public static EasedView? Of(UnitTable units, StandardInForce inForce)
    {
        var easements = inForce.EasementsInForce.Where(easement => easement.Indicator is not null).ToList();
        if (easements.Count == 0)
        {
            return null;
        }

        var used = new Dictionary<(int, string), bool>();
        var changes = new Dictionary<(int Unit, int Indicator), ImmutableArray<NumeratorItem>>();
        foreach (var (unit, entity) in Entities(units))
        {
            foreach (var easement in easements)
            {
                var indicator = inForce.Standard.IndexOf(easement.Indicator!);
                if (easement.When.Evaluate(entity) is FormulaValue.Truth { Value: true } && units.HasFigures(unit, easement.Numerator))
                {
                    changes[(unit, indicator)] = easement.Numerator;
                    used[(unit, easement.Id)] = true;
                }
            }
        }

        if (changes.Count == 0)
        {
            return null;
        }

        var eased = units.With(changes);
        return new EasedView(eased, ResourceKernel.Evaluate(eased, inForce.Plan), used);
    }

    public Verdict UnitVerdict(int unit, Verdict strict) => Verdicts.MoreFavourable(strict, Figures.UnitVerdicts[unit]);

    public Verdict CvVerdict(int block, int indicator, Verdict strict) => Verdicts.MoreFavourable(strict, Figures.Spread(block, indicator).Verdict);

    public int TimesUsed(Easement easement, int firstUnit, int end) =>
        _used.Keys.Count(use => use.Easement == easement.Id && use.Unit >= firstUnit && use.Unit < end);

    private static IEnumerable<(int Unit, UnitEntity Entity)> Entities(UnitTable units)
    {
        for (var county = 0; county < units.Counties.Length; county++)
        {
            foreach (var school in CountyEntity.Schools(units, units.BlocksOf(county)))
            {
                foreach (var unit in school.Units)
                {
                    yield return (unit.Unit, unit);
                }
            }
        }
    }
}

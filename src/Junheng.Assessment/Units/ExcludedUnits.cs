using System.Collections.Immutable;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Units;

/// <summary>Names a county's units outside the standard's scope when they are asked for.</summary>
internal sealed class ExcludedUnits(ViewRules rules, PartView[] parts)
{
    /// <summary>Sorted by school code, then stage.</summary>
    public ImmutableArray<ExcludedUnit> Of(CountyRows county)
    {
        var excluded = ImmutableArray.CreateBuilder<ExcludedUnit>();
        foreach (var stage in rules.Stages)
        {
            foreach (var run in county.Runs)
            {
                Add(excluded, run, stage);
            }
        }

        excluded.Sort((left, right) => string.CompareOrdinal(left.SchoolCode, right.SchoolCode) is var byCode and not 0 ? byCode : left.Stage.CompareTo(right.Stage));
        return excluded.ToImmutable();
    }

    private void Add(ImmutableArray<ExcludedUnit>.Builder excluded, RowRun run, Stage stage)
    {
        var places = parts[run.Part].Places(stage);
        for (var row = run.Start; row < run.Start + run.Count; row++)
        {
            if (places[row] is not (0 or PartView.NotThere))
            {
                excluded.Add(new ExcludedUnit(new RowRef(run.Part, row), stage, parts[run.Part].Part.SchoolCode[row], rules.Scope[places[row] - 1].Reason));
            }
        }
    }
}

using System.Collections.Immutable;
using Junheng.Assessment.Items;
using Junheng.Assessment.Resources;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Units;
using Junheng.Domain.Outcomes;
using Junheng.Domain.Statistics;

namespace Junheng.Assessment.Results;

/// <summary>
/// The outcome of judging a raw table by a standard in force. Verdicts, means and coefficients of all counties are there at once;
/// a county's reasons are worked out when asked for. Safe for many readers.
/// </summary>
public sealed class AssessmentResult
{
    private readonly CountyJudge _judge;

    private AssessmentResult(StandardInForce inForce, UnitTable units, ResourceFigures figures, ItemFigures items)
    {
        (InForce, Units, Figures, Items) = (inForce, units, figures, items);
        _judge = new CountyJudge(this, EasedView.Of(units, inForce));
    }

    /// <summary>The standard and date.</summary>
    public StandardInForce InForce { get; }

    /// <summary>The standard's view of the table.</summary>
    public UnitTable Units { get; }

    /// <summary>Unit verdicts, means and coefficients.</summary>
    public ResourceFigures Figures { get; }

    /// <summary>What is known beyond the schools.</summary>
    public ItemFigures Items { get; }

    /// <summary>How many counties the table has.</summary>
    public int CountyCount => Units.Counties.Length;

    /// <summary>Judges a table. Linear in its rows; a pure function of its arguments.</summary>
    public static AssessmentResult Of(StatisticsTable table, StandardInForce inForce, ItemFigures? items = null)
    {
        var units = inForce.View(table);
        return new AssessmentResult(inForce, units, ResourceKernel.Evaluate(units, inForce.Plan), items ?? ItemFigures.None);
    }

    /// <summary>A county's strict verdict, without its reasons.</summary>
    /// <param name="county">Index into the view's counties.</param>
    public Verdict VerdictOf(int county) => _judge.VerdictOf(county);

    /// <summary>A county with all its reasons.</summary>
    /// <param name="county">Index into the view's counties.</param>
    public CountyAssessment County(int county) => _judge.Judge(county);

    /// <summary>What the school table counts for an item of a county, beside what is stated; worked out when asked for.</summary>
    /// <param name="county">Index into the view's counties.</param>
    /// <param name="item">The item.</param>
    public ImmutableArray<TableReading> TableReadings(int county, EvaluationItem item) => TableReading.Of(InForce, Units, county, item);

    /// <summary>Index of a county by its code, or −1.</summary>
    public int IndexOf(string countyCode)
    {
        for (var county = 0; county < CountyCount; county++)
        {
            if (Units.Counties[county].Code == countyCode)
            {
                return county;
            }
        }

        return -1;
    }
}

using Junheng.Application.Plans;

namespace Junheng.Documents.Plans;

/// <summary>The papers of plans: 投入测算与实施方案 as a workbook and in Word.</summary>
public sealed class PlanPapers : IPlanPapers
{
    /// <inheritdoc/>
    public void Workbook(PlanReport report, Stream stream) => PlanWorkbook.Write(Papers(report), stream);

    /// <inheritdoc/>
    public void Document(PlanReport report, Stream stream) => PlanDocument.Write(Papers(report), stream);

    private static List<PlanPaper> Papers(PlanReport report) =>
        [.. report.Plans.GroupBy(plan => plan.Problem.Problem.CountyCode).Select(county => new PlanPaper(report, [.. county]))];
}

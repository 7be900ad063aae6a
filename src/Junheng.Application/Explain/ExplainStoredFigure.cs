using Junheng.Application.Counties;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Traces;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Application.Explain;

/// <summary>Which figure is asked about.</summary>
/// <param name="County">County code.</param>
/// <param name="Basis">By what it is judged.</param>
/// <param name="School">School code.</param>
/// <param name="Stage">Stage.</param>
/// <param name="Indicator">Indicator id.</param>
public sealed record FigureQuestion(string County, Basis Basis, string School, Stage Stage, string Indicator);

/// <summary>The answer.</summary>
/// <param name="County">The county as judged.</param>
/// <param name="Trace">The trace.</param>
public sealed record FigureAnswer(CountyOnFile County, FigureTrace Trace);

/// <summary>Use case: where one figure on a page comes from, down to file, sheet and cell.</summary>
public sealed class ExplainStoredFigure(AssessStoredCounty assess)
{
    /// <summary>The answer; null when there is no such figure.</summary>
    public async Task<FigureAnswer?> RunAsync(FigureQuestion question, Language language, CancellationToken cancellation)
    {
        if (await assess.RunAsync(question.County, question.Basis, language, cancellation) is not { } county)
        {
            return null;
        }

        var indicator = county.Report.Result.InForce.Standard.IndexOf(question.Indicator);
        var unit = county.County.Units.FirstOrDefault(each => each.SchoolCode == question.School && each.Stage == question.Stage);
        return indicator < 0 || unit is null ? null : new FigureAnswer(county, FigureTracer.Trace(county.Report.Result, unit.Unit, indicator));
    }
}

using System.Collections.Immutable;
using Junheng.Application.Assess;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;
using Junheng.Planning.Resources;

namespace Junheng.Application.Plans;

/// <summary>A plan for the counties of some input tables.</summary>
/// <param name="Basis">The inputs, the standard and the day.</param>
public sealed record PlanRequest(AssessRequest Basis)
{
    /// <summary>The county's own prices; null: the defaults.</summary>
    public InputFile? Prices { get; init; }

    /// <summary>Most that may be added.</summary>
    public InputFile? Caps { get; init; }

    /// <summary>What is already decided.</summary>
    public InputFile? Locks { get; init; }

    /// <summary>Yuan a county may spend.</summary>
    public Rational? Budget { get; init; }

    /// <summary>Safety margin of every limit.</summary>
    public Rational Margin { get; init; }

    /// <summary>The stages; empty: all.</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>What is done about blank cells.</summary>
    public MissingRule Missing { get; init; }

    /// <summary>Whether the transitional easements in force are counted on.</summary>
    public bool Easements { get; init; }

    /// <summary>What is asked beyond the plans.</summary>
    public PlanQuestions Questions { get; init; } = PlanQuestions.None;

    /// <summary>How hard to look.</summary>
    public PlannerOptions Options { get; init; } = PlannerOptions.Default;
}

/// <summary>What came of it.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>Something is wrong with inputs, standard or terms: all of it, nothing was planned.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : PlanOutcome;

    /// <summary>The counties are planned for.</summary>
    public sealed record Planned(PlanReport Report) : PlanOutcome;
}

/// <summary>Use case: the cheapest plan for every county of some input tables, checked by the separate verifier.</summary>
public sealed class PlanCounties(IStandardLibrary library, IStatisticsFiles files, IPlanFiles planFiles)
{
    /// <summary>Reads everything, plans, verifies.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told the number of plans made, or null.</param>
    public PlanOutcome Run(PlanRequest request, IProgress<int>? progress = null)
    {
        files.Prepare(request.Basis.Inputs, request.Basis.Language);
        return library.Open(request.Basis.Standard, request.Basis.Language) switch
        {
            StandardOpening.Opened opened => Run(request, opened.Standard, progress),
            StandardOpening.Refused refused => new PlanOutcome.Refused(refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    private PlanOutcome Run(PlanRequest request, Standard standard, IProgress<int>? progress)
    {
        var (basis, language) = (request.Basis, request.Basis.Language);
        var reading = files.Read(basis.Inputs, standard, new StatisticsReadingOptions(basis.AllowMissing, language) { Papers = basis.Papers });
        var prices = request.Prices is { } own ? planFiles.ReadPrices(own, standard.Columns, language) : new PriceReading(PriceSet.None, []);
        var caps = Bounds(request.Caps, "max_add", standard, language);
        var locks = Bounds(request.Locks, "min_add", standard, language);
        ImmutableArray<Finding> findings = [.. reading.Findings, .. prices.Findings, .. caps.Findings, .. locks.Findings];
        if (reading.Table is not { } table || prices.Prices is not { } given || caps.Bounds is not { } most || locks.Bounds is not { } least)
        {
            return new PlanOutcome.Refused(findings);
        }

        var terms = new PlanTerms(planFiles.DefaultPrices.With(given))
        {
            Caps = most,
            Locks = least,
            Budget = request.Budget,
            Margin = request.Margin,
            Stages = request.Stages,
            Missing = request.Missing,
            Easements = request.Easements,
        };
        return Run(table, standard.At(basis.Date), terms, request.Options, language, progress) switch
        {
            (null, var wrong) => new PlanOutcome.Refused([.. findings, .. wrong]),
            (var plans, var more) => new PlanOutcome.Planned(new PlanReport(
                standard.At(basis.Date), terms, reading.Inputs, basis.Standard, Answered(plans.Value, request.Questions), [.. findings, .. more], language)
            { Questions = request.Questions }),
        };
    }

    private static ImmutableArray<CountyPlan> Answered(ImmutableArray<CountyPlan> plans, PlanQuestions questions) =>
        questions == PlanQuestions.None ? plans : [.. plans.Select(plan => plan.Answered(questions))];

    /// <summary>Plans for every county of a table that is already read.</summary>
    internal static (ImmutableArray<CountyPlan>? Plans, ImmutableArray<Finding> Findings) Run(
        StatisticsTable table, StandardInForce inForce, PlanTerms terms, PlannerOptions options, Language language, IProgress<int>? progress)
    {
        var findings = new PlanFindings(language);
        if (StageRules.Of(inForce, out var why) is not { } rules)
        {
            findings.Add("plan.standard", Severity.Error, Origin.None, "", why!, new("换一个判定学校资源的标准", "Plan by a standard that judges schools' resources"));
            return (null, [.. findings.All]);
        }

        var eased = PlanEasement.View(inForce.View(table), inForce, terms);
        var units = eased.Units;
        PlanEasement.ReportUnused(eased, inForce, terms, findings);
        CheckCounties(units.Counties.Select(county => county.Code), terms, findings);
        var problems = ImmutableArray.CreateBuilder<PlannedProblem>();
        for (var county = 0; county < units.Counties.Length; county++)
        {
            problems.AddRange(ProblemBuilder.Of(units, inForce, rules, county, terms, findings));
        }

        if (problems.Count == 0 && !findings.HasErrors)
        {
            findings.Add("plan.no-units", Severity.Error, Origin.None, "", new("没有可以测算的学校", "There is no school to plan for"), new("核对学段和评估日期", "Check stage and date"));
        }

        if (findings.HasErrors)
        {
            return (null, [.. findings.All]);
        }

        var plans = ImmutableArray.CreateBuilder<CountyPlan>();
        foreach (var problem in problems)
        {
            if (CountyPlanner.Solve(problem, options, findings) is { } plan)
            {
                plans.Add(plan with { Easements = PlanEasement.Of(eased, problem) });
                progress?.Report(plans.Count);
            }
        }

        return (findings.HasErrors ? null : plans.ToImmutable(), [.. findings.All]);
    }

    private BoundsReading Bounds(InputFile? file, string column, Standard standard, Language language) =>
        file is null ? new BoundsReading([], []) : planFiles.ReadBounds(file, column, standard.Columns, language);

    private static void CheckCounties(IEnumerable<string> codes, PlanTerms terms, PlanFindings findings)
    {
        var known = codes.ToHashSet(StringComparer.Ordinal);
        foreach (var bound in terms.Caps.Concat(terms.Locks).Where(bound => !known.Contains(bound.CountyCode)))
        {
            findings.Add(
                "plan.unknown-county",
                Severity.Error,
                bound.Place,
                bound.CountyCode,
                new($"学校表中没有县“{bound.CountyCode}”", $"The school tables have no county '{bound.CountyCode}'"),
                new("核对县代码", "Check the county code"));
        }
    }
}

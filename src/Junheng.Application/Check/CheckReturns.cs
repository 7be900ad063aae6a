using System.Collections.Immutable;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Consistency;
using Junheng.Assessment.Standards;
using Junheng.Assessment.Standards.Reading;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Check;

/// <summary>What is to be checked.</summary>
/// <param name="Inputs">Tables of schools; together they form one table.</param>
/// <param name="Standard">The standard whose norms some rules look at.</param>
/// <param name="Settings">Settings of the rules that are changed.</param>
/// <param name="Date">The day; it says which report year is checked and which rules are asked.</param>
/// <param name="Explanations">A file of explanations, or null.</param>
/// <param name="AllowMissing">Whether a column that the standard needs may be absent.</param>
/// <param name="Language">The language of findings.</param>
public sealed record CheckRequest(
    ImmutableArray<InputFile> Inputs,
    StandardRequest Standard,
    ImmutableArray<SettingOverride> Settings,
    DateOnly Date,
    InputFile? Explanations = null,
    bool AllowMissing = false,
    Language Language = Language.Zh);

/// <summary>What checking gave.</summary>
/// <param name="Set">The rules.</param>
/// <param name="Standard">The standard on its date.</param>
/// <param name="Result">The rules asked and what two registers say.</param>
/// <param name="Hits">The hits with their explanations, sorted as in the result.</param>
/// <param name="Unused">Explanations whose values are no longer there.</param>
/// <param name="Inputs">The inputs read.</param>
/// <param name="Findings">Warnings and notes of reading.</param>
/// <param name="Language">The language of findings.</param>
public sealed record CheckReport(
    CheckSet Set,
    StandardInForce Standard,
    ConsistencyResult Result,
    ImmutableArray<ExplainedHit> Hits,
    ImmutableArray<Explanation> Unused,
    ImmutableArray<InputSummary> Inputs,
    ImmutableArray<Finding> Findings,
    Language Language)
{
    /// <summary>How many hits stand in a state.</summary>
    public int Count(HitState state) => Hits.Count(hit => hit.State == state);

    /// <summary>Whether a hard rule is broken.</summary>
    public bool HasErrors => Hits.Any(hit => hit.State == HitState.Error);

    /// <summary>What reading found and every hit that stands, as findings of the inputs: for a marked workbook.</summary>
    public ImmutableArray<Finding> AllFindings =>
        [.. Findings, .. Hits.Where(hit => hit.State != HitState.Accepted).Select(hit => hit.Hit.ToFinding(Language))];
}

/// <summary>What came of it.</summary>
public abstract record CheckOutcome
{
    private CheckOutcome()
    {
    }

    /// <summary>The inputs, the rules or the explanations cannot be read: all of it, nothing was checked.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : CheckOutcome;

    /// <summary>The inputs are checked.</summary>
    public sealed record Checked(CheckReport Report) : CheckOutcome;
}

/// <summary>Use case: check returns for errors (逻辑校验) and questions (经验校验), with the explanations given so far.</summary>
public sealed class CheckReturns(IStandardLibrary standards, ICheckLibrary checks, IStatisticsFiles files, IExplanationFiles explanations)
{
    /// <summary>Opens standard and rules, reads the inputs and explanations, and checks.</summary>
    public CheckOutcome Run(CheckRequest request)
    {
        files.Prepare(request.Inputs, request.Language);
        var standard = standards.Open(request.Standard, request.Language);
        var set = checks.Open(request.Settings, request.Language);
        var given = request.Explanations is { } file ? explanations.Read(file, request.Language) : new ExplanationsReading([], []);
        if (standard is not StandardOpening.Opened { Standard: var opened } || set is not CheckSetOpening.Opened { Set: var rules })
        {
            return new CheckOutcome.Refused(
                [.. (standard as StandardOpening.Refused)?.Findings ?? [], .. (set as CheckSetOpening.Refused)?.Findings ?? [], .. given.Findings]);
        }

        var reading = files.Read(request.Inputs, opened, new StatisticsReadingOptions(request.AllowMissing, request.Language));
        ImmutableArray<Finding> findings = [.. reading.Findings, .. given.Findings];
        if (reading.Table is not { } table || given.Explanations is not { } known)
        {
            return new CheckOutcome.Refused(findings);
        }

        var inForce = opened.At(request.Date);
        var result = ConsistencyCheck.Run(table, rules, inForce);
        var hits = Explained(result.Hits, known);
        var used = hits.Select(hit => hit.Explanation).OfType<Explanation>().ToHashSet();
        return new CheckOutcome.Checked(new CheckReport(
            rules, inForce, result, hits, [.. known.Where(line => line.Text.Length > 0 && !used.Contains(line))], reading.Inputs, findings, request.Language));
    }

    /// <summary>Each hit with the last explanation for its values.</summary>
    private static ImmutableArray<ExplainedHit> Explained(ImmutableArray<CheckHit> hits, ImmutableArray<Explanation> known)
    {
        var byRule = known.ToLookup(line => (line.Rule, line.SchoolCode, line.Cells));
        return [.. hits.Select(hit => new ExplainedHit(hit, byRule[(hit.Rule.Id, hit.SchoolCode, hit.Content)].LastOrDefault(line => line.IsFor(hit))))];
    }
}

using System.Security.Cryptography;
using Junheng.Application.Accounts;
using Junheng.Application.Counties;
using Junheng.Application.Plans.Certificates;
using Junheng.Application.WhatIf;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans.Kept;

/// <summary>What is to be kept.</summary>
/// <param name="Asked">Terms and basis as they stand in the page's address.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsShared">Whether others may look at it.</param>
/// <param name="Person">Who keeps it.</param>
public sealed record KeepPlanRequest(string Asked, string Name, bool IsShared, string Person);

/// <summary>What came of it.</summary>
public enum KeepPlanOutcome
{
    /// <summary>It is kept.</summary>
    Done,

    /// <summary>It has no name, or too long a one.</summary>
    NoName,

    /// <summary>The terms are refused: there is no plan to keep.</summary>
    Refused,

    /// <summary>More terms than can be kept.</summary>
    TooLong,

    /// <summary>There are too many.</summary>
    TooMany,
}

/// <summary>Use case: keep a plan under a name. What is kept is never changed afterwards; who wants another keeps another.</summary>
public sealed class KeepPlan(IKeptPlans plans, ISecrets secrets, TimeProvider clock)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 60;

    /// <summary>The longest address of terms.</summary>
    public const int LongestAsked = 60_000;

    /// <summary>How many a person may keep of one county.</summary>
    public const int MostOfOne = 100;

    /// <summary>Keeps a plan as it came out.</summary>
    /// <param name="county">The county as judged.</param>
    /// <param name="plan">What came of the terms.</param>
    /// <param name="request">Under which name.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(KeepPlanOutcome Outcome, Guid Id)> RunAsync(CountyOnFile county, StoredPlan plan, KeepPlanRequest request, CancellationToken cancellation)
    {
        var name = new string([.. request.Name.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Trim();
        if (name.Length is 0 or > LongestName)
        {
            return (KeepPlanOutcome.NoName, default);
        }

        if (plan.Report is not { } report)
        {
            return (KeepPlanOutcome.Refused, default);
        }

        if (request.Asked.Length > LongestAsked)
        {
            return (KeepPlanOutcome.TooLong, default);
        }

        var scope = county.Stored.Region.Scope;
        if ((await plans.ListAsync(scope, cancellation)).Count(each => each.Author == request.Person) >= MostOfOne)
        {
            return (KeepPlanOutcome.TooMany, default);
        }

        var total = PlanTotals.Of(report.Plans);
        var kept = new KeptPlan(
            scope,
            secrets.NewId(),
            county.Year,
            name,
            request.Asked,
            ScenarioRun.HashOf(county),
            report.InForce.Standard.ContentHash,
            report.ResultId,
            CertificateHash(report),
            total.Cost,
            total.LowerBound,
            request.IsShared,
            request.Person,
            clock.GetUtcNow());
        await plans.AddAsync(kept, request.Person, cancellation);
        return (KeepPlanOutcome.Done, kept.Id);
    }

    /// <summary>The hash of the certificate file of a report.</summary>
    public static string CertificateHash(PlanReport report)
    {
        using var content = new MemoryStream();
        CertificateWriter.Write(report, content);
        return Convert.ToHexStringLower(SHA256.HashData(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }
}

/// <summary>The money of all plans of a report together.</summary>
/// <param name="Cost">Exact sum; null where one of the problems has no plan.</param>
/// <param name="LowerBound">Sum of the proven bounds; null where one has none.</param>
public sealed record PlanTotals(Rational? Cost, Rational? LowerBound)
{
    /// <summary>What certainly cannot be saved any more: cost less bound; null without a plan.</summary>
    public Rational? Gap => Cost - LowerBound;

    /// <summary>The totals of plans.</summary>
    public static PlanTotals Of(IEnumerable<CountyPlan> plans)
    {
        var all = plans.Select(plan => plan.Plan).ToList();
        return new PlanTotals(Sum(all.ConvertAll(plan => plan.Cost)), Sum(all.ConvertAll(plan => plan.LowerBound)));
    }

    private static Rational? Sum(List<Rational?> values) => values.TrueForAll(value => value is not null) ? values.Aggregate(Rational.Zero, (sum, value) => sum + value!.Value) : null;
}

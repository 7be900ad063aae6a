using Junheng.Application.Regions;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans.Kept;

/// <summary>
/// A plan that was kept under a name: what was asked, what it rested on, and what came of it, by hash. It is never changed; opening it solves again, so that whoever
/// reads it sees at once whether the data have moved since.
/// </summary>
/// <param name="Scope">The county.</param>
/// <param name="Id">Its number.</param>
/// <param name="ReportYear">The report year that it is about.</param>
/// <param name="Name">What its author calls it.</param>
/// <param name="Asked">The terms and the basis, as they stand in the page's address; at most <see cref="KeepPlan.LongestAsked"/> signs.</param>
/// <param name="DataSha256">The returns, items and standard that it rested on: <see cref="WhatIf.ScenarioRun.HashOf"/>.</param>
/// <param name="StandardSha256">The standard's content.</param>
/// <param name="ResultId">The plan's id: data, standard, settings, date and terms.</param>
/// <param name="CertificateSha256">The certificate file, as it could be taken home then.</param>
/// <param name="Cost">Exact cost in yuan; null where no plan complies with the terms.</param>
/// <param name="LowerBound">The proven bound; null where there is none.</param>
/// <param name="IsShared">Whether everybody who may see the county's figures may look at it; otherwise its author alone.</param>
/// <param name="Author">Who kept it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record KeptPlan(
    ScopeId Scope,
    Guid Id,
    int ReportYear,
    string Name,
    string Asked,
    string DataSha256,
    string StandardSha256,
    string ResultId,
    string CertificateSha256,
    Rational? Cost,
    Rational? LowerBound,
    bool IsShared,
    string Author,
    DateTimeOffset CreatedAt)
{
    /// <summary>Whether somebody may look at it, who may see the county's figures.</summary>
    public bool IsVisibleTo(string? person) => IsShared || Author == person;
}

/// <summary>The plans that were kept, each change with its entry in the audit trail.</summary>
public interface IKeptPlans
{
    /// <summary>Those of a county, the newest first.</summary>
    Task<System.Collections.Immutable.ImmutableArray<KeptPlan>> ListAsync(ScopeId scope, CancellationToken cancellation);

    /// <summary>One of them; null when there is none.</summary>
    Task<KeptPlan?> FindAsync(ScopeId scope, Guid id, CancellationToken cancellation);

    /// <summary>Adds one.</summary>
    Task AddAsync(KeptPlan plan, string actor, CancellationToken cancellation);

    /// <summary>Deletes one. False when it is not there.</summary>
    Task<bool> DeleteAsync(ScopeId scope, Guid id, string actor, CancellationToken cancellation);
}

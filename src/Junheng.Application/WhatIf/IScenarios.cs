using System.Collections.Immutable;
using Junheng.Application.Regions;

namespace Junheng.Application.WhatIf;

/// <summary>A scenario that was kept.</summary>
/// <param name="Scope">The county.</param>
/// <param name="Id">Its number.</param>
/// <param name="ReportYear">The report year that it is about.</param>
/// <param name="Name">What its author calls it.</param>
/// <param name="Overlay">What is otherwise.</param>
/// <param name="BaselineSha256">What it was made over: <see cref="ScenarioRun.BaselineSha256"/>.</param>
/// <param name="IsShared">Whether everybody who may see the county's figures may look at it; otherwise its author alone.</param>
/// <param name="Author">User name.</param>
/// <param name="CreatedAt">When it was first kept.</param>
/// <param name="UpdatedAt">When it was last kept.</param>
/// <param name="Revision">Raised with every change, from 1.</param>
public sealed record Scenario(
    ScopeId Scope,
    Guid Id,
    int ReportYear,
    string Name,
    ScenarioOverlay Overlay,
    string BaselineSha256,
    bool IsShared,
    string Author,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Revision)
{
    /// <summary>Whether somebody may look at it, who may see the county's figures.</summary>
    public bool IsVisibleTo(string? person) => IsShared || Author == person;
}

/// <summary>The scenarios that were kept, each change with its entry in the audit trail.</summary>
public interface IScenarios
{
    /// <summary>Those of a county, the newest first.</summary>
    Task<ImmutableArray<Scenario>> ListAsync(ScopeId scope, CancellationToken cancellation);

    /// <summary>One of them; null when there is none.</summary>
    Task<Scenario?> FindAsync(ScopeId scope, Guid id, CancellationToken cancellation);

    /// <summary>Keeps one: a new one with revision 1, else the next revision of what is there. False when somebody else has changed or deleted it since.</summary>
    Task<bool> KeepAsync(Scenario scenario, string actor, CancellationToken cancellation);

    /// <summary>Deletes one. False when it is not there.</summary>
    Task<bool> DeleteAsync(ScopeId scope, Guid id, string actor, CancellationToken cancellation);
}

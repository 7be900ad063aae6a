using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Regions;
using Junheng.Domain.Registers;

namespace Junheng.Application.Registers;

/// <summary>Where the registers are kept: events are added, never changed.</summary>
public interface IRegisters
{
    /// <summary>All events. Reading again costs a look at the last number where nothing was added.</summary>
    Task<Register> ReadAsync(CancellationToken cancellation);

    /// <summary>The smallest number that a new region may take.</summary>
    Task<long> NextRegionAsync(CancellationToken cancellation);

    /// <summary>
    /// Adds events with their entries of the audit, all or none. False, with nothing added, where the register has grown meanwhile: read, check and try again.
    /// </summary>
    /// <param name="basedOn">The last number of the register that the events were checked against.</param>
    /// <param name="events">By number, following <paramref name="basedOn"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<bool> AppendAsync(long basedOn, ImmutableArray<FiledEvent> events, CancellationToken cancellation);
}

/// <summary>An event with its place.</summary>
/// <param name="Scope">The region that it is filed under.</param>
/// <param name="Event">The event.</param>
/// <param name="Entry">What the audit says of it.</param>
public sealed record FiledEvent(ScopeId Scope, RegisterEvent Event, AuditEntry Entry);

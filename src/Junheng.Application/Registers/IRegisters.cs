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
    /// <param name="persons">Particulars that are entered or corrected with them.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<bool> AppendAsync(long basedOn, ImmutableArray<FiledEvent> events, ImmutableArray<FiledPerson> persons, CancellationToken cancellation);
}

/// <summary>Particulars of persons, each under the key of its person.</summary>
public interface IPersons
{
    /// <summary>The newest particulars of the persons of a region by their ids; whose key was destroyed is absent.</summary>
    Task<ImmutableDictionary<string, PersonParticulars>> OfAsync(ScopeId scope, CancellationToken cancellation);
}

/// <summary>What is kept of a person.</summary>
/// <param name="Name">姓名; empty when not given.</param>
/// <param name="Number">工号; empty when not given.</param>
public sealed record PersonParticulars(string Name, string Number)
{
    /// <summary>The name as it is shown where nobody needs it whole: 王＊＊.</summary>
    public string MaskedName => Name.Length == 0 ? "" : Name[..1] + new string('＊', Math.Max(1, Name.Length - 1));
}

/// <summary>Particulars with their place.</summary>
/// <param name="Scope">The region that they are filed under.</param>
/// <param name="Person">The person's id, <c>person/17</c>.</param>
/// <param name="Particulars">The particulars.</param>
/// <param name="Entry">What the audit says of it; the values are personal.</param>
public sealed record FiledPerson(ScopeId Scope, string Person, PersonParticulars Particulars, AuditEntry Entry);

/// <summary>An event with its place.</summary>
/// <param name="Scope">The region that it is filed under.</param>
/// <param name="Event">The event.</param>
/// <param name="Entry">What the audit says of it.</param>
public sealed record FiledEvent(ScopeId Scope, RegisterEvent Event, AuditEntry Entry);

using Junheng.Application.Audit;

namespace Junheng.Application.Regions;

/// <summary>Puts counties on record before they have figures, so that grants can be given for them.</summary>
public interface ICountyRegister
{
    /// <summary>Puts a county on record; false when there is one of the code already.</summary>
    Task<bool> AddAsync(string code, string name, AuditEntry entry, CancellationToken cancellation);
}

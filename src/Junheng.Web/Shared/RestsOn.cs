using Junheng.Application.Counties;
using Junheng.Assessment.Standards;

namespace Junheng.Web.Shared;

/// <summary>What the figures of a page rest on; its foot says so.</summary>
/// <param name="Basis">By what was judged.</param>
/// <param name="InForce">The standard on the evaluation date.</param>
/// <param name="ResultId">The id of the result.</param>
public sealed record RestsOn(Basis Basis, StandardInForce InForce, string ResultId);

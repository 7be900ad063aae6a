using Junheng.Domain.Numbers;

namespace Junheng.Web.Composition;

/// <summary>Reference prices of the product: yuan for one unit of an item.</summary>
internal sealed record ReferencePrices(IReadOnlyDictionary<string, Rational> Yuan);

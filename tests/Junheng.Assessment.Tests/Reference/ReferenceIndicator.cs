namespace Junheng.Assessment.Tests.Reference;

/// <summary>One indicator of a standard: an item per pupil or per hundred pupils, with norm and floor per stage where it has them.</summary>
/// <param name="Id">R1…R7 or B1…B8.</param>
/// <param name="Item">The item id of the layouts.</param>
/// <param name="PerHundredPupils">True: the value is 100·item / pupils; false: item / pupils.</param>
/// <param name="WholeItems">True for persons and rooms, whose shortfalls are rounded up to whole ones.</param>
/// <param name="Norms">Norm by stage; empty where the standard has none.</param>
/// <param name="Floors">85 % floor by stage; empty where the standard has none.</param>
public sealed record ReferenceIndicator(
    string Id,
    string Item,
    bool PerHundredPupils,
    bool WholeItems,
    IReadOnlyDictionary<string, ReferenceNumber> Norms,
    IReadOnlyDictionary<string, ReferenceNumber> Floors)
{
    /// <summary>100 or 1: what item / pupils is multiplied by.</summary>
    public ReferenceNumber Scale => ReferenceNumber.Of(PerHundredPupils ? 100 : 1);

    /// <summary>The value of a unit or of a county total.</summary>
    public ReferenceNumber Value(ReferenceNumber amount, ReferenceNumber pupils) => Scale * amount / pupils;
}

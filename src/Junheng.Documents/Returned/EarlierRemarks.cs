namespace Junheng.Documents.Returned;

/// <summary>What people wrote into an index, by rule, sheet and cell.</summary>
internal sealed class EarlierRemarks
{
    private static readonly Remark _none = new("", "");
    private readonly Dictionary<(string Rule, string Sheet, string Cell), Remark> _remarks = [];

    /// <summary>Nobody wrote anything.</summary>
    public static EarlierRemarks None { get; } = new();

    /// <summary>Keeps a remark.</summary>
    public void Add(string rule, string sheet, string cell, Remark remark) => _remarks[(rule, sheet, cell)] = remark;

    /// <summary>The remark to a finding; blank when there is none.</summary>
    public Remark Of(string rule, string? sheet, string? cell) => _remarks.GetValueOrDefault((rule, sheet ?? "", cell ?? ""), _none);
}

namespace Junheng.Documents.Tables;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name; null for the one table of a CSV file.</param>
/// <param name="IsHidden">True when Excel does not show it.</param>
public sealed record TableSheet(string? Name, bool IsHidden = false);

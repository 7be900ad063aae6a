namespace Junheng.Documents.Tables;

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Its name; what Excel does not allow in one is replaced.</param>
/// <param name="Headings">The header row.</param>
/// <param name="Rows">Cells: texts, numbers (<c>double, decimal, int, long</c>), or null for blank. Enumerated once.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookHeading> Headings, IEnumerable<IReadOnlyList<object?>> Rows);

/// <summary>A heading of a sheet to be written.</summary>
/// <param name="Text">The heading.</param>
/// <param name="IsCode">True where everything is text, so that codes keep their leading zeros, also those typed in later.</param>
public sealed record WorkbookHeading(string Text, bool IsCode = false);

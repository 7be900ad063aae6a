namespace Junheng.Documents.Tables;

/// <summary>What a text says as a figure.</summary>
/// <param name="Value">The nearest double; 0 when not read.</param>
/// <param name="ExactText">The plain decimal text, where the double's shortest decimal is another number; else null.</param>
/// <param name="Remark">What is worth saying; null for an ordinary figure.</param>
internal readonly record struct NumberReading(double Value, string? ExactText, CellRemarkKind? Remark)
{
    public bool WasRead => Remark is not { } remark || remark.WasRead();
}

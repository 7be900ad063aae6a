namespace Junheng.Assessment.Tests.Reference;

/// <summary>The table contradicts the layout and is refused whole.</summary>
public sealed class ReferenceRefusalException(string message) : Exception(message);

namespace Junheng.Formulas.Types;

/// <summary>The four kinds of value that a formula knows.</summary>
public enum FormulaKind : byte
{
    /// <summary>An exact number with a unit.</summary>
    Number = 0,

    /// <summary>True or false.</summary>
    Truth = 1,

    /// <summary>A text.</summary>
    Text = 2,

    /// <summary>A calendar day.</summary>
    Date = 3,
}

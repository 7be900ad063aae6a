using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

/// <summary>Random units as columns, and the same units one by one.</summary>
internal sealed class ColumnBatch : IColumnBatch
{
    public static readonly string?[] Stages = ["not a text", "primary", "junior", null, "senior"];
    private static readonly string[] NumberColumns = ["enrolment", "a"];
    private readonly Dictionary<string, double[]> _values = [];
    private readonly Dictionary<string, bool[]> _present = [];
    private readonly byte[] _codes;

    public ColumnBatch(int rows, Random random)
    {
        RowCount = rows;
        foreach (var name in NumberColumns)
        {
            _values[name] = [.. Enumerable.Range(0, rows).Select(_ => random.Next(-2, 60) / (random.Next(2) == 0 ? 1.0 : 10.0))];
            _present[name] = [.. Enumerable.Range(0, rows).Select(_ => random.Next(4) > 0)];
        }

        _codes = [.. Enumerable.Range(0, rows).Select(_ => (byte)random.Next(0, Stages.Length + 1))];
    }

    public int RowCount { get; }

    public NumberSpan Number(FormulaColumn column) => new(_values[column.Name], _present[column.Name]);

    public CodeSpan Codes(FormulaColumn column) => new(_codes, Stages);

    public TestEntity Row(int row)
    {
        var numbers = NumberColumns.Select(name => (name, (object?)(_present[name][row] ? FormulaValue.Of(Domain.Numbers.Rational.FromShortestDecimal(_values[name][row])) : null)));
        var code = _codes[row];
        return SchoolWorld.Unit([.. numbers, ("stage", code == 0 || code >= Stages.Length ? null : Stages[code])]);
    }
}

using System.Globalization;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Tests;

/// <summary>An entity made of a few values; what is not given is missing.</summary>
internal sealed class TestEntity(string level, string label, params (string Name, object? Value)[] columns) : IFormulaEntity
{
    private readonly Dictionary<(string Collection, DateOnly? At), List<IFormulaEntity>> _children = [];

    public string Level => level;

    public string Label => label;

    public IFormulaEntity? Parent { get; private set; }

    public TestEntity With(string collection, params TestEntity[] children) => WithAt(collection, null, children);

    public TestEntity WithAt(string collection, DateOnly? at, params TestEntity[] children)
    {
        foreach (var child in children)
        {
            child.Parent = this;
        }

        _children[(collection, at)] = [.. children];
        return this;
    }

    public FormulaValue Value(FormulaColumn column)
    {
        Assert.Equal(level, column.Entity);
        return columns.FirstOrDefault(known => known.Name == column.Name).Value switch
        {
            null => FormulaValue.MissingOf(),
            FormulaValue value => value,
            bool truth => FormulaValue.Of(truth),
            string text => FormulaValue.Of(text),
            DateOnly date => FormulaValue.Of(date),
            Rational number => FormulaValue.Of(number),
            IFormattable number => FormulaValue.Of(Rational.ParseDecimal(number.ToString(null, CultureInfo.InvariantCulture))),
            var other => throw new ArgumentException($"No formula value: {other}"),
        };
    }

    public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => _children.GetValueOrDefault((collection, at));
}

using System.Collections.Immutable;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>Binds one formula. A part that is wrong binds to null; its neighbours are still checked, so that all errors show at once.</summary>
internal sealed partial class Binder(FormulaSchema schema)
{
    private readonly List<FormulaError> _errors = [];

    public IReadOnlyList<FormulaError> Errors => _errors;

    public void Report(FormulaError error) => _errors.Add(error);

    public BoundNode? Bind(SyntaxNode node, FormulaEntityType level) => node switch
    {
        NumberSyntax number => new ConstantNode(node, FormulaKind.Number, null, FormulaValue.Of(number.Value)),
        TextSyntax text => new ConstantNode(node, FormulaKind.Text, null, FormulaValue.Of(text.Value)),
        TruthSyntax truth => new ConstantNode(node, FormulaKind.Truth, null, FormulaValue.Of(truth.Value)),
        DateSyntax date => new ConstantNode(node, FormulaKind.Date, null, FormulaValue.Of(date.Value)),
        SettingSyntax setting => BindSetting(setting),
        NameSyntax name => BindName(name, level, ownOnly: false),
        UnarySyntax unary => BindUnary(unary, level),
        BinarySyntax binary => BindBinary(binary, Bind(binary.Left, level), Bind(binary.Right, level)),
        InSyntax inList => BindIn(inList, level),
        MissingTestSyntax test => Bind(test.Operand, level) is { } operand ? new MissingTestNode(node, operand, test.Negated) : null,
        CallSyntax call => BindCall(call, level),
        AggregateSyntax aggregate => BindAggregate(aggregate, level),
        _ => null,
    };

    private ConstantNode? BindSetting(SettingSyntax node)
    {
        if (schema.Setting(node.Id) is { } setting)
        {
            return new ConstantNode(node, setting.Kind, setting.Kind == FormulaKind.Number ? setting.Unit : null, setting.Value);
        }

        Report(BindingErrors.UnknownSetting(node, NameSuggestions.Nearest(node.Id, schema.SettingIds)));
        return null;
    }

    /// <summary>A column of the level itself or else of the nearest level above that has it.</summary>
    private ColumnNode? BindName(NameSyntax node, FormulaEntityType level, bool ownOnly)
    {
        var visible = new List<string>();
        var levelsUp = 0;
        for (var at = level; at is not null; at = ownOnly ? null : schema.ParentOf(at), levelsUp++)
        {
            if (at.Column(node.Name) is { } column)
            {
                return new ColumnNode(node, column, levelsUp);
            }

            visible.AddRange(at.Columns.Select(known => known.Name));
        }

        var below = schema.Entities.FirstOrDefault(entity => entity.Column(node.Name) is not null && schema.PathDown(level, entity) is not null);
        Report(BindingErrors.UnknownName(node, level, NameSuggestions.Nearest(node.Name, visible), below));
        return null;
    }

    private UnaryNode? BindUnary(UnarySyntax node, FormulaEntityType level)
    {
        var kind = node.Operator == UnaryOperator.Not ? FormulaKind.Truth : FormulaKind.Number;
        return Require(Bind(node.Operand, level), kind) is { } operand ? new UnaryNode(node, kind, operand.Unit, node.Operator, operand) : null;
    }

    private BinaryNode? BindBinary(BinarySyntax node, BoundNode? left, BoundNode? right)
    {
        if (node.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            (left, right) = (Require(left, FormulaKind.Truth), Require(right, FormulaKind.Truth));
            return left is null || right is null ? null : new BinaryNode(node, FormulaKind.Truth, null, node.Operator, left, right);
        }

        if (Operators.IsComparison(node.Operator))
        {
            return Comparable(node, left, right) ? new BinaryNode(node, FormulaKind.Truth, null, node.Operator, left!, right!) : null;
        }

        (left, right) = (Require(left, FormulaKind.Number), Require(right, FormulaKind.Number));
        if (left is null || right is null)
        {
            return null;
        }

        if (node.Operator is BinaryOperator.Add or BinaryOperator.Subtract)
        {
            return SameUnit(node, left, right) ? new BinaryNode(node, FormulaKind.Number, left.Unit ?? right.Unit, node.Operator, left, right) : null;
        }

        return new BinaryNode(node, FormulaKind.Number, ProductUnit(node.Operator, left.Unit, right.Unit), node.Operator, left, right);
    }

    /// <summary>Literals count as plain numbers in a product; a product of literals only still adapts.</summary>
    private static Unit? ProductUnit(BinaryOperator op, Unit? left, Unit? right)
    {
        if (left is null && right is null)
        {
            return null;
        }

        return op == BinaryOperator.Multiply ? (left ?? Unit.One) * (right ?? Unit.One) : (left ?? Unit.One) / (right ?? Unit.One);
    }

    private bool Comparable(BinarySyntax node, BoundNode? left, BoundNode? right)
    {
        if (left is null || right is null)
        {
            return false;
        }

        var ordered = node.Operator is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        if (ordered && left.Kind is FormulaKind.Text or FormulaKind.Truth)
        {
            Report(BindingErrors.NotOrdered(node.Left, left.Kind));
            return false;
        }

        return Require(right, left.Kind) is not null && SameUnit(node, left, right) && KnownCode(left, right) && KnownCode(right, left);
    }

    private BoundNode? Require(BoundNode? node, FormulaKind kind)
    {
        if (node is null || node.Kind == kind)
        {
            return node;
        }

        Report(BindingErrors.WrongKind(node.Syntax, kind, node.Kind));
        return null;
    }

    private bool SameUnit(SyntaxNode at, BoundNode left, BoundNode right)
    {
        if (left.Unit is null || right.Unit is null || left.Unit.Equals(right.Unit))
        {
            return true;
        }

        Report(BindingErrors.UnitMismatch(at, left, right));
        return false;
    }

    /// <summary>False when a column with a closed list of texts is compared with a text outside it.</summary>
    private bool KnownCode(BoundNode column, BoundNode constant)
    {
        if (column is not ColumnNode { Column: { Kind: FormulaKind.Text, Codes.IsEmpty: false } coded }
            || constant is not ConstantNode { Value: FormulaValue.Text(var code) } || coded.Codes.Contains(code, StringComparer.Ordinal))
        {
            return true;
        }

        Report(BindingErrors.UnknownCode(constant.Syntax, coded, code, NameSuggestions.Nearest(code, coded.Codes)));
        return false;
    }

    private InNode? BindIn(InSyntax node, FormulaEntityType level)
    {
        var operand = Bind(node.Operand, level);
        var items = ImmutableArray.CreateBuilder<FormulaValue>();
        foreach (var syntax in node.Items)
        {
            var item = Bind(syntax, level);
            if (operand is not null && Require(item, operand.Kind) is not null && SameUnit(node, operand, item!) && KnownCode(operand, item!))
            {
                items.Add(ConstantFolding.Fold(item!)!);
            }
        }

        return items.Count == node.Items.Length ? new InNode(node, operand!, items.DrainToImmutable()) : null;
    }
}

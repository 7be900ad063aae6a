using System.Collections.Immutable;
using Junheng.Formulas.Syntax;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Binding;

/// <summary>What a bound formula reads: its columns and settings, each once, in order of first appearance.</summary>
internal sealed class FormulaReads
{
    private readonly List<FormulaColumn> _columns = [];
    private readonly List<string> _settings = [];

    public FormulaReads(BoundNode root)
    {
        Visit(root);
        Settings = [.. _settings.Distinct(StringComparer.Ordinal)];
        Columns = [.. _columns.Distinct()];
    }

    public ImmutableArray<FormulaColumn> Columns { get; }

    public ImmutableArray<string> Settings { get; }

    private void Visit(BoundNode? node)
    {
        switch (node)
        {
            case ConstantNode constant:
                VisitSetting(constant.Syntax);
                break;
            case ColumnNode column:
                _columns.Add(column.Column);
                break;
            case UnaryNode unary:
                Visit(unary.Operand);
                break;
            case BinaryNode binary:
                Visit(binary.Left);
                Visit(binary.Right);
                break;
            case InNode inList:
                Visit(inList.Operand);
                foreach (var item in ((InSyntax)inList.Syntax).Items)
                {
                    VisitSetting(item);
                }

                break;
            case MissingTestNode test:
                Visit(test.Operand);
                break;
            case CallNode call:
                foreach (var argument in call.Arguments)
                {
                    Visit(argument);
                }

                break;
            case AggregateNode aggregate:
                Visit(aggregate.Body);
                Visit(aggregate.Where);
                VisitSetting(((AggregateSyntax)aggregate.Syntax).At);
                break;
        }
    }

    private void VisitSetting(SyntaxNode? syntax)
    {
        if (syntax is SettingSyntax setting)
        {
            _settings.Add(setting.Id);
        }
    }
}

using Junheng.Domain.Numbers;
using Junheng.Formulas.Binding;
using Junheng.Formulas.Syntax;

namespace Junheng.Formulas.Evaluation;

/// <summary>Aggregates: the only way down to the entities below.</summary>
internal sealed partial class Evaluator
{
    private int _omitted;

    private FormulaValue EvaluateAggregate(AggregateNode node, IFormulaEntity entity, DateOnly? at)
    {
        var members = new List<(IFormulaEntity Entity, string Label)>();
        var absent = new AbsenceCollector();
        Collect(entity, "", node.Path.AsSpan(), at, members, absent);
        var gathered = new AggregateTotals(node.Function);
        var keep = _steps;
        for (var i = 0; i < members.Count; i++)
        {
            if (_steps is not null && (i == FormulaLimits.TracedMembers || Steps >= FormulaLimits.TracedSteps))
            {
                (_steps, _omitted) = (null, members.Count - i);
            }

            Gather(node, members[i].Entity, members[i].Label, at, gathered, absent);
        }

        _steps = keep;
        return gathered.Decided ?? absent.Value ?? gathered.Value;
    }

    private static void Collect(
        IFormulaEntity entity,
        string label,
        ReadOnlySpan<string> path,
        DateOnly? at,
        List<(IFormulaEntity Entity, string Label)> members,
        AbsenceCollector absent)
    {
        if (path.IsEmpty)
        {
            members.Add((entity, label));
            return;
        }

        if (entity.Children(path[0], at) is not { } children)
        {
            absent.Add(FormulaValue.MissingOf(path[0]), label);
            return;
        }

        foreach (var child in children)
        {
            Collect(child, label.Length == 0 ? child.Label : $"{label}.{child.Label}", path[1..], at, members, absent);
        }
    }

    private void Gather(AggregateNode node, IFormulaEntity member, string label, DateOnly? at, AggregateTotals gathered, AbsenceCollector absent)
    {
        var selected = node.Where is null ? FormulaValue.True : Evaluate(node.Where, member, at);
        if (selected is not FormulaValue.Truth(var counts))
        {
            absent.Add(selected, label);
            return;
        }

        gathered.Seen++;
        if (!counts)
        {
            return;
        }

        gathered.Selected++;
        if (node.Body is null)
        {
            return;
        }

        var value = Evaluate(node.Body, member, at);
        if (value is FormulaValue.Missing or FormulaValue.Undefined)
        {
            absent.Add(value, label);
        }
        else
        {
            gathered.Add(value);
        }
    }

    /// <summary>What an aggregate gathers over the members that it knows everything about.</summary>
    private sealed class AggregateTotals(AggregateFunction function)
    {
        private readonly ExactSum _sum = new();
        private FormulaValue? _extreme;

        public int Seen { get; set; }

        public int Selected { get; set; }

        /// <summary>The value when it stands whatever is not known about other members: one member is enough for <c>exists</c>.</summary>
        public FormulaValue? Decided => function == AggregateFunction.Exists && Selected > 0 ? FormulaValue.True : null;

        public FormulaValue Value => function switch
        {
            AggregateFunction.Exists => FormulaValue.Of(Selected > 0),
            AggregateFunction.Count => FormulaValue.Of((Rational)Selected),
            AggregateFunction.Share => Arithmetic.Apply(BinaryOperator.Divide, Selected, Seen, Reasons.NoMembers),
            AggregateFunction.Sum => _sum.Total,
            AggregateFunction.Mean => _sum.Total is FormulaValue.Number total
                ? Arithmetic.Apply(BinaryOperator.Divide, total.Value, Selected, Reasons.NoMembers)
                : _sum.Total,
            _ => _extreme ?? Reasons.NoMembers,
        };

        public void Add(FormulaValue value)
        {
            if (function is AggregateFunction.Min or AggregateFunction.Max)
            {
                _extreme = _extreme is null ? value : Comparison.Extreme([_extreme, value], function == AggregateFunction.Max);
            }
            else if (value is FormulaValue.Number number)
            {
                _sum.Add(number.Value);
            }
        }
    }
}

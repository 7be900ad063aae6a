using Junheng.Formulas.Evaluation;

namespace Junheng.Formulas.Binding;

/// <summary>Values that need no entity.</summary>
internal static class ConstantFolding
{
    /// <summary>The value of a part that reads no column and no collection; null for any other.</summary>
    public static FormulaValue? Fold(BoundNode node) =>
        IsConstant(node) ? new Evaluator(traced: false).Evaluate(node, NoEntity.Instance, null) : null;

    private static bool IsConstant(BoundNode node) => node switch
    {
        ConstantNode => true,
        UnaryNode unary => IsConstant(unary.Operand),
        BinaryNode binary => IsConstant(binary.Left) && IsConstant(binary.Right),
        InNode inList => IsConstant(inList.Operand),
        MissingTestNode test => IsConstant(test.Operand),
        CallNode call => call.Arguments.All(IsConstant),
        _ => false,
    };

    private sealed class NoEntity : IFormulaEntity
    {
        public static readonly NoEntity Instance = new();

        public string Label => "";

        public IFormulaEntity? Parent => null;

        public FormulaValue Value(Types.FormulaColumn column) => FormulaValue.MissingOf(column.Name);

        public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => null;
    }
}

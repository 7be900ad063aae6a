using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Junheng.Assessment.Standards;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;
using Junheng.Formulas;
using Junheng.Formulas.Columns;
using Junheng.Formulas.Types;

namespace Junheng.Assessment.Units;

/// <summary>Applies a standard's exclusion rules to every row of a part.</summary>
internal static class ScopeFilter
{
    /// <summary>Per row: 0 = in scope, else 1 + index of the first rule that is known to apply.</summary>
    public static byte[] Reasons(PartBatch batch, ImmutableArray<ScopeRule> rules)
    {
        var reasons = new byte[batch.RowCount];
        var truths = new byte[batch.RowCount];
        for (var rule = 0; rule < rules.Length; rule++)
        {
            Apply(rules[rule].When, batch, truths);
            Note(truths, (byte)(rule + 1), reasons);
        }

        return reasons;
    }

    /// <summary>Writes the reason where it is true and no earlier one stands.</summary>
    private static void Note(ReadOnlySpan<byte> truths, byte reason, Span<byte> reasons)
    {
        var wideTruths = MemoryMarshal.Cast<byte, Vector<byte>>(truths);
        var wideReasons = MemoryMarshal.Cast<byte, Vector<byte>>(reasons);
        for (var at = 0; at < wideReasons.Length; at++)
        {
            var applies = Vector.Equals(wideTruths[at], new Vector<byte>(ColumnPredicate.True)) & Vector.Equals(wideReasons[at], Vector<byte>.Zero);
            wideReasons[at] |= applies & new Vector<byte>(reason);
        }

        for (var row = wideReasons.Length * Vector<byte>.Count; row < reasons.Length; row++)
        {
            reasons[row] = reasons[row] == 0 && truths[row] == ColumnPredicate.True ? reason : reasons[row];
        }
    }

    private static void Apply(BoundFormula formula, PartBatch batch, byte[] truths)
    {
        if (ColumnPredicate.TryCompile(formula, out var predicate))
        {
            predicate.Evaluate(batch, truths);
            return;
        }

        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = formula.Evaluate(new PartRow(batch, row)) is FormulaValue.Truth { Value: true } ? ColumnPredicate.True : ColumnPredicate.False;
        }
    }
}

/// <summary>A part as columns of the formula level "unit": at one stage, or in the unit layout each row at its own. A column is made once.</summary>
internal sealed class PartBatch(StatisticsPart part, Stage stage, StageEnrolment enrolment) : IColumnBatch
{
    private static readonly string?[] _stageTexts = ["", "primary", "junior", "senior"];

    private readonly Dictionary<string, bool[]> _present = new(StringComparer.Ordinal);
    private byte[]? _stages;

    public int RowCount => part.Count;

    public NumberSpan Number(FormulaColumn column)
    {
        if (column.Name == "enrolment")
        {
            return new NumberSpan(enrolment.Pupils, enrolment.IsKnown);
        }

        var figures = part.Figure(column.Name);
        if (!_present.TryGetValue(column.Name, out var present))
        {
            _present[column.Name] = present = new bool[part.Count];
            figures?.Present.CopyTo(present);
        }

        return new NumberSpan(figures is null ? new double[part.Count] : figures.Values, present);
    }

    public CodeSpan Codes(FormulaColumn column) => column.Name switch
    {
        "school_type" => new CodeSpan(MemoryMarshal.AsBytes<SchoolType>(part.SchoolTypes ?? new SchoolType[part.Count]), SchoolTypes.Ids),
        "organiser_type" => new CodeSpan(part.OrganiserTypes ?? new byte[part.Count], OrganiserTypes.Ids),
        "locale" => new CodeSpan(MemoryMarshal.AsBytes<Locale>(part.Locales ?? new Locale[part.Count]), Locales.Ids),
        "stage" => new CodeSpan(StageCodes(), _stageTexts),
        _ => new CodeSpan(new byte[part.Count], []),
    };

    private byte[] StageCodes()
    {
        if (_stages is null)
        {
            _stages = new byte[part.Count];
            if (part.Layout == TableLayout.Unit)
            {
                MemoryMarshal.AsBytes<Stage>(part.Stages).CopyTo(_stages);
            }
            else
            {
                _stages.AsSpan().Fill((byte)stage);
            }
        }

        return _stages;
    }
}

/// <summary>One row of a <see cref="PartBatch"/>, for rules that are not simple enough for columns.</summary>
internal sealed class PartRow(PartBatch batch, int row) : IFormulaEntity
{
    public string Label => row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public IFormulaEntity? Parent => null;

    public FormulaValue Value(FormulaColumn column)
    {
        if (column.Kind == FormulaKind.Text)
        {
            var codes = batch.Codes(column);
            return codes.Codes[row] is var code and not 0 ? FormulaValue.Of(codes.Texts[code]!) : FormulaValue.MissingOf();
        }

        var numbers = batch.Number(column);
        return !numbers.Present[row] ? FormulaValue.MissingOf()
            : column.Kind == FormulaKind.Truth ? FormulaValue.Of(numbers.Values[row] != 0)
            : FormulaValue.Of(Domain.Numbers.Rational.FromShortestDecimal(numbers.Values[row]));
    }

    public IReadOnlyList<IFormulaEntity>? Children(string collection, DateOnly? at) => null;
}

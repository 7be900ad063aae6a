using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Types;

namespace Junheng.Formulas.Columns;

/// <summary>
/// A formula of the shape <c>scale · Σ cᵢ·columnᵢ / denominator</c>, 
/// e.g. <c>100 * above_degree_teachers / enrolment</c>: what a vectorised kernel can do.
/// It means the same as the formula for every entity: missing where any of its columns is missing (also one with coefficient 0),
/// undefined where the denominator is 0.
/// </summary>
/// <param name="Scale">The factor before the sum, positive unless the first non-zero term is negative; 1 when all coefficients are 0.</param>
/// <param name="Terms">The columns of the numerator, each once, in order of appearance,
/// with coprime whole coefficients, the first non-zero one positive; all 0 where they cancel out.</param>
/// <param name="Denominator">The column below the fraction line, or null when there is none.</param>
public sealed record LinearForm(Rational Scale, ImmutableArray<LinearTerm> Terms, FormulaColumn? Denominator)
{
    /// <summary>
    /// The linear form of a formula; false when it has none: a constant part, a product of columns, a function, an aggregate,
    /// a column of another level, more than one denominator.
    /// </summary>
    public static bool TryRecognise(BoundFormula formula, [NotNullWhen(true)] out LinearForm? form)
    {
        form = LinearRecogniser.Recognise(formula.Root) is { Constant.Sign: 0, Terms.IsEmpty: false } sum ? Normalised(sum) : null;
        return form is not null;
    }

    private static LinearForm Normalised(LinearSum sum)
    {
        var coefficients = sum.Terms.Select(term => term.Coefficient).ToList();
        var denominator = coefficients.Aggregate(BigInteger.One, (common, next) => LeastCommonMultiple(common, next.Denominator));
        var content = coefficients.Aggregate(
            BigInteger.Zero, (common, next) => BigInteger.GreatestCommonDivisor(common, next.Numerator * (denominator / next.Denominator)));
        if (content.IsZero)
        {
            return new LinearForm(Rational.One, sum.Terms, sum.Denominator);
        }

        var sign = coefficients.First(coefficient => coefficient.Sign != 0).Sign;
        var scale = Rational.FromFraction(content * sign, denominator);
        return new LinearForm(scale, [.. sum.Terms.Select(term => term with { Coefficient = term.Coefficient / scale })], sum.Denominator);
    }

    private static BigInteger LeastCommonMultiple(BigInteger left, BigInteger right) => left / BigInteger.GreatestCommonDivisor(left, right) * right;
}

/// <summary>One term of a linear numerator.</summary>
/// <param name="Coefficient">What the column is multiplied by.</param>
/// <param name="Column">The column.</param>
public sealed record LinearTerm(Rational Coefficient, FormulaColumn Column);

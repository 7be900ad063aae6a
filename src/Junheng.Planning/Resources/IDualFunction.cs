namespace Junheng.Planning.Resources;

/// <summary>A concave function of multipliers.</summary>
internal interface IDualFunction
{
    /// <summary>The value; <paramref name="slope"/> receives one of its slopes there.</summary>
    double Evaluate(ReadOnlySpan<double> multipliers, Span<double> slope);
}

using System.Globalization;
using Junheng.Domain.Numbers;

namespace Junheng.Application.Plans;

/// <summary>Money and amounts of plans as people read them.</summary>
public static class PlanWords
{
    private const int Cents = 2;

    /// <summary>Yuan with grouped thousands and cents.</summary>
    public static string Yuan(Rational yuan) => yuan.Round(Cents).ToDouble().ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>An amount with at most two decimals.</summary>
    public static string Amount(Rational amount) => amount.Round(Cents).ToDouble().ToString("#,##0.##", CultureInfo.InvariantCulture);
}

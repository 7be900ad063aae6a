using System.Globalization;
using Junheng.Application.Plans;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.Documents.Plans;

/// <summary>One county's plans with the words that its papers use.</summary>
internal sealed class PlanPaper
{
    public PlanPaper(PlanReport report, IReadOnlyList<CountyPlan> plans)
    {
        (Report, Plans, Sums) = (report, plans, PlanSums.Of(plans));
        Name = plans[0].Problem.CountyName is { Length: > 0 } name ? name : plans[0].Problem.Problem.CountyCode;
        FirstYear = report.InForce.Date.Year + 1;
    }

    public PlanReport Report { get; }

    public IReadOnlyList<CountyPlan> Plans { get; }

    public PlanSums Sums { get; }

    public string Name { get; }

    /// <summary>The calendar year in which the plan is begun: the one after the evaluation date.</summary>
    public int FirstYear { get; }

    public bool HasPlan => Plans.All(plan => plan.Plan.Cost is not null);

    public Rational Cost => Plans.Aggregate(Rational.Zero, (sum, plan) => sum + (plan.Plan.Cost ?? Rational.Zero));

    public Rational Bound => Plans.Aggregate(Rational.Zero, (sum, plan) => sum + (plan.Plan.LowerBound ?? Rational.Zero));

    public IEnumerable<PlanAction> Actions => Plans.SelectMany(plan => plan.Figures.Actions);

    public IEnumerable<PlanExemption> Exceptions => Plans.SelectMany(plan => plan.Figures.Exceptions);

    public IEnumerable<PlanCoefficient> Coefficients => Plans.SelectMany(plan => plan.Figures.Coefficients);

    /// <summary>The prices used.</summary>
    public IEnumerable<PriceRule> Prices => Report.Terms.Prices.Rules.Values.Where(rule => Plans.Any(plan => plan.Problem.Problem.Purchases.Any(purchase => purchase.Item == rule.Item)));

    public string Certainty => Plans.All(plan => plan.Plan.Status == PlanStatus.Optimal)
        ? "已证明最省：任何达标方案都不会更省"
        : $"达标；已证明与最省相差不超过{Money(Cost - Bound)}元";

    public static string Money(Rational yuan) => yuan.Round(2).ToDouble().ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string TenThousand(Rational yuan) => (yuan / 10000).Round(2).ToDouble().ToString("#,##0.00", CultureInfo.InvariantCulture);

    public static string Amount(Rational amount) => amount.Round(2).ToDouble().ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Coefficient(double? value) => value is { } known ? Rational.FromShortestDecimal(known).Round(4).ToDouble().ToString("0.0000", CultureInfo.InvariantCulture) : "—";

    public static string Limit(Rational? limit) => limit is { } known ? known.ToDouble().ToString("0.00##", CultureInfo.InvariantCulture) : "—";

    public static string StageOf(PlanAction action) => action.Stage == Stage.None ? "共用" : action.Stage.Word(Language.Zh);

    /// <summary>A township as printed; those that the table leaves blank have no name.</summary>
    public static string Township(string name) => name.Length > 0 ? name : "（未填乡镇）";

    public static string SchoolOf(PlanAction action) => action.School.Name.Length > 0 ? action.School.Name : action.SchoolCode;

    public static string Why(PlanAction action) => string.Join("；", action.Reasons.Select(reason => reason.Text(Language.Zh)));

    /// <summary>The year of purchase, or the years in which it is paid.</summary>
    public string YearOf(PlanAction action) => action.Price.Years > 1
        ? string.Create(CultureInfo.InvariantCulture, $"{FirstYear}—{FirstYear + action.Price.Years - 1}")
        : FirstYear.ToString(CultureInfo.InvariantCulture);

    public static string StagesOf(CountyPlan plan) => string.Join('、', plan.Problem.Stages.Select(stage => stage.Word(Language.Zh)));

    /// <summary>A condition in words.</summary>
    public static string Condition(ConditionPrice price) => price.Kind switch
    {
        ConditionKind.Limit => $"{price.Indicator!.Id} {price.Indicator.Short.Zh}的差异系数限值",
        ConditionKind.Norm => $"{price.Indicator!.Id} {price.Indicator.Short.Zh}的达标值（连同底线）",
        _ => $"{(price.School is { Name.Length: > 0 } school ? school.Name : price.SchoolCode)}各项达标",
    };

    /// <summary>What was moved to price a condition.</summary>
    public static string Moved(ConditionKind kind) => kind switch
    {
        ConditionKind.Limit => "收紧：限值减0.01；放宽：限值加0.01",
        ConditionKind.Norm => "收紧：提高1%；放宽：降低1%",
        _ => "放宽：免去这所学校这一学段的达标值和底线，差异系数照算",
    };

    public static string PriceSource(PriceRule rule) => rule.Default is not { } note
        ? "本县填报"
        : $"参考默认价（{note.Year}年，{note.Source}{(note.Low is { } low && note.High is { } high ? $"，观察值{Amount(low)}至{Amount(high)}元" : "")}），请以当地价格替换";
}

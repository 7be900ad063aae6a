using System.Collections.Immutable;
using Junheng.Application.Plans.Certificates;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Numbers;
using Junheng.Domain.Plans;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;
using Junheng.Planning.Verification;

namespace Junheng.Application.Plans;

/// <summary>What came of checking a certificate.</summary>
public abstract record VerifyOutcome
{
    private VerifyOutcome()
    {
    }

    /// <summary>The certificate or an input can't be read.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : VerifyOutcome;

    /// <summary>It does not hold; the first reason.</summary>
    public sealed record Rejected(LocalizedText Reason) : VerifyOutcome;

    /// <summary>It holds.</summary>
    public sealed record Accepted(ImmutableArray<ResourcePlan> Plans) : VerifyOutcome;
}

/// <summary>
/// Use case: check a certificate against the tables it was made from. The problem is built again from tables and standard and compared with the one that the
/// certificate carries; prices, caps and locks are bound by the id; plan and bound are checked by the separate verifier.
/// </summary>
public sealed class VerifyPlan(IStandardLibrary library, IStatisticsFiles files)
{
    /// <summary>Checks.</summary>
    public VerifyOutcome Run(byte[] certificate, string name, ImmutableArray<InputFile> inputs, Language language)
    {
        PlanCertificateFile file;
        try
        {
            file = CertificateReader.Read(certificate);
        }
        catch (FormatException fault)
        {
            return new VerifyOutcome.Refused([new Finding(
                "certificate.unreadable",
                Severity.Error,
                new Origin(name),
                new LocalizedText($"读不出证明：{fault.Message}", $"The certificate can't be read: {fault.Message}").In(language),
                new LocalizedText("用 plan --certificate 重新写出", "Write it again with plan --certificate").In(language))]);
        }

        return library.Open(file.Standard, language) switch
        {
            StandardOpening.Opened opened => Run(file, inputs, opened.Standard, language),
            StandardOpening.Refused refused => new VerifyOutcome.Refused(refused.Findings),
            _ => throw new InvalidOperationException("An opening is opened or refused."),
        };
    }

    private VerifyOutcome Run(PlanCertificateFile file, ImmutableArray<InputFile> inputs, Standard standard, Language language)
    {
        if (standard.ContentHash != file.ContentHash)
        {
            return Reject("所用标准的内容与证明中的不同", "The standard's content is not the one that the certificate was made with");
        }

        var reading = files.Read(inputs, standard, new StatisticsReadingOptions(AllowMissing: true, language));
        if (reading.Table is not { } table)
        {
            return new VerifyOutcome.Refused(reading.Findings);
        }

        var hashes = reading.Inputs.Select(input => input.Sha256.Value).ToList();
        if (!hashes.Order(StringComparer.Ordinal).SequenceEqual(file.InputHashes.Order(StringComparer.Ordinal)))
        {
            return Reject("输入文件不是证明所依据的文件", "The inputs are not the files that the certificate was made from");
        }

        var inForce = standard.At(file.Date);
        if (Compare(file, table, inForce, language) is { } difference)
        {
            return new VerifyOutcome.Rejected(difference);
        }

        if (PlanIds.Of(inForce, hashes, file.Plans.Select(plan => plan.Plan.Certificate.Problem)) != file.ResultId)
        {
            return Reject("结果编号与数据、标准、单价、上限、锁定不符，有一处改过", "The id does not fit data, standard, prices, caps and locks: something was changed");
        }

        foreach (var (stage, plan) in file.Plans)
        {
            if (PlanVerifier.Check(plan).Reason is { } reason)
            {
                var county = plan.Certificate.Problem.CountyCode;
                return Reject($"{county} {stage}：{reason.Zh}", $"{county} {stage}: {reason.En}");
            }
        }

        return new VerifyOutcome.Accepted([.. file.Plans.Select(plan => plan.Plan)]);
    }

    private static VerifyOutcome.Rejected Reject(string zh, string en) => new(new LocalizedText(zh, en));

    /// <summary>Builds the problems again, at prices of 1 and without caps, and compares all that does not come from the terms; null where they agree.</summary>
    private static LocalizedText? Compare(PlanCertificateFile file, StatisticsTable table, StandardInForce inForce, Language language)
    {
        var findings = new PlanFindings(language);
        if (StageRules.Of(inForce, out var why) is not { } rules)
        {
            return why;
        }

        var prices = inForce.Standard.RequiredItems.ToImmutableSortedDictionary(item => item, item => new PriceRule(item, Rational.One), StringComparer.Ordinal);
        var first = file.Plans.FirstOrDefault().Plan?.Certificate.Problem;
        var terms = new PlanTerms(new PriceSet(prices)) { Stages = file.Stages, Missing = file.Missing, Budget = first?.Budget, Margin = first?.Margin ?? Rational.Zero, Easements = file.Easements };
        var units = PlanEasement.View(inForce.View(table), inForce, terms).Units;
        var problems = new List<PlannedProblem>();
        for (var county = 0; county < units.Counties.Length; county++)
        {
            problems.AddRange(ProblemBuilder.Of(units, inForce, rules, county, terms, findings));
        }

        if (findings.HasErrors || problems.Count != file.Plans.Length)
        {
            return new LocalizedText("证明没有恰好包含这些表的各县各学段", "The certificate does not hold exactly the counties and stages of these tables");
        }

        for (var at = 0; at < problems.Count; at++)
        {
            if (ProblemComparison.Of(problems[at].Problem, file.Plans[at].Plan.Certificate.Problem) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }
}

/// <summary>Compares a problem built from tables and standard with the one that a certificate carries.</summary>
internal static class ProblemComparison
{
    /// <summary>The first difference; null where they agree in all but prices, caps, locks and lots.</summary>
    public static LocalizedText? Of(ResourceProblem built, ResourceProblem given)
    {
        if (built.CountyCode != given.CountyCode || !built.Indicators.SequenceEqual(given.Indicators) || built.Budget != given.Budget || built.Margin != given.Margin)
        {
            return new LocalizedText("县、指标、预算或余量与证明中的不同", "County, indicators, budget or margin differ from the certificate's");
        }

        if (built.Stages.Length != given.Stages.Length || !built.Stages.Zip(given.Stages).All(pair => IsSame(pair.First, pair.Second)))
        {
            return new LocalizedText("达标值、底线、限值或例外项数与标准不同", "Norms, floors, limits or exceptions differ from the standard's");
        }

        if (built.Units.Length != given.Units.Length)
        {
            return new LocalizedText("学校数与输入表不同", "The number of schools differs from the tables'");
        }

        foreach (var (one, other) in built.Units.Zip(given.Units))
        {
            if (one.SchoolCode != other.SchoolCode || one.Stage != other.Stage || one.Enrolment != other.Enrolment || !one.Stock.SequenceEqual(other.Stock))
            {
                return new LocalizedText($"{one.SchoolCode} 的在校生数或现有数量与输入表不同", $"Enrolment or amounts of {one.SchoolCode} differ from the tables'");
            }
        }

        return Purchases(built, given);
    }

    private static bool IsSame(StageRule one, StageRule other) =>
        one.Stage == other.Stage && one.Exceptions == other.Exceptions && one.CompositeLimit == other.CompositeLimit && one.Indicators.SequenceEqual(other.Indicators);

    private static LocalizedText? Purchases(ResourceProblem built, ResourceProblem given)
    {
        if (built.Purchases.Length != given.Purchases.Length)
        {
            return new LocalizedText("可添置的项目与输入表不同", "What can be bought differs from the tables'");
        }

        foreach (var (one, other) in built.Purchases.Zip(given.Purchases))
        {
            // A bought person may count in further items of the same school and stage, never in fewer.
            var isSame = one.SchoolCode == other.SchoolCode && one.Stage == other.Stage && one.Item == other.Item && one.Effects.All(other.Effects.Contains)
                && other.Effects.All(effect => given.Units[effect.Unit].SchoolCode == one.SchoolCode) && (one.Step is null || other.Step is not null);
            if (!isSame)
            {
                return new LocalizedText($"{one.SchoolCode} 的“{one.Item}”所起的作用与标准不同", $"What '{one.Item}' does at {one.SchoolCode} differs from the standard's");
            }
        }

        return null;
    }
}

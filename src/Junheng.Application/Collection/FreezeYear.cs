using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>What is to be frozen, and who says so.</summary>
/// <param name="Round">The round as read.</param>
/// <param name="County">The county.</param>
/// <param name="ProposedBy">Who asked for it.</param>
/// <param name="ApprovedBy">The second person.</param>
/// <param name="Language">Of findings.</param>
/// <param name="Approval">The approval of the proposal that is carried out.</param>
public sealed record FreezeRequest(CollectionRound Round, Region County, string ProposedBy, string ApprovedBy, Language Language, ApprovedProposal? Approval = null);

/// <summary>What came of it.</summary>
public abstract record FreezeOutcome
{
    private FreezeOutcome()
    {
    }

    /// <summary>The year is frozen.</summary>
    /// <param name="Freeze">Data, standard and settings by hash.</param>
    public sealed record Frozen(YearFreeze Freeze) : FreezeOutcome;

    /// <summary>It is not, and why: schools with their reasons, findings of the figures.</summary>
    /// <param name="Schools">Schools that are not ready.</param>
    /// <param name="Findings">What is wrong with the figures together.</param>
    public sealed record Refused(ImmutableArray<RefusedStep> Schools, ImmutableArray<Finding> Findings) : FreezeOutcome;
}

/// <summary>
/// Use case: freeze a year. The approved figures become one file, which is read and stored as any import is, so that verdict, trace and report rest on it; data,
/// standard and settings are named by hash. Two people do it, and again for every later version.
/// </summary>
public sealed class FreezeYear(ICollectionStore store, CheckEntries check, MakeImportBatch make, TimeProvider clock)
{
    /// <summary>Freezes.</summary>
    public async Task<FreezeOutcome> RunAsync(FreezeRequest request, Standard standard, CancellationToken cancellation)
    {
        var (round, county) = (request.Round, request.County);
        if (request.ProposedBy == request.ApprovedBy)
        {
            return Refused(new("冻结要由两个人完成：一人提出，另一人批准", "Freezing takes two people: one proposes, another approves"));
        }

        var returns = await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation);
        if (returns.IsEmpty)
        {
            return Refused(new("本年度没有填报", "There are no returns for the year"));
        }

        var steps = Steps(returns, out var notReady);
        if (!notReady.IsEmpty)
        {
            return new FreezeOutcome.Refused(notReady, []);
        }

        var newest = await store.NewestAsync(round.Scope, round.ReportYear, cancellation);
        var reading = check.Run(
            county.Code, county.Name, round.ReportYear, [.. newest.Select(each => new SchoolEntries(each.Head.School, each.Newest.Texts))], standard, request.Language);
        if (make.Run(new ImportRequest([reading.Table], null, round.ReportYear, StandardRequest.Of(round.StandardId))) is not BatchOutcome.Made made)
        {
            return new FreezeOutcome.Refused([], [.. reading.Findings.Select(each => each.Finding)]);
        }

        var freeze = new YearFreeze(
            (round.Freeze?.Version ?? 0) + 1,
            Hash(reading.Table.Content!),
            standard.ContentHash,
            Hash(Encoding.UTF8.GetBytes(string.Join('\n', standard.Settings.Select(setting => $"{setting.Id}={setting.Value}")))),
            request.ProposedBy,
            request.ApprovedBy,
            clock.GetUtcNow());
        return await store.FreezeAsync(round.Scope, round.ReportYear, freeze, made.Batch, steps, request.Approval, cancellation)
            ? new FreezeOutcome.Frozen(freeze)
            : Refused(new("别人刚刚改动了数据，请刷新后再做", "Somebody has just changed the figures; refresh and try again"));
    }

    /// <summary>Every return becomes frozen; what is frozen already stays so.</summary>
    private static ImmutableArray<NewStep> Steps(ImmutableArray<SchoolReturn> returns, out ImmutableArray<RefusedStep> notReady)
    {
        var steps = ImmutableArray.CreateBuilder<NewStep>();
        var refused = ImmutableArray.CreateBuilder<RefusedStep>();
        foreach (var head in returns.Where(each => each.State != ReturnState.Frozen))
        {
            if (head.OpenObjections > 0)
            {
                refused.Add(new RefusedStep(head.School.Code, new("还有异议没有答复", "An objection has no answer yet")));
            }
            else if (ReturnWorkflow.Take(head.State, ReturnStep.Freeze, openErrors: head.Errors) is StepOutcome.Refused refusal)
            {
                refused.Add(new RefusedStep(head.School.Code, refusal.Reason));
            }
            else
            {
                steps.Add(new NewStep(head.School.Code, ReturnStep.Freeze, head.State, ReturnState.Frozen, head.Version, ""));
            }
        }

        notReady = refused.ToImmutable();
        return steps.ToImmutable();
    }

    private static FreezeOutcome.Refused Refused(LocalizedText reason) => new([new RefusedStep("", reason)], []);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>Use case: open frozen returns for a new version. Two people do it and say why; the freeze and its figures stay on record.</summary>
public sealed class ReopenReturns(ICollectionStore store)
{
    /// <summary>Opens them; the refusals are empty when it was done.</summary>
    public async Task<ImmutableArray<RefusedStep>> RunAsync(
        CollectionRound round, ImmutableArray<string> schoolCodes, string reason, string proposedBy, string approvedBy, ApprovedProposal? approval, CancellationToken cancellation)
    {
        if (proposedBy == approvedBy)
        {
            return [new RefusedStep("", new("解冻要由两个人完成：一人提出，另一人批准", "Reopening takes two people: one proposes, another approves"))];
        }

        var heads = (await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation)).ToDictionary(each => each.School.Code, StringComparer.Ordinal);
        var outcomes = schoolCodes.Distinct().Select(code => (
            Code: code,
            Outcome: heads.TryGetValue(code, out var head)
                ? ReturnWorkflow.Take(head.State, ReturnStep.Reopen, reason)
                : new StepOutcome.Refused(new("这所学校不在本次填报范围内", "This school is not asked in this round")))).ToList();
        var refused = outcomes.Where(each => each.Outcome is StepOutcome.Refused).Select(each => new RefusedStep(each.Code, ((StepOutcome.Refused)each.Outcome).Reason)).ToImmutableArray();
        if (!refused.IsEmpty)
        {
            return refused;
        }

        var steps = outcomes.Select(each => new NewStep(
            each.Code, ReturnStep.Reopen, ReturnState.Frozen, ((StepOutcome.Allowed)each.Outcome).To, heads[each.Code].Version, reason));
        return await store.StepAsync(round.Scope, round.ReportYear, [.. steps], approvedBy, approval, cancellation)
            ? []
            : [new RefusedStep("", new("别人刚刚改动了其中的学校，请刷新后再做", "Somebody has just changed one of the schools; refresh and try again"))];
    }
}

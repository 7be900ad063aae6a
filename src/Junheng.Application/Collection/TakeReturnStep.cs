using System.Collections.Immutable;
using Junheng.Domain.Returns;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>What somebody wants to do with returns.</summary>
/// <param name="Round">The round.</param>
/// <param name="SchoolCodes">The schools.</param>
/// <param name="Step">The step; freezing and reopening have use cases of their own.</param>
/// <param name="Reason">The reason; needed to send back.</param>
/// <param name="Actor">Who.</param>
public sealed record StepRequest(CollectionRound Round, ImmutableArray<string> SchoolCodes, ReturnStep Step, string Reason, string Actor);

/// <summary>A school whose step was refused.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Reason">Why.</param>
public sealed record RefusedStep(string SchoolCode, LocalizedText Reason);

/// <summary>Use case: hand in, take back, send back or approve returns, one or many at once: all of them or, with the reasons, none.</summary>
public sealed class TakeReturnStep(ICollectionStore store)
{
    /// <summary>Takes the step; the refusals are empty when it was taken.</summary>
    public async Task<ImmutableArray<RefusedStep>> RunAsync(StepRequest request, CancellationToken cancellation)
    {
        if (request.Step is ReturnStep.Save or ReturnStep.Freeze or ReturnStep.Reopen)
        {
            throw new ArgumentException("This step has a use case of its own.", nameof(request));
        }

        var steps = ImmutableArray.CreateBuilder<NewStep>();
        var refused = ImmutableArray.CreateBuilder<RefusedStep>();
        foreach (var code in request.SchoolCodes.Distinct())
        {
            if (await store.FindAsync(request.Round.Scope, request.Round.ReportYear, code, cancellation) is not { Head: var head } file)
            {
                refused.Add(new RefusedStep(code, new("这所学校不在本次填报范围内", "This school is not asked in this round")));
                continue;
            }

            switch (ReturnWorkflow.Take(head.State, request.Step, request.Reason, head.Errors, head.Questions))
            {
                case StepOutcome.Allowed when request.Step == ReturnStep.Approve && file.Newest?.Author == request.Actor:
                    refused.Add(new RefusedStep(code, new("自己填报的数据由另一人审核", "Figures are approved by another person than the one who entered them")));
                    break;
                case StepOutcome.Allowed allowed:
                    steps.Add(new NewStep(code, request.Step, head.State, allowed.To, head.Version, request.Reason));
                    break;
                case StepOutcome.Refused refusal:
                    refused.Add(new RefusedStep(code, refusal.Reason));
                    break;
            }
        }

        if (refused.Count == 0 && steps.Count > 0 && !await store.StepAsync(request.Round.Scope, request.Round.ReportYear, steps.ToImmutable(), request.Actor, cancellation))
        {
            refused.Add(new RefusedStep("", new("别人刚刚改动了其中的学校，请刷新后再做", "Somebody has just changed one of the schools; refresh and try again")));
        }

        return refused.ToImmutable();
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Domain.Returns;

/// <summary>Whether a step may be taken, and what follows from it.</summary>
public abstract record StepOutcome
{
    private StepOutcome()
    {
    }

    /// <summary>It may be taken.</summary>
    /// <param name="To">The state afterwards.</param>
    public sealed record Allowed(ReturnState To) : StepOutcome;

    /// <summary>It may not be taken.</summary>
    /// <param name="Reason">Why, and what can be done instead.</param>
    public sealed record Refused(LocalizedText Reason) : StepOutcome;
}

/// <summary>
/// The flow of a school's return: 未填 → 已保存 → 已上报 → (退回 →) 已审核 → 已冻结. Pure: it knows neither persons nor clocks; who may take a step is decided by grants.
/// </summary>
public static class ReturnWorkflow
{
    private static readonly FrozenDictionary<(ReturnState From, ReturnStep Step), ReturnState> _edges = new Dictionary<(ReturnState, ReturnStep), ReturnState>
    {
        [(ReturnState.Blank, ReturnStep.Save)] = ReturnState.Saved,
        [(ReturnState.Saved, ReturnStep.Save)] = ReturnState.Saved,
        [(ReturnState.SentBack, ReturnStep.Save)] = ReturnState.SentBack,
        [(ReturnState.Saved, ReturnStep.Submit)] = ReturnState.Submitted,
        [(ReturnState.SentBack, ReturnStep.Submit)] = ReturnState.Submitted,
        [(ReturnState.Submitted, ReturnStep.Withdraw)] = ReturnState.Saved,
        [(ReturnState.Submitted, ReturnStep.SendBack)] = ReturnState.SentBack,
        [(ReturnState.Submitted, ReturnStep.Approve)] = ReturnState.Approved,
        [(ReturnState.Approved, ReturnStep.SendBack)] = ReturnState.SentBack,
        [(ReturnState.Approved, ReturnStep.Freeze)] = ReturnState.Frozen,
        [(ReturnState.Frozen, ReturnStep.Reopen)] = ReturnState.SentBack,
    }.ToFrozenDictionary();

    /// <summary>The steps that the flow allows from a state, in the order of <see cref="ReturnStep"/>.</summary>
    public static ImmutableArray<ReturnStep> StepsFrom(ReturnState state) => [.. Enum.GetValues<ReturnStep>().Where(step => _edges.ContainsKey((state, step)))];

    /// <summary>Takes a step.</summary>
    /// <param name="state">The state before.</param>
    /// <param name="step">The step.</param>
    /// <param name="reason">The reason given; needed to send back and to reopen.</param>
    /// <param name="openErrors">How many errors of logic (逻辑校验) stand open; any of them keeps a return from being handed in, approved or frozen.</param>
    /// <param name="unexplained">How many questions (经验校验) have no explanation yet; any of them keeps a return from being handed in.</param>
    public static StepOutcome Take(ReturnState state, ReturnStep step, string? reason = null, int openErrors = 0, int unexplained = 0)
    {
        if (!_edges.TryGetValue((state, step), out var to))
        {
            return new StepOutcome.Refused(NotFrom(state, step));
        }

        if (step is (ReturnStep.SendBack or ReturnStep.Reopen) && string.IsNullOrWhiteSpace(reason))
        {
            return new StepOutcome.Refused(new("请写明原因，学校要照着改", "Give the reason: the school works from it"));
        }

        if (openErrors > 0 && step is (ReturnStep.Submit or ReturnStep.Approve or ReturnStep.Freeze))
        {
            return new StepOutcome.Refused(new($"还有 {openErrors} 处逻辑校验错误没有改正", $"{openErrors} errors of logic are not mended yet"));
        }

        return unexplained > 0 && step == ReturnStep.Submit
            ? new StepOutcome.Refused(new($"还有 {unexplained} 处经验校验没有说明", $"{unexplained} questions have no explanation yet"))
            : new StepOutcome.Allowed(to);
    }

    private static LocalizedText NotFrom(ReturnState state, ReturnStep step)
    {
        var allowed = StepsFrom(state).Select(each => each.Name()).ToList();
        return new(
            $"“{state.Name().Zh}”的数据不能{step.Name().Zh}；可以{string.Join("、", allowed.Select(name => name.Zh))}",
            $"A return that is {state.Name().En} cannot be {step.Name().En}; it can be {string.Join(", ", allowed.Select(name => name.En))}");
    }

    /// <summary>The name of a step for people: an infinitive in Chinese, a participle in English.</summary>
    public static LocalizedText Name(this ReturnStep step) => step switch
    {
        ReturnStep.Save => new("保存", "saved"),
        ReturnStep.Submit => new("上报", "submitted"),
        ReturnStep.Withdraw => new("撤回", "withdrawn"),
        ReturnStep.SendBack => new("退回", "sent back"),
        ReturnStep.Approve => new("审核通过", "approved"),
        ReturnStep.Freeze => new("冻结", "frozen"),
        _ => new("解冻", "reopened"),
    };
}

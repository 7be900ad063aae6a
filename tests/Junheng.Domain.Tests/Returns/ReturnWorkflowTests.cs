using Junheng.Domain.Returns;

namespace Junheng.Domain.Tests.Returns;

public class ReturnWorkflowTests
{
    [Fact]
    public void A_return_goes_from_blank_to_frozen_by_the_words_of_the_statistics_software()
    {
        var state = ReturnState.Blank;
        var names = new List<string> { state.Name().Zh };
        foreach (var step in new[] { ReturnStep.Save, ReturnStep.Submit, ReturnStep.SendBack, ReturnStep.Submit, ReturnStep.Approve, ReturnStep.Freeze })
        {
            state = Assert.IsType<StepOutcome.Allowed>(ReturnWorkflow.Take(state, step, "数据与台账不符")).To;
            names.Add(state.Name().Zh);
        }

        Assert.Equal(["未填", "已保存", "已上报", "退回", "已上报", "已审核", "已冻结"], names);
    }

    [Fact]
    public void Every_step_that_the_flow_does_not_know_is_refused_with_what_can_be_done()
    {
        foreach (var state in ReturnStates.All)
        {
            var allowed = ReturnWorkflow.StepsFrom(state);
            Assert.NotEmpty(allowed);
            foreach (var step in Enum.GetValues<ReturnStep>().Except(allowed))
            {
                var refused = Assert.IsType<StepOutcome.Refused>(ReturnWorkflow.Take(state, step, "原因"));
                Assert.Contains(allowed[0].Name().Zh, refused.Reason.Zh, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Nothing_is_sent_back_without_a_reason() =>
        Assert.IsType<StepOutcome.Refused>(ReturnWorkflow.Take(ReturnState.Submitted, ReturnStep.SendBack, " "));

    [Theory]
    [InlineData(ReturnState.Saved, ReturnStep.Submit)]
    [InlineData(ReturnState.Submitted, ReturnStep.Approve)]
    [InlineData(ReturnState.Approved, ReturnStep.Freeze)]
    public void An_open_error_keeps_a_return_back(ReturnState state, ReturnStep step)
    {
        Assert.IsType<StepOutcome.Allowed>(ReturnWorkflow.Take(state, step));
        Assert.Contains("2", Assert.IsType<StepOutcome.Refused>(ReturnWorkflow.Take(state, step, openErrors: 2)).Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_with_errors_can_still_be_saved_and_sent_back()
    {
        Assert.IsType<StepOutcome.Allowed>(ReturnWorkflow.Take(ReturnState.Saved, ReturnStep.Save, openErrors: 3));
        Assert.IsType<StepOutcome.Allowed>(ReturnWorkflow.Take(ReturnState.Submitted, ReturnStep.SendBack, "有错误", openErrors: 3));
    }

    [Fact]
    public void A_question_without_explanation_keeps_a_return_from_being_handed_in_only()
    {
        Assert.IsType<StepOutcome.Refused>(ReturnWorkflow.Take(ReturnState.Saved, ReturnStep.Submit, unexplained: 1));
        Assert.IsType<StepOutcome.Allowed>(ReturnWorkflow.Take(ReturnState.Submitted, ReturnStep.Approve, unexplained: 1));
    }
}

using Junheng.Application.Access;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;

namespace Junheng.Application.Tests.Proposals;

/// <summary>S6: two persons, and the second sees what is done.</summary>
public class ProposalTests
{
    private static readonly Person _first = new(new AccountId(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), "first", "一", []);
    private static readonly Person _second = new(new AccountId(new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])), "second", "二", []);
    private static readonly Proposal _proposal = Proposal.New(Guid.Empty, ScopeId.Installation, "kind", "subject", "payload", _first, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Another_person_decides_what_they_saw()
    {
        Assert.True(_proposal.MayBeDecidedBy(_second, _proposal.PayloadHash));
        Assert.False(_proposal.MayBeDecidedBy(_first, _proposal.PayloadHash));
        Assert.False(_proposal.MayBeDecidedBy(_second, Proposal.HashOf("another payload")));
    }

    [Fact]
    public void A_payload_that_was_changed_on_record_cannot_be_approved() =>
        Assert.False((_proposal with { Payload = "changed" }).MayBeDecidedBy(_second, _proposal.PayloadHash));

    [Theory]
    [InlineData(ProposalState.Draft)]
    [InlineData(ProposalState.Approved)]
    [InlineData(ProposalState.Rejected)]
    public void Only_what_is_open_is_decided(ProposalState state) => Assert.False((_proposal with { State = state }).MayBeDecidedBy(_second, _proposal.PayloadHash));

    [Fact]
    public void Grants_survive_being_a_payload()
    {
        HeldGrant[] grants =
        [
            new(_first.Account, new Grant(Guid.NewGuid(), Role.Inspector, GrantScope.School(new ScopeId(7), "0012"), new DateOnly(2026, 1, 2), new DateOnly(2026, 3, 4))),
            new(_second.Account, new Grant(Guid.NewGuid(), Role.Auditor, GrantScope.Installation, new DateOnly(2026, 1, 2), null)),
        ];

        Assert.Equal(grants, GrantPayload.Read(GrantPayload.Write(grants)));
    }
}

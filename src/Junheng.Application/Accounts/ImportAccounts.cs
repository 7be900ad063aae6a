using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Audit;
using Junheng.Application.Grants;
using Junheng.Application.Proposals;
using Junheng.Application.Regions;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Accounts;

/// <summary>A sheet as it will be carried out, or what is wrong with it.</summary>
/// <param name="Draft">The draft on record that a commit names; null when anything is wrong.</param>
/// <param name="Rows">The rows as read.</param>
/// <param name="Findings">Everything found.</param>
public sealed record SheetPreview(Proposal? Draft, ImmutableArray<AccountSheetRow> Rows, ImmutableArray<Finding> Findings);

/// <summary>
/// Use case: accounts in batches. The system administrator previews and commits: the accounts are made, all or none, and their grants wait for a security administrator.
/// </summary>
public sealed class ImportAccounts(
    IAccountSheets sheets, IAccounts accounts, Places places, IProposals proposals, HandOut handOut, IPasswordHashing hashing, ISecrets secrets, TimeProvider clock)
{
    /// <summary>Reads and checks a sheet; nothing is made yet.</summary>
    public async Task<SheetPreview> PreviewAsync(Person by, InputFile file, Language language, CancellationToken cancellation)
    {
        var reading = sheets.Read(file, language);
        if (reading.Findings.Any(finding => finding.Severity == Severity.Error))
        {
            return new SheetPreview(null, reading.Rows, reading.Findings);
        }

        var taken = (await accounts.AllAsync(cancellation)).Select(account => UserName.Normalize(account.Name)).ToHashSet(StringComparer.Ordinal);
        var check = new SheetCheck(reading, file.Name, await places.AllAsync(cancellation), taken, GiveGrants.Today(clock), language);
        var people = check.Run(secrets.NewId);
        ImmutableArray<Finding> findings = [.. reading.Findings, .. check.Findings];
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            return new SheetPreview(null, reading.Rows, findings);
        }

        var made = people.Select(person => (Account: new SheetAccount(secrets.NewId(), person.Row.Name, person.Row.FullName, person.Row.Phone.Length == 0 ? null : person.Row.Phone), person.Grants)).ToList();
        var payload = new AccountSheetPayload(
            [.. made.Select(each => each.Account)],
            GrantPayload.Write(made.SelectMany(each => each.Grants.Select(grant => new HeldGrant(new AccountId(each.Account.Id), grant)))));
        var now = clock.GetUtcNow();
        var draft = Proposal.New(secrets.NewId(), ScopeId.Installation, AccountSheetPayload.Kind, file.Name, payload.Write(), by, now, ProposalState.Draft);
        await proposals.AddAsync(draft, AuditEntries.Done(by.Id, "sheet.preview", draft.Named, now, null, draft.PayloadHash), cancellation);
        return new SheetPreview(draft, reading.Rows, findings);
    }

    /// <summary>Makes the accounts of a draft. Gives the token of the sheet with their first passwords; null where the draft is not there any more or a name was taken since.</summary>
    public async Task<string?> CommitAsync(Person by, Guid draftId, CancellationToken cancellation)
    {
        if (await proposals.FindAsync(draftId, cancellation) is not { State: ProposalState.Draft } draft || draft.ProposedBy != by.Account)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var payload = AccountSheetPayload.Read(draft.Payload);
        var made = payload.Accounts.Select(account => (Account: account, Password: secrets.NewInitialPassword())).ToList();
        var rows = made.Select(each => new NewAccount(
            new AccountId(each.Account.Id), each.Account.Name, each.Account.FullName, each.Account.Phone, hashing.Hash(each.Password), MustChangePassword: true)).ToList();
        List<AuditEntry> entries =
        [
            AuditEntries.Done(by.Id, "proposal.open", draft.Named, now, null, draft.PayloadHash),
            .. made.Select(each => AuditEntries.OnAccount(by.Id, "account.add", new AccountId(each.Account.Id).Id, now, null, $"{each.Account.Name} {each.Account.FullName}")),
        ];
        return await accounts.AddAsync(rows, draft, entries, cancellation)
            ? await handOut.KeepAsync(by.Account, [.. made.Select(each => new InitialPassword(each.Account.Name, each.Account.FullName, each.Password))], cancellation)
            : null;
    }
}

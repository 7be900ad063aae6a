using System.Collections.Immutable;
using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Audit;
using Junheng.Application.Grants;

namespace Junheng.Application.SetUp;

/// <summary>The set-up link on record, and what it makes.</summary>
public interface ISetUpLinks
{
    /// <summary>Puts a new link on record in place of those before.</summary>
    Task ReplaceAsync(string tokenHash, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellation);

    /// <summary>Whether a link can still be used.</summary>
    Task<bool> IsOpenAsync(string tokenHash, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Uses the link, once, and makes accounts with grants where there is no account yet; false where it cannot be used.</summary>
    Task<bool> UseAsync(
        string tokenHash, DateTimeOffset now, IReadOnlyList<NewAccount> accounts, IReadOnlyList<HeldGrant> grants, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation);
}

/// <summary>Who is to be an administrator.</summary>
/// <param name="Name">The user name.</param>
/// <param name="FullName">What people call them.</param>
public sealed record NamedPerson(string Name, string FullName);

/// <summary>What the set-up page asks for.</summary>
/// <param name="System">The system administrator, who fills it in.</param>
/// <param name="Password">Their password.</param>
/// <param name="Again">The same once more.</param>
/// <param name="Security">The security administrator.</param>
/// <param name="Audit">The auditor.</param>
public sealed record SetUpRequest(NamedPerson System, string Password, string Again, NamedPerson Security, NamedPerson Audit);

/// <summary>What is wrong with a set-up request.</summary>
/// <param name="BadNames">Whether a user name or a full name cannot be one.</param>
/// <param name="SameNames">Whether two are the same.</param>
/// <param name="Password">What is wrong with the password.</param>
public sealed record SetUpFaults(bool BadNames, bool SameNames, ImmutableArray<PasswordFault> Password)
{
    /// <summary>Whether anything is.</summary>
    public bool Any => BadNames || SameNames || Password.Length > 0;
}

/// <summary>What came of setting up.</summary>
public abstract record SetUpOutcome
{
    private SetUpOutcome()
    {
    }

    /// <summary>Made. The system administrator is signed in.</summary>
    /// <param name="Token">Their session.</param>
    /// <param name="HandOut">The sheet with the first passwords of the other two.</param>
    public sealed record Made(string Token, string HandOut) : SetUpOutcome;

    /// <summary>To be mended.</summary>
    public sealed record NotAccepted(SetUpFaults Faults) : SetUpOutcome;

    /// <summary>The link is used, past, or none.</summary>
    public sealed record NoLink : SetUpOutcome;
}

/// <summary>
/// Use case of the first start: there is no default account; a link that is printed once makes the three administrators at a stroke, since nobody may hold two of their powers.
/// </summary>
public sealed class FirstAdministrators(ISetUpLinks links, IAccounts accounts, BeginSession begin, HandOut handOut, IPasswordHashing hashing, ISecrets secrets, TimeProvider clock)
{
    private const int LongestFullName = 40;
    private static readonly TimeSpan _open = TimeSpan.FromHours(24);

    /// <summary>A new link where there is no account yet; null where there is one.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)?> NewLinkAsync(CancellationToken cancellation)
    {
        if (await accounts.AnyAsync(cancellation))
        {
            return null;
        }

        var (token, now) = (secrets.NewToken(), clock.GetUtcNow());
        await links.ReplaceAsync(Tokens.Hash(token), now, now + _open, cancellation);
        return (token, now + _open);
    }

    /// <summary>Whether a link can be used.</summary>
    public Task<bool> IsOpenAsync(string token, CancellationToken cancellation) => links.IsOpenAsync(Tokens.Hash(token), clock.GetUtcNow(), cancellation);

    /// <summary>Makes the administrators.</summary>
    public async Task<SetUpOutcome> RunAsync(string token, SetUpRequest request, Visitor visitor, CancellationToken cancellation)
    {
        if (!await IsOpenAsync(token, cancellation))
        {
            return new SetUpOutcome.NoLink();
        }

        var faults = FaultsOf(request);
        if (faults.Any)
        {
            return new SetUpOutcome.NotAccepted(faults);
        }

        var now = clock.GetUtcNow();
        var today = GiveGrants.Today(clock);
        var made = new List<NewAccount>();
        var held = new List<HeldGrant>();
        var sheet = new List<InitialPassword>();
        foreach (var (person, role) in new[] { (request.System, Role.SystemAdministrator), (request.Security, Role.SecurityAdministrator), (request.Audit, Role.Auditor) })
        {
            var own = role == Role.SystemAdministrator;
            var password = own ? request.Password : secrets.NewInitialPassword();
            made.Add(new NewAccount(new AccountId(secrets.NewId()), person.Name.Trim(), person.FullName.Trim(), null, hashing.Hash(password), MustChangePassword: !own));
            held.Add(new HeldGrant(made[^1].Id, new Grant(secrets.NewId(), role, GrantScope.Installation, today, null)));
            if (!own)
            {
                sheet.Add(new InitialPassword(person.Name.Trim(), person.FullName.Trim(), password));
            }
        }

        var entries = made.Zip(held, (account, grant) => AuditEntries.Done(AuditEntries.Nobody, "set-up", account.Id.Id, now, null, GrantText.Of(grant.Grant)));
        if (!await links.UseAsync(Tokens.Hash(token), now, made, held, [.. entries], cancellation))
        {
            return new SetUpOutcome.NoLink();
        }

        var account = (await accounts.FindAsync(made[0].Id, cancellation))!.Account;
        var session = await begin.RunAsync(account, SessionStage.Full, visitor, null, AuditEntries.Done(account.Id.Id, "session.begin", visitor.Address, now), cancellation);
        return new SetUpOutcome.Made(session.Token, await handOut.KeepAsync(account.Id, sheet, cancellation));
    }

    private static SetUpFaults FaultsOf(SetUpRequest request)
    {
        NamedPerson[] people = [request.System, request.Security, request.Audit];
        var faults = PasswordPolicy.Faults(request.Password, request.System.Name.Trim());
        return new SetUpFaults(
            people.Any(person => !UserName.IsValid(person.Name.Trim()) || person.FullName.Trim().Length is 0 or > LongestFullName),
            people.DistinctBy(person => UserName.Normalize(person.Name)).Count() < people.Length,
            request.Password == request.Again ? faults : faults.Add(PasswordFault.Differs));
    }
}

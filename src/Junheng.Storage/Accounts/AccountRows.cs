using Junheng.Application.Access;
using Junheng.Application.Accounts;
using Junheng.Application.Regions;
using Junheng.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Accounts;

/// <summary>What the stores of this area share. Their rows all lie in the scope of the installation, but for grants.</summary>
internal static class AccountRows
{
    public static long Scope { get; } = ScopeId.Installation.Value;

    public static Account ToAccount(AccountRow row) => new(
        new AccountId(row.AccountId), row.Name, row.FullName, row.Phone, row.IsActive, row.MustChangePassword, row.TotpConfirmed, row.LockedUntil);

    public static AccountRow ToRow(NewAccount account, string by, DateTimeOffset at) => new()
    {
        ScopeId = Scope,
        AccountId = account.Id.Value,
        Name = account.Name,
        NormalizedName = UserName.Normalize(account.Name),
        FullName = account.FullName,
        Phone = account.Phone,
        PasswordHash = account.PasswordHash,
        MustChangePassword = account.MustChangePassword,
        IsActive = true,
        CreatedAt = at,
        CreatedBy = by,
    };

    public static IQueryable<AccountRow> Of(JunhengDatabase database, AccountId account) => database.Accounts.Where(row => row.ScopeId == Scope && row.AccountId == account.Value);

    /// <summary>Ends every session of an account for good: those that are being made too, since they begin with the version that they read. Locks the row first.</summary>
    public static async Task<bool> EndSessionsAsync(JunhengDatabase database, AccountId account, CancellationToken cancellation)
    {
        if (await Of(database, account).ExecuteUpdateAsync(row => row.SetProperty(each => each.SecurityVersion, each => each.SecurityVersion + 1), cancellation) == 0)
        {
            return false;
        }

        await database.Sessions.Where(row => row.ScopeId == Scope && row.AccountId == account.Value).ExecuteDeleteAsync(cancellation);
        return true;
    }

    public static Grant ToGrant(GrantRow row) => new(
        row.GrantId,
        Roles.Parse(row.Role) ?? throw new InvalidDataException($"No role {row.Role}."),
        new GrantScope(new ScopeId(row.ScopeId), (GrantKind)row.Kind, row.Key),
        row.FromDay,
        row.ToDay,
        row.DeputyFor is { } absent ? new AccountId(absent) : null);

    public static GrantRow ToRow(Application.Grants.HeldGrant held, string by, DateTimeOffset at) => new()
    {
        ScopeId = held.Grant.Scope.Region.Value,
        GrantId = held.Grant.Id,
        AccountId = held.Account.Value,
        Role = Roles.Of(held.Grant.Role).Id,
        Kind = (byte)held.Grant.Scope.Kind,
        Key = held.Grant.Scope.Key,
        FromDay = held.Grant.From,
        ToDay = held.Grant.To,
        DeputyFor = held.Grant.DeputyFor?.Value,
        GivenAt = at,
        GivenBy = by,
    };
}

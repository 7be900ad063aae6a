using Junheng.Application.Access;

namespace Junheng.Application.Accounts;

/// <summary>An account as people see it. Accounts belong to the installation; grants say where their holders work.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The user name.</param>
/// <param name="FullName">What people call the holder.</param>
/// <param name="Phone">A telephone number; null when not given. Shown masked.</param>
/// <param name="IsActive">Whether its holder may sign in.</param>
/// <param name="MustChangePassword">Whether the password was given by somebody else and only lets its holder choose another.</param>
/// <param name="HasSecondFactor">Whether signing in asks for a code besides.</param>
/// <param name="LockedUntil">Until when signing in is refused; null when it is not.</param>
public sealed record Account(
    AccountId Id, string Name, string FullName, string? Phone, bool IsActive, bool MustChangePassword, bool HasSecondFactor, DateTimeOffset? LockedUntil)
{
    /// <summary>The telephone number with its middle hidden; null when there is none.</summary>
    public string? MaskedPhone => Phone is null ? null : Phone.Length < 8 ? new string('*', Phone.Length) : $"{Phone[..3]}****{Phone[^4..]}";
}

/// <summary>An account with what is needed to check that its holder signs in.</summary>
/// <param name="Account">The account.</param>
/// <param name="PasswordHash">The salted hash.</param>
/// <param name="ProtectedTotpSecret">The secret of the second factor, encrypted; null when none was begun.</param>
/// <param name="TotpLastStep">The last time step whose code was used: none is taken twice.</param>
public sealed record AccountOnRecord(Account Account, string PasswordHash, string? ProtectedTotpSecret, long TotpLastStep);

/// <summary>An account to be made.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">The user name.</param>
/// <param name="FullName">What people call the holder.</param>
/// <param name="Phone">Null when not given.</param>
/// <param name="PasswordHash">The salted hash of its first password.</param>
/// <param name="MustChangePassword">Whether the holder has to choose another at once.</param>
public sealed record NewAccount(AccountId Id, string Name, string FullName, string? Phone, string PasswordHash, bool MustChangePassword);

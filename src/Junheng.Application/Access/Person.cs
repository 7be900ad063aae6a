using System.Collections.Immutable;

namespace Junheng.Application.Access;

/// <summary>Somebody who is signed in.</summary>
/// <param name="Account">The account.</param>
/// <param name="Name">The user name.</param>
/// <param name="FullName">What people call them.</param>
/// <param name="Grants">The grants on record that have not been ended; whether one holds is asked at a day.</param>
public sealed record Person(AccountId Account, string Name, string FullName, ImmutableArray<Grant> Grants)
{
    /// <summary>The stable id under which records name this person.</summary>
    public string Id => Account.Id;
}

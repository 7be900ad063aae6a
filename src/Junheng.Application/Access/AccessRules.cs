namespace Junheng.Application.Access;

/// <summary>The answer to whether somebody may do something.</summary>
public enum AccessDecision
{
    /// <summary>Yes.</summary>
    Allowed,

    /// <summary>Nobody is signed in; whoever signs in may be allowed.</summary>
    SignInFirst,

    /// <summary>No.</summary>
    Refused,
}

/// <summary>The one place where it is decided who may do what. What no grant allows is refused.</summary>
public static class AccessRules
{
    /// <summary>Decides.</summary>
    /// <param name="person">Who asks; null for a visitor who is not signed in.</param>
    /// <param name="action">What they want to do.</param>
    /// <param name="subject">What they want to do it to.</param>
    /// <param name="today">The day on which grants must hold.</param>
    public static AccessDecision Decide(Person? person, AccessAction action, AccessSubject subject, DateOnly today)
    {
        if (action == AccessAction.ViewFigures && subject.IsOpenDemo)
        {
            return AccessDecision.Allowed;
        }

        if (person is null)
        {
            return AccessDecision.SignInFirst;
        }

        return action == AccessAction.OwnAccount || person.Grants.Any(grant => grant.HoldsOn(today) && Roles.Of(grant.Role).Actions.Contains(action) && subject.IsWithin(grant.Scope))
            ? AccessDecision.Allowed
            : AccessDecision.Refused;
    }
}

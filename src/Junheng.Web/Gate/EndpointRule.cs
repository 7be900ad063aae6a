using Junheng.Application.Access;

namespace Junheng.Web.Gate;

/// <summary>What an endpoint acts on, told from its address.</summary>
internal enum SubjectKind
{
    /// <summary>The installation as a whole.</summary>
    Installation,

    /// <summary>The county named in the address; without one the first that the visitor may see.</summary>
    County,

    /// <summary>The same, but whoever may see no county is led to what is theirs.</summary>
    FirstPage,

    /// <summary>The school named in the address.</summary>
    School,

    /// <summary>The regions that have the file of the hash in the address.</summary>
    File,
}

/// <summary>Who may call an endpoint. Every endpoint has one; the gate refuses those without.</summary>
internal abstract record EndpointRule
{
    private EndpointRule()
    {
    }

    /// <summary>Everybody.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Public(string Reason) : EndpointRule;

    /// <summary>Whoever may do this to what the address names.</summary>
    /// <param name="Action">What.</param>
    /// <param name="Subject">To what.</param>
    public sealed record Requires(AccessAction Action, SubjectKind Subject) : EndpointRule;
}

/// <summary>Marks an endpoint that may be called with a password that has to be changed.</summary>
internal sealed record EvenWithFirstPassword;

/// <summary>Marks a form that may be handed in again and again: nothing is made twice by it.</summary>
internal sealed record MayRepeat;

/// <summary>Marks an endpoint that is no form of a page: what is posted proves itself, and no cookie counts for it.</summary>
internal sealed record ProvesItself;

/// <summary>How large a request may be where it is not the usual size.</summary>
/// <param name="Bytes">Most bytes.</param>
internal sealed record LargestRequest(long Bytes)
{
    /// <summary>Enough for any form without a file.</summary>
    public const long Usual = 64 * 1024;

    /// <summary>Enough for a sheet.</summary>
    public const long Sheet = 8 * 1024 * 1024;
}

/// <summary>How endpoints declare their rules.</summary>
internal static class EndpointRules
{
    public static TBuilder Public<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new EndpointRule.Public(reason));

    public static TBuilder RequireAction<TBuilder>(this TBuilder endpoint, AccessAction action, SubjectKind subject = SubjectKind.Installation)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new EndpointRule.Requires(action, subject));

    public static TBuilder EvenWithFirstPassword<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new EvenWithFirstPassword());

    public static TBuilder MayRepeat<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new MayRepeat());

    public static TBuilder ProvesItself<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ProvesItself());

    public static TBuilder WithSheet<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new LargestRequest(LargestRequest.Sheet));
}

namespace Junheng.Domain.Registers;

/// <summary>The days on which something holds.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day on which it holds no more; null while it holds on.</param>
public readonly record struct Validity(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Contains(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using Junheng.Domain.Text;

namespace Junheng.Application.Access;

/// <summary>What a role is called, may do and is limited to.</summary>
/// <param name="Role">The role.</param>
/// <param name="Id">Its public id.</param>
/// <param name="Title">Its name.</param>
/// <param name="Kinds">The kinds of scope that it can be given for.</param>
/// <param name="Actions">What it may do there.</param>
/// <param name="NeedsEnd">Whether a grant of it always has a last day.</param>
public sealed record RoleRule(Role Role, string Id, LocalizedText Title, ImmutableArray<GrantKind> Kinds, ImmutableArray<AccessAction> Actions, bool NeedsEnd = false);

/// <summary>The roles.</summary>
public static class Roles
{
    private static readonly ImmutableArray<GrantKind> _everywhere = [GrantKind.Region];
    private static readonly ImmutableArray<GrantKind> _regions = [GrantKind.Region, GrantKind.Group];
    private static readonly ImmutableArray<GrantKind> _schools = [GrantKind.School];
    private static readonly ImmutableArray<GrantKind> _inspected = [GrantKind.Region, GrantKind.Group, GrantKind.School];

    /// <summary>All rules, in the order in which lists show them.</summary>
    public static ImmutableArray<RoleRule> All { get; } =
    [
        new(Role.SystemAdministrator, "system_administrator", new("系统管理员", "System administrator"), _everywhere, [AccessAction.ViewPeople, AccessAction.ManageAccounts, AccessAction.ManageSettings, AccessAction.CountersignGrants]),
        new(Role.SecurityAdministrator, "security_administrator", new("安全管理员", "Security administrator"), _everywhere, [AccessAction.ViewPeople, AccessAction.ManageGrants, AccessAction.CountersignGrants]),
        new(Role.Auditor, "auditor", new("审计管理员", "Auditor"), _everywhere, [AccessAction.ReadAudit]),
        new(Role.DataAdministrator, "data_administrator", new("数据管理员", "Data administrator"), _regions, [AccessAction.ViewFigures, AccessAction.EnterFigures, AccessAction.KeepScenarios]),
        new(Role.Reviewer, "reviewer", new("审核员", "Reviewer"), _regions, [AccessAction.ViewFigures, AccessAction.ReviewFigures, AccessAction.KeepScenarios]),
        new(Role.Leader, "leader", new("领导", "Leader"), _regions, [AccessAction.ViewFigures, AccessAction.KeepScenarios]),
        new(Role.SchoolClerk, "school_clerk", new("学校填报员", "School clerk"), _schools, [AccessAction.ViewFigures, AccessAction.EnterFigures]),
        new(Role.Principal, "principal", new("校长", "Principal"), _schools, [AccessAction.ViewFigures, AccessAction.ConfirmFigures]),
        new(Role.Inspector, "inspector", new("督学", "Inspector"), _inspected, [AccessAction.ViewFigures, AccessAction.KeepScenarios], NeedsEnd: true),
    ];

    private static readonly FrozenDictionary<Role, RoleRule> _byRole = All.ToFrozenDictionary(rule => rule.Role);

    /// <summary>The rule of a role.</summary>
    public static RoleRule Of(Role role) => _byRole[role];

    /// <summary>A role by its id or its Chinese or English name; null when there is none.</summary>
    public static Role? Parse(string? text) =>
        All.FirstOrDefault(rule => text is not null && (rule.Id == text || rule.Title.Zh == text || string.Equals(rule.Title.En, text, StringComparison.OrdinalIgnoreCase)))?.Role;
}

namespace Junheng.Application.Access;

/// <summary>What a person is within the scope of a grant.</summary>
public enum Role
{
    /// <summary>系统管理员: accounts and settings; sees no data.</summary>
    SystemAdministrator,

    /// <summary>安全管理员: grants.</summary>
    SecurityAdministrator,

    /// <summary>审计管理员: the audit trail only.</summary>
    Auditor,

    /// <summary>数据管理员: the bureau's clerk who enters figures.</summary>
    DataAdministrator,

    /// <summary>审核员.</summary>
    Reviewer,

    /// <summary>领导: reads only.</summary>
    Leader,

    /// <summary>学校填报员.</summary>
    SchoolClerk,

    /// <summary>校长.</summary>
    Principal,

    /// <summary>督学: reads until a day that is always set.</summary>
    Inspector,
}

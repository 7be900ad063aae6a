namespace Junheng.Storage.Model;

/// <summary>What a person signs in with, and how signing in went.</summary>
internal sealed class AccountRow
{
    public long ScopeId { get; set; }

    public Guid AccountId { get; set; }

    public string Name { get; set; } = "";

    public string NormalizedName { get; set; } = "";

    public string FullName { get; set; } = "";

    public string? Phone { get; set; }

    public string PasswordHash { get; set; } = "";

    public bool MustChangePassword { get; set; }

    public bool IsActive { get; set; }

    public int SecurityVersion { get; set; }

    public int FailedTries { get; set; }

    public int Lockouts { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public string? TotpSecret { get; set; }

    public bool TotpConfirmed { get; set; }

    public long TotpLastStep { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public string CreatedBy { get; set; } = "";
}

/// <summary>A code that replaces the second factor once; gone when used.</summary>
internal sealed class RecoveryCodeRow
{
    public long ScopeId { get; set; }

    public Guid AccountId { get; set; }

    public string CodeHash { get; set; } = "";
}

/// <summary>A browser that is signed in. Ending it deletes the row.</summary>
internal sealed class SessionRow
{
    public long ScopeId { get; set; }

    public string TokenHash { get; set; } = "";

    public Guid AccountId { get; set; }

    public int SecurityVersion { get; set; }

    public byte Stage { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public string Address { get; set; } = "";

    public string Agent { get; set; } = "";
}

/// <summary>The scope is that of the region which the grant is about or lies in, not that of the account.</summary>
internal sealed class GrantRow
{
    public long ScopeId { get; set; }

    public Guid GrantId { get; set; }

    public Guid AccountId { get; set; }

    public string Role { get; set; } = "";

    public byte Kind { get; set; }

    public string Key { get; set; } = "";

    public DateOnly FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public Guid? DeputyFor { get; set; }

    public DateTimeOffset GivenAt { get; set; }

    public string GivenBy { get; set; } = "";

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What one person proposed and another decides.</summary>
internal sealed class ProposalRow
{
    public long ScopeId { get; set; }

    public Guid ProposalId { get; set; }

    public string Kind { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Payload { get; set; } = "";

    public string PayloadHash { get; set; } = "";

    public Guid ProposedBy { get; set; }

    public string ProposedByName { get; set; } = "";

    public DateTimeOffset ProposedAt { get; set; }

    public byte State { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}

/// <summary>The link that makes the first administrator.</summary>
internal sealed class SetUpLinkRow
{
    public long ScopeId { get; set; }

    public string TokenHash { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A setting of the installation.</summary>
internal sealed class SettingRow
{
    public long ScopeId { get; set; }

    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}

/// <summary>A form that has been handed in, and where its answer led.</summary>
internal sealed class FormTokenRow
{
    public long ScopeId { get; set; }

    public string TokenHash { get; set; } = "";

    public DateTimeOffset TakenAt { get; set; }

    public string? Location { get; set; }
}

/// <summary>A file that can be taken once, such as a sheet of first passwords; encrypted by the program, gone when taken.</summary>
internal sealed class OneTimeFileRow
{
    public long ScopeId { get; set; }

    public string TokenHash { get; set; } = "";

    public Guid Owner { get; set; }

    public string Name { get; set; } = "";

    public byte[] Content { get; set; } = [];

    public DateTimeOffset ExpiresAt { get; set; }
}

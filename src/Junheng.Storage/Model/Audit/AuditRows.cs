namespace Junheng.Storage.Model;

internal sealed class AuditEntryRow
{
    public long ScopeId { get; set; }

    public long Number { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Result { get; set; } = "";

    public string? OldValue { get; set; }

    public string? NewValue { get; set; }

    /// <summary>The chain's time with its offset, ISO 8601: text, because a database's own type would drop the offset.</summary>
    public string At { get; set; } = "";

    /// <summary>What the clock said.</summary>
    public string ObservedAt { get; set; } = "";

    /// <summary>Hash of the sealed personal values; null where there are none.</summary>
    public string? PersonalHash { get; set; }

    public string PreviousHash { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>The last entry of a chain: the row that one writer at a time may hold.</summary>
internal sealed class AuditHeadRow
{
    public long ScopeId { get; set; }

    public long Number { get; set; }

    public string At { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>Personal values beside an entry, sealed under the person's key.</summary>
internal sealed class AuditPersonalRow
{
    public long ScopeId { get; set; }

    public long Number { get; set; }

    public string Person { get; set; } = "";

    public byte[] Sealed { get; set; } = [];
}

/// <summary>The key of a person, itself wrapped by the installation's key.</summary>
internal sealed class PersonKeyRow
{
    public long ScopeId { get; set; }

    public string Person { get; set; } = "";

    public byte[] WrappedKey { get; set; } = [];
}

/// <summary>The anchor of a day over all chains; its scope is the installation.</summary>
internal sealed class AuditAnchorRow
{
    public long ScopeId { get; set; }

    public DateOnly Day { get; set; }

    public string PreviousHash { get; set; } = "";

    public string Hash { get; set; } = "";
}

/// <summary>Where a chain stood at an anchor.</summary>
internal sealed class AuditAnchorHeadRow
{
    public long ScopeId { get; set; }

    public DateOnly Day { get; set; }

    public long Number { get; set; }

    public string Hash { get; set; } = "";
}

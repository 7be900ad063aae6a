namespace Junheng.Storage.Model;

/// <summary>An event of the registers; its number is unique over all scopes.</summary>
internal sealed class RegisterEventRow
{
    public long ScopeId { get; set; }

    public long Number { get; set; }

    public DateOnly EffectiveOn { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    public string Author { get; set; } = "";

    /// <summary>JSON.</summary>
    public string Change { get; set; } = "";
}

/// <summary>The last number of the registers, in one row that one writer at a time may hold; its scope is the installation.</summary>
internal sealed class RegisterHeadRow
{
    public long ScopeId { get; set; }

    public long Number { get; set; }
}

/// <summary>Personal particulars of a person, sealed under the person's key. A correction is a further version.</summary>
internal sealed class PersonRow
{
    public long ScopeId { get; set; }

    public string Person { get; set; } = "";

    public int Version { get; set; }

    public DateTimeOffset EnteredAt { get; set; }

    public byte[] Sealed { get; set; } = [];
}

/// <summary>A pupil's time in a class.</summary>
internal sealed class PupilRow
{
    public long ScopeId { get; set; }

    public long PupilId { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public string Person { get; set; } = "";

    public long ClassNumber { get; set; }

    public long RegisterEvent { get; set; }
}

/// <summary>A guardian's relation to a pupil.</summary>
internal sealed class GuardianRow
{
    public long ScopeId { get; set; }

    public long PupilId { get; set; }

    public string Person { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public string Relation { get; set; } = "";
}

/// <summary>Where a person lives; the address itself is sealed.</summary>
internal sealed class AddressRow
{
    public long ScopeId { get; set; }

    public string Person { get; set; } = "";

    public DateOnly ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    public long? TownshipNumber { get; set; }

    public byte[] Sealed { get; set; } = [];
}

namespace Junheng.Storage.Model;

// Rows are the only mutable classes, and they never leave this project.

internal sealed class RegionRow
{
    public long ScopeId { get; set; }

    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public byte Level { get; set; }

    public long? ParentScopeId { get; set; }
}

internal sealed class FileRow
{
    public long ScopeId { get; set; }

    public string Sha256 { get; set; } = "";

    public string Name { get; set; } = "";

    public string MediaType { get; set; } = "";

    public byte[] Content { get; set; } = [];
}

internal sealed class ReturnRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public byte Layout { get; set; }

    public int Version { get; set; }

    public string FileSha256 { get; set; } = "";

    public int Rows { get; set; }

    public string BlobSha256 { get; set; } = "";

    public byte[] Blob { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class ItemsRow
{
    public long ScopeId { get; set; }

    public int ReportYear { get; set; }

    public int Version { get; set; }

    public int Line { get; set; }

    public string FileSha256 { get; set; } = "";

    public string Item { get; set; } = "";

    public string Field { get; set; } = "";

    public string Value { get; set; } = "";

    public string Source { get; set; } = "";

    public string? Sheet { get; set; }

    public string? Cell { get; set; }
}

internal sealed class FindingRow
{
    public long ScopeId { get; set; }

    public string FileSha256 { get; set; } = "";

    public int Number { get; set; }

    public string Rule { get; set; } = "";

    public byte Severity { get; set; }

    public string? Sheet { get; set; }

    public string? Cell { get; set; }

    public string MessageZh { get; set; } = "";

    public string MessageEn { get; set; } = "";

    public string RemedyZh { get; set; } = "";

    public string RemedyEn { get; set; } = "";
}

internal sealed class StandardRow
{
    public long ScopeId { get; set; }

    public string ContentHash { get; set; } = "";

    public string StandardId { get; set; } = "";

    public string Version { get; set; } = "";

    /// <summary>JSON: an array of {path, text}.</summary>
    public string Files { get; set; } = "";
}

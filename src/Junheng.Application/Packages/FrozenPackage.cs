using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Domain.Findings;

namespace Junheng.Application.Packages;

/// <summary>What a package says of itself. Everything but the signature is signed.</summary>
/// <param name="CountyCode">The county.</param>
/// <param name="CountyName">Its name.</param>
/// <param name="ReportYear">Year Y means 1 September Y.</param>
/// <param name="FreezeVersion">Which freeze of the year it is, from 1.</param>
/// <param name="StandardId">The standard that the figures were collected for.</param>
/// <param name="StandardHash">Its content hash.</param>
/// <param name="SettingsSha256">Hash of the settings in use.</param>
/// <param name="DataSha256">Hash of the figures.</param>
/// <param name="FrozenAt">When the year was frozen, in UTC.</param>
/// <param name="PublicKey">The sender's key: SubjectPublicKeyInfo, Base64.</param>
/// <param name="Signature">ECDSA over P-256 with SHA-256 of <see cref="SignedText"/>, Base64; empty before it is signed.</param>
public sealed record PackageManifest(
    string CountyCode,
    string CountyName,
    int ReportYear,
    int FreezeVersion,
    string StandardId,
    string StandardHash,
    string SettingsSha256,
    string DataSha256,
    DateTimeOffset FrozenAt,
    string PublicKey,
    string Signature)
{
    /// <summary>The text that is signed: one line a field, so that it can be checked by any program.</summary>
    public byte[] SignedText => Encoding.UTF8.GetBytes(string.Join('\n', [
        "junheng-package 1",
        CountyCode,
        CountyName,
        ReportYear.ToString(CultureInfo.InvariantCulture),
        FreezeVersion.ToString(CultureInfo.InvariantCulture),
        StandardId,
        StandardHash,
        SettingsSha256,
        DataSha256,
        FrozenAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        PublicKey]));
}

/// <summary>A county's frozen figures on their way to the city or province.</summary>
/// <param name="Manifest">What it says of itself.</param>
/// <param name="Data">The figures: a CSV in the school layout.</param>
public sealed record FrozenPackage(PackageManifest Manifest, byte[] Data);

/// <summary>What came of opening a package.</summary>
public abstract record PackageOpening
{
    private PackageOpening()
    {
    }

    /// <summary>It is a package; nothing is said yet of its signature.</summary>
    public sealed record Opened(FrozenPackage Package) : PackageOpening;

    /// <summary>It is none.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : PackageOpening;
}

/// <summary>Writes and opens package files.</summary>
public interface IPackageFiles
{
    /// <summary>The bytes of a package; the same package gives the same bytes.</summary>
    byte[] Write(FrozenPackage package);

    /// <summary>Opens a file. Nothing it holds makes this throw.</summary>
    PackageOpening Open(string name, byte[] content, Domain.Text.Language language);
}

/// <summary>The key that this installation signs with.</summary>
public interface INodeKey
{
    /// <summary>SubjectPublicKeyInfo, Base64.</summary>
    string PublicKey { get; }

    /// <summary>Signs with ECDSA P-256 and SHA-256.</summary>
    byte[] Sign(byte[] text);
}

/// <summary>Whose packages are taken.</summary>
public interface ITrustedNodes
{
    /// <summary>The county code that a key may speak for; null when the key is not known.</summary>
    Task<string?> CountyOfAsync(string publicKey, CancellationToken cancellation);

    /// <summary>Trusts a key for a county; a county has one key at a time.</summary>
    Task TrustAsync(string publicKey, string countyCode, string actor, CancellationToken cancellation);
}

/// <summary>The packages that were taken over.</summary>
public interface IReceivedPackages
{
    /// <summary>The newest freeze taken over for a county and year; 0 when none.</summary>
    Task<int> NewestAsync(string countyCode, int year, CancellationToken cancellation);

    /// <summary>Stores figures and manifest together; false when a package of this or a newer freeze was taken over meanwhile.</summary>
    Task<bool> StoreAsync(PackageManifest manifest, Import.ImportBatch figures, string actor, CancellationToken cancellation);
}

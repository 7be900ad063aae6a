using System.Collections.Immutable;
using System.Security.Cryptography;
using Junheng.Application.Import;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Packages;

/// <summary>What came of taking a package over.</summary>
public abstract record ReceiveOutcome
{
    private ReceiveOutcome()
    {
    }

    /// <summary>The county's figures are on record.</summary>
    public sealed record TakenOver(PackageManifest Manifest) : ReceiveOutcome;

    /// <summary>Nothing was stored, and why.</summary>
    public sealed record Refused(ImmutableArray<Finding> Findings) : ReceiveOutcome;
}

/// <summary>
/// Use case: take over a county's frozen figures: open → whole (hash) → from whom (signature, trusted key) → conformance (county, year, newer freeze, reads clean) → store.
/// </summary>
public sealed class ReceivePackage(IPackageFiles packages, ITrustedNodes trusted, IReceivedPackages received, MakeImportBatch make)
{
    /// <summary>Takes it over.</summary>
    public async Task<ReceiveOutcome> RunAsync(string name, byte[] content, string actor, Language language, CancellationToken cancellation)
    {
        switch (packages.Open(name, content, language))
        {
            case PackageOpening.Opened opened:
                return await TakeOverAsync(name, opened.Package, actor, language, cancellation);
            case PackageOpening.Refused refused:
                return new ReceiveOutcome.Refused(refused.Findings);
            default:
                throw new InvalidOperationException("A package is opened or refused.");
        }
    }

    private async Task<ReceiveOutcome> TakeOverAsync(string name, FrozenPackage package, string actor, Language language, CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var manifest = package.Manifest;
        void Error(string rule, LocalizedText message, LocalizedText remedy) =>
            findings.Add(new Finding(rule, Severity.Error, new Origin(name), message.In(language), remedy.In(language), manifest.CountyCode));

        if (Convert.ToHexStringLower(SHA256.HashData(package.Data)) != manifest.DataSha256)
        {
            Error("package.changed", new("数据与清单的哈希不符，可能被改动或损坏", "The figures do not have the hash of the manifest: changed or damaged"), new("请县里重新导出", "Ask the county to export it again"));
        }

        if (!IsSigned(manifest))
        {
            Error("package.signature", new("签名不对，清单可能被改动", "The signature does not hold: the manifest may have been changed"), new("请县里重新导出", "Ask the county to export it again"));
        }

        switch (await trusted.CountyOfAsync(manifest.PublicKey, cancellation))
        {
            case null:
                Error("package.unknown-key", new("不认识这个县的密钥", "The county's key is not known"), new("核对密钥后由管理员登记", "Have an administrator register it after comparing it"));
                break;
            case var county when county != manifest.CountyCode:
                Error(
                    "package.other-county",
                    new($"这个密钥属于县 {county}，不能代 {manifest.CountyCode} 报送", $"This key belongs to county {county} and cannot speak for {manifest.CountyCode}"),
                    new("用本县的密钥导出", "Export it with the county's own key"));
                break;
        }

        var newest = await received.NewestAsync(manifest.CountyCode, manifest.ReportYear, cancellation);
        if (manifest.FreezeVersion <= newest)
        {
            Error("package.not-newer", new($"第 {newest} 版已经接收过", $"Freeze {newest} has been taken over already"), new("只接收更新的版本", "Only a newer freeze is taken over"));
        }

        if (findings.Count > 0)
        {
            return new ReceiveOutcome.Refused(findings.ToImmutable());
        }

        var file = new InputFile($"{manifest.CountyName}{manifest.ReportYear}.csv", package.Data);
        switch (make.Run(new ImportRequest([file], null, manifest.ReportYear, StandardRequest.Of(manifest.StandardId))))
        {
            case BatchOutcome.Refused refused:
                return new ReceiveOutcome.Refused(refused.Findings);
            case BatchOutcome.Made { Batch: var batch } when batch.Counties.Any(county => county.Code != manifest.CountyCode || county.Returns.Any(each => each.ReportYear != manifest.ReportYear)):
                Error("package.content", new("包里有别的县或别的年度的数据", "It holds figures of another county or year"), new("请县里重新导出", "Ask the county to export it again"));
                return new ReceiveOutcome.Refused(findings.ToImmutable());
            case BatchOutcome.Made { Batch: var batch }:
                if (batch.Standard.ContentHash != manifest.StandardHash)
                {
                    Error(
                        "package.standard",
                        new("两边的标准文件不是同一版本，判定结果可能不同", "The two sides have different versions of the standard; verdicts may differ"),
                        new("两边升级到同一版本后重新导出", "Bring both to the same version and export again"));
                    return new ReceiveOutcome.Refused(findings.ToImmutable());
                }

                if (await received.StoreAsync(manifest, batch, actor, cancellation))
                {
                    return new ReceiveOutcome.TakenOver(manifest);
                }

                Error("package.not-newer", new("同一版本刚刚被接收", "The same freeze has just been taken over"), new("无需再做", "Nothing more to do"));
                return new ReceiveOutcome.Refused(findings.ToImmutable());
            default:
                throw new InvalidOperationException("A batch is made or refused.");
        }
    }

    private static bool IsSigned(PackageManifest manifest)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(manifest.PublicKey), out _);
            return key.KeySize == 256 && key.VerifyData(manifest.SignedText, Convert.FromBase64String(manifest.Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            return false;
        }
    }
}

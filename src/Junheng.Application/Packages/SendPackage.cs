using Junheng.Application.Collection;
using Junheng.Application.Files;
using Junheng.Application.Regions;

namespace Junheng.Application.Packages;

/// <summary>Use case: a county's frozen year as a signed package for the city or province.</summary>
public sealed class SendPackage(IStoredFiles files, INodeKey key, IPackageFiles packages)
{
    /// <summary>The package's bytes; null when the year is not frozen.</summary>
    public async Task<byte[]?> RunAsync(CollectionRound round, Region county, CancellationToken cancellation)
    {
        if (round.Freeze is not { } freeze || await files.FindAsync(freeze.DataSha256, cancellation) is not { } data)
        {
            return null;
        }

        var manifest = new PackageManifest(
            county.Code, county.Name, round.ReportYear, freeze.Version, round.StandardId, freeze.StandardHash, freeze.SettingsSha256, freeze.DataSha256, freeze.At, key.PublicKey, "");
        return packages.Write(new FrozenPackage(manifest with { Signature = Convert.ToBase64String(key.Sign(manifest.SignedText)) }, data.Content));
    }
}

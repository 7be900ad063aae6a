using System.Security.Cryptography;
using Junheng.Application.Packages;
using Junheng.Documents.Packages;
using Junheng.Domain.Text;

namespace Junheng.Storage.Tests.Collection;

public sealed class PackageTestsOnSqlite() : PackageTests(DatabaseKind.Sqlite);

public sealed class PackageTestsOnPostgreSql() : PackageTests(DatabaseKind.PostgreSql);

public abstract class PackageTests(DatabaseKind kind)
{
    private static readonly PackageFiles _files = new();
    private static readonly MemoryKey _key = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_province_takes_over_what_a_county_froze()
    {
        await using var county = await TemporaryDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var province = await TemporaryDatabase.MigratedAsync(kind);
        var bytes = await SendAsync(county);
        await province.TrustedNodes.TrustAsync(_key.PublicKey, "990121", "administrator", Cancellation);

        var taken = Assert.IsType<ReceiveOutcome.TakenOver>(await ReceiveAsync(province, bytes));
        var again = Assert.IsType<ReceiveOutcome.Refused>(await ReceiveAsync(province, bytes));

        Assert.Equal(("990121", 2026, 1), (taken.Manifest.CountyCode, taken.Manifest.ReportYear, taken.Manifest.FreezeVersion));
        Assert.Equal("package.not-newer", Assert.Single(again.Findings).Rule);
        var here = await province.Returns.FindAsync("990121", Cancellation);
        var there = await county.Returns.FindAsync("990121", Cancellation);
        Assert.Equal(there!.Returns[0].BlobSha256, here!.Returns[0].BlobSha256);
        Assert.True((await province.Proof.VerifyAsync([], Cancellation)).IsSound);
    }

    [Theory]
    [InlineData("figures", "package.changed")]
    [InlineData("manifest", "package.signature")]
    [InlineData("signature", "package.signature")]
    [InlineData("stranger", "package.unknown-key")]
    [InlineData("neighbour", "package.other-county")]
    [InlineData("standard", "package.standard")]
    [InlineData("cut", "package.unreadable")]
    public async Task What_was_tampered_with_is_refused_and_stores_nothing(string how, string rule)
    {
        await using var county = await TemporaryDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var province = await TemporaryDatabase.MigratedAsync(kind);
        var bytes = await SendAsync(county);
        await province.TrustedNodes.TrustAsync(_key.PublicKey, how == "neighbour" ? "990122" : "990121", "administrator", Cancellation);
        var package = ((PackageOpening.Opened)_files.Open("p.zip", bytes, Language.Zh)).Package;
        var stranger = new MemoryKey();
        var tampered = how switch
        {
            "figures" => _files.Write(package with { Data = [.. package.Data, .. "\r\n"u8] }),
            "manifest" => _files.Write(package with { Manifest = package.Manifest with { FreezeVersion = 9 } }),
            "signature" => _files.Write(package with { Manifest = package.Manifest with { Signature = "AAAA" } }),
            "stranger" => _files.Write(Signed(package, package.Manifest with { PublicKey = stranger.PublicKey }, stranger)),
            "standard" => _files.Write(Signed(package, package.Manifest with { StandardHash = "0" }, _key)),
            "cut" => bytes[..^20],
            _ => bytes,
        };

        var refused = Assert.IsType<ReceiveOutcome.Refused>(await ReceiveAsync(province, tampered));

        Assert.Equal(rule, refused.Findings[0].Rule);
        Assert.True(await province.Imports.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task The_same_package_gives_the_same_bytes()
    {
        await using var county = await TemporaryDatabase.MigratedAsync(DatabaseKind.Sqlite);
        var package = ((PackageOpening.Opened)_files.Open("p.zip", await SendAsync(county), Language.Zh)).Package;

        Assert.Equal(_files.Write(package), _files.Write(package));
    }

    [Fact]
    public void A_key_file_is_made_once_and_read_again()
    {
        var folder = Directory.CreateTempSubdirectory("junheng-key-");
        try
        {
            var path = Path.Combine(folder.FullName, "node.key");
            Assert.Equal(new NodeKeyFile(path).PublicKey, new NodeKeyFile(path).PublicKey);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FrozenPackage Signed(FrozenPackage package, PackageManifest manifest, MemoryKey key) =>
        package with { Manifest = manifest with { Signature = Convert.ToBase64String(key.Sign(manifest.SignedText)) } };

    private static async Task<byte[]> SendAsync(TemporaryDatabase county)
    {
        var round = await FrozenCounty.FreezeAsync(county);
        return (await new SendPackage(county.Files, _key, _files).RunAsync(round, FrozenCounty.County, Cancellation))!;
    }

    private static Task<ReceiveOutcome> ReceiveAsync(TemporaryDatabase province, byte[] bytes) =>
        new ReceivePackage(_files, province.TrustedNodes, province.Received, SampleImport.Make).RunAsync("p.zip", bytes, "province", Language.Zh, Cancellation);

    private sealed class MemoryKey : INodeKey
    {
        private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public string PublicKey => Convert.ToBase64String(_pair.ExportSubjectPublicKeyInfo());

        public byte[] Sign(byte[] text) => _pair.SignData(text, HashAlgorithmName.SHA256);
    }
}

namespace Junheng.Assessment.Tests.Standards;

/// <summary>The hash of a standard's content goes into every result: the same rules, the same hash, on every machine.</summary>
public sealed class ContentHashTests
{
    private const string Id = "cn-2017-quality-balance";

    [Fact]
    public void Line_ends_do_not_change_the_hash()
    {
        using var folder = new StandardFolder();
        var before = folder.Open(Id, "example-province").ContentHash;
        folder.Rewrite(text => text.ReplaceLineEndings("\r\n"));
        Assert.Equal(before, folder.Open(Id, "example-province").ContentHash);
    }

    [Theory]
    [InlineData("norm: {primary: 4.2, junior: 5.3}", "norm: {primary: 4.3, junior: 5.3}")]
    [InlineData("R5.centre_city", "R5.city_centre")]
    [InlineData("staged: true", "staged: yes")]
    [InlineData("primary: 5.0", "primary: 5.1")]
    public void Any_change_of_content_changes_the_hash(string text, string other)
    {
        using var folder = new StandardFolder();
        var before = folder.Open(Id, "example-province").ContentHash;
        folder.Rewrite(content => content.Replace(text, other, StringComparison.Ordinal));
        Assert.NotEqual(before, folder.Open(Id, "example-province").ContentHash);
    }

    [Fact]
    public void An_overlay_changes_the_hash()
    {
        using var folder = new StandardFolder();
        string[] hashes = [folder.Open(Id).ContentHash, folder.Open(Id, "example-province").ContentHash, folder.Open(Id, "example-district-target").ContentHash];
        Assert.Distinct(hashes);
        Assert.All(hashes, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Samples;

namespace Junheng.Application.Tests.Samples;

/// <summary>The hashes are regression values: they change only when the samples are changed on purpose.</summary>
public sealed class SampleDeterminismTests
{
    [Fact]
    public void The_rows_of_seed_1_are_the_same_on_every_machine()
    {
        Assert.Equal("b4bf1536fe027da9", Hash(SampleCounty.Schools(1).Rows));
        Assert.Equal("563f55e984054e2a", Hash(SampleCounty.Items(1).Rows));
        Assert.Equal("a9f731d44af52f75", Hash(SampleProvince.Schools(1).Rows));
        Assert.Equal("01ef15e0c20fc7a4", Hash(SampleNation.Units(1, 100, 7000)));
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        var expected = Hash(SampleCounty.Schools(7).Rows);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(expected, Hash(SampleCounty.Schools(7).Rows));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Another_seed_gives_other_rows()
    {
        Assert.NotEqual(Hash(SampleCounty.Schools(1).Rows), Hash(SampleCounty.Schools(2).Rows));
        Assert.NotEqual(Hash(SampleNation.Units(1, 10, 100)), Hash(SampleNation.Units(2, 10, 100)));
    }

    private static string Hash(IEnumerable<string[]> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\t', row) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}

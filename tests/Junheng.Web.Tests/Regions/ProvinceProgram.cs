using Microsoft.AspNetCore.Hosting;

namespace Junheng.Web.Tests.Regions;

/// <summary>The web program with the invented province of twelve counties in two cities beside the sample county.</summary>
public sealed class ProvinceProgram : WebProgram
{
    public const int Counties = 12;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("sample", "province");
        builder.UseSetting("counties", "12");
    }
}

/// <summary>One province for all tests of regions.</summary>
[CollectionDefinition(nameof(ProvinceProgramTests))]
public sealed class ProvinceProgramTests : ICollectionFixture<ProvinceProgram>;

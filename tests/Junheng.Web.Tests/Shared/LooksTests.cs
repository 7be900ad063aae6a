using System.Text.RegularExpressions;

namespace Junheng.Web.Tests.Shared;

/// <summary>Dark and large type are chosen by a link, written by the server and remembered; and the sheets keep to what they promise.</summary>
[Collection(nameof(WebProgramTests))]
public sealed partial class LooksTests(WebProgram program)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What Chromium 109 does not know.</summary>
    private static readonly string[] _tooNew =
    [
        "light-dark(", "color-mix(", "oklch(", "oklab(", "@scope", "@starting-style", "@container style", "subgrid", "text-wrap:", "anchor-name", "position-anchor", "field-sizing", "interpolate-size",
        "animation-timeline", "view-transition", "::details-content", "@view-transition", "&:", "sin(", "cos(", "transition-behavior", "overlay:", ":popover-open", "linear(", "scrollbar-color",
    ];

    private static readonly string[] _tooNewForScripts =
    [
        "groupBy(", ".toSorted(", ".toReversed(", ".toSpliced(", ".with(", "withResolvers", "fromAsync(", "canParse(", "startViewTransition", "showPopover", "setHTMLUnsafe", "scrollend", ".isSubsetOf(", "Iterator.from", "checkVisibility(",
    ];

    [Theory]
    [InlineData("theme", "dark", "data-theme=\"dark\"")]
    [InlineData("theme", "light", "data-theme=\"light\"")]
    [InlineData("size", "large", "data-size=\"large\"")]
    public async Task A_choice_holds_for_the_pages_that_follow(string name, string value, string written)
    {
        using var client = program.CreateClient();
        await client.GetAsync(new Uri($"/?{name}={value}", UriKind.Relative), Cancellation);

        Assert.Contains(written, await client.GetStringAsync(new Uri("/items", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dark_colours_hold_for_screens_only_and_never_where_light_is_chosen()
    {
        Assert.Equal("screen and (prefers-color-scheme: dark)", await DarkMediaAsync("/"));
        Assert.Equal("screen", await DarkMediaAsync("/?theme=dark"));
        Assert.Null(await DarkMediaAsync("/?theme=light"));
        Assert.Equal("screen and (prefers-color-scheme: dark)", await DarkMediaAsync("/?theme=%22%3E%3Cscript%3E"));
    }

    [Fact]
    public async Task The_menu_of_looks_keeps_the_filters_of_the_page()
    {
        var page = await program.PageAsync("/counties/990121/schools?stage=junior&theme=light");
        var link = page.QuerySelectorAll(".menu-choice a").Single(each => each.TextContent == "深色").GetAttribute("href");

        Assert.Equal("/counties/990121/schools?stage=junior&theme=dark", link);
    }

    [Fact]
    public void Every_colour_has_a_name_and_dark_gives_each_another_value()
    {
        var sheets = Directory.EnumerateFiles(Web, "*.css", SearchOption.AllDirectories).Where(IsOwn).ToList();
        Assert.True(sheets.Count > 8);
        foreach (var sheet in sheets.Where(sheet => !sheet.EndsWith("tokens.css", StringComparison.Ordinal) && !sheet.EndsWith("dark.css", StringComparison.Ordinal)))
        {
            Assert.False(Colour().IsMatch(File.ReadAllText(sheet)), $"{Path.GetFileName(sheet)} has a colour without a name: {Colour().Match(File.ReadAllText(sheet)).Value}; name it in tokens.css and dark.css");
        }

        var dark = Names(File.ReadAllText(Path.Combine(Web, "FrontEnd", "dark.css")));
        var light = Names(File.ReadAllText(Path.Combine(Web, "FrontEnd", "tokens.css")));
        Assert.Equal(light.Order(StringComparer.Ordinal), dark.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sheets_and_scripts_are_understood_by_chromium_109()
    {
        var bundled = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot", "dist")).ToList();
        Assert.SkipWhen(bundled.Count == 0, "The front end is not bundled: npm was not found at build time.");
        foreach (var file in bundled.Where(file => file.EndsWith(".css", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            Assert.All(_tooNew, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{Path.GetFileName(file)} has {word}"));
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(Web, "FrontEnd"), "*.js", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.All(_tooNewForScripts, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{Path.GetFileName(file)} has {word}"));
        }

        Assert.Contains("target: 'chrome109'", File.ReadAllText(Path.Combine(Web, "FrontEnd", "bundle.mjs")), StringComparison.Ordinal);
    }

    private async Task<string?> DarkMediaAsync(string address) => (await program.PageAsync(address)).QuerySelector("link[href^='/dist/dark.css']")?.GetAttribute("media");

    private static string Web
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Junheng.slnx")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder.FullName, "src", "Junheng.Web");
        }
    }

    private static bool IsOwn(string path) => new[] { "node_modules", "wwwroot", "bin", "obj" }.All(folder => !path.Contains(Path.DirectorySeparatorChar + folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    /// <summary>Names whose value is a colour.</summary>
    private static IEnumerable<string> Names(string sheet) => Token().Matches(sheet).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?<=[:\s,(])#[0-9a-fA-F]{3,8}\b(?=[;\s,)])|\brgba?\(|\bhsla?\(")]
    private static partial Regex Colour();

    [GeneratedRegex(@"(--[\w-]+): (?:#|rgb)")]
    private static partial Regex Token();
}

using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Junheng.EndToEnd.Tests;

/// <summary>Debian's Chromium with a fresh profile; every request that it sends is recorded.</summary>
internal sealed class Browser : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";
    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("junheng-browser-");
    private readonly ChromeDriver _driver;

    private Browser(int width, int height)
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={_profile.FullName}");
        options.SetLoggingPreference("performance", LogLevel.All);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver)), options);
        _driver.Navigate().GoToUrl("about:blank");
        _driver.Manage().Logs.GetLog("performance"); // what the browser's own start page loads is not the product's
        Resize(width, height);
    }

    /// <summary>A browser, or the test reported skipped where there is none.</summary>
    public static Browser Open(int width, int height)
    {
        Assert.SkipUnless(File.Exists(Chromium) && File.Exists(Driver), $"Chromium or its driver is not installed ({Chromium}, {Driver}): apt-get install chromium chromium-driver.");
        return new Browser(width, height);
    }

    /// <summary>Makes the window another size.</summary>
    public void Resize(int width, int height) =>
        _driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?> { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    public string Address => _driver.Url;

    public void Go(string address) => _driver.Navigate().GoToUrl(address);

    public IWebElement Find(string selector) => Until(() => _driver.FindElements(By.CssSelector(selector)).FirstOrDefault(element => element.Displayed), selector);

    public int Count(string selector) => _driver.FindElements(By.CssSelector(selector)).Count;

    /// <summary>Goes where a link leads, as a click does.</summary>
    public void Follow(string selector)
    {
        var element = Find(selector);
        _driver.ExecuteScript("arguments[0].scrollIntoView({block: 'center', inline: 'center'})", element);
        element.Click();
    }

    public void Press(string keys) => _driver.SwitchTo().ActiveElement().SendKeys(keys);

    public string FocusedText() => _driver.SwitchTo().ActiveElement().Text;

    /// <summary>How many pixels the page is wider than its window.</summary>
    public long Overflow() => (long)_driver.ExecuteScript("return document.documentElement.scrollWidth - window.innerWidth")!;

    /// <summary>The addresses of all requests that pages sent.</summary>
    public IReadOnlyList<string> Requests() =>
    [
        .. _driver.Manage().Logs.GetLog("performance")
            .Select(entry => JsonDocument.Parse(entry.Message).RootElement.GetProperty("message"))
            .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            .Select(message => message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!),
    ];

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        _profile.Delete(recursive: true);
    }

    private static T Until<T>(Func<T?> look, string what)
        where T : class
    {
        const int tries = 100;
        for (var attempt = 0; attempt < tries; attempt++)
        {
            if (look() is { } found)
            {
                return found;
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"Not seen: {what}");
    }
}

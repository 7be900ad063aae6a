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
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _patienceOfDriver = TimeSpan.FromMinutes(3);
    private readonly ChromeDriver _driver;

    private Browser(int width, int height)
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            $"--user-data-dir={_profile.FullName}");
        options.SetLoggingPreference("performance", LogLevel.All);
        _driver = Started(options);
        _driver.Navigate().GoToUrl("about:blank");
        _driver.Manage().Logs.GetLog("performance"); // what the browser's own start page loads is not the product's
        Downloads = _profile.CreateSubdirectory("downloads");
        _driver.ExecuteCdpCommand("Page.setDownloadBehavior", new Dictionary<string, object?> { ["behavior"] = "allow", ["downloadPath"] = Downloads.FullName });
        Resize(width, height);
    }

    /// <summary>The driver with its browser; on a loaded machine the first start may be too slow for it, so that there is a second.</summary>
    private static ChromeDriver Started(ChromeOptions options)
    {
        for (var left = 2; ; left--)
        {
            var service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver), Path.GetFileName(Driver));
            service.InitializationTimeout = _patienceOfDriver;
            try
            {
                return new ChromeDriver(service, options, _patienceOfDriver);
            }
            catch (WebDriverException) when (left > 1)
            {
                service.Dispose();
            }
        }
    }

    /// <summary>Where downloads go.</summary>
    public DirectoryInfo Downloads { get; }

    /// <summary>The window's size in pixels.</summary>
    public void Resize(int width, int height) =>
        _driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new Dictionary<string, object?> { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = false });

    /// <summary>A browser, or the test reported skipped where there is none.</summary>
    public static Browser Open(int width, int height)
    {
        Assert.SkipUnless(File.Exists(Chromium) && File.Exists(Driver), $"Chromium or its driver is not installed ({Chromium}, {Driver}): apt-get install chromium chromium-driver.");
        return new Browser(width, height);
    }

    public string Address => _driver.Url;

    public void Go(string address) => _driver.Navigate().GoToUrl(address);

    public IWebElement Find(string selector) => Until(() => Shown(selector), $"{selector} at {Address}");

    public int Count(string selector) => _driver.FindElements(By.CssSelector(selector)).Count;

    /// <summary>Goes where a link leads, as a click does.</summary>
    public void Follow(string selector)
    {
        var element = Find(selector);
        _driver.ExecuteScript("arguments[0].scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'})", element);
        element.Click();
    }

    /// <summary>Puts a text into a field in place of what it holds, as typing does.</summary>
    public void Type(string selector, string text)
    {
        var element = Find(selector);
        element.Clear();
        element.SendKeys(text);
    }

    /// <summary>Sets a field to a value, also one that typing cannot give, like a day.</summary>
    public void Set(string selector, string value) =>
        _driver.ExecuteScript("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true})); arguments[0].dispatchEvent(new Event('change', {bubbles: true}))", Find(selector), value);

    /// <summary>Chooses a file for a field.</summary>
    public void Choose(string selector, string path) => Find(selector).SendKeys(path);

    /// <summary>Waits until the page is another one than that of a path.</summary>
    public void Leave(string path) => Until(() => new Uri(Address).AbsolutePath == path ? null : Address, $"another page than {path}");

    /// <summary>Waits until the page holds a text.</summary>
    public void See(string text) => Until(() => _driver.ExecuteScript("return document.querySelector('main')?.innerText ?? ''") is string shown && shown.Contains(text, StringComparison.Ordinal) ? text : null, $"{text} at {Address}");

    public object? Run(string script, params object[] values) => _driver.ExecuteScript(script, values);

    /// <summary>Cuts the connection, or restores it.</summary>
    public void Offline(bool isOffline)
    {
        _driver.ExecuteCdpCommand("Network.enable", []);
        _driver.ExecuteCdpCommand("Network.emulateNetworkConditions", new Dictionary<string, object?> { ["offline"] = isOffline, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 });
    }

    /// <summary>Does something that downloads a file, and gives it.</summary>
    public byte[] Download(Action start)
    {
        foreach (var old in Downloads.GetFiles())
        {
            old.Delete();
        }

        start();
        var file = Until(() => Downloads.GetFiles().FirstOrDefault(each => !each.Name.EndsWith(".crdownload", StringComparison.Ordinal) && !each.Name.StartsWith('.') && each.Length > 0), "a download");
        return File.ReadAllBytes(file.FullName);
    }

    /// <summary>The cookies, to come back with later.</summary>
    public IReadOnlyCollection<Cookie> Cookies
    {
        get => _driver.Manage().Cookies.AllCookies;
        set
        {
            _driver.Manage().Cookies.DeleteAllCookies();
            foreach (var cookie in value)
            {
                _driver.Manage().Cookies.AddCookie(cookie);
            }
        }
    }

    /// <summary>The whole page as a picture, where the setting JUNHENG_SCREENSHOTS names a folder: for people to look at.</summary>
    public void Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("JUNHENG_SCREENSHOTS") is not { Length: > 0 } folder)
        {
            return;
        }

        var picture = (Dictionary<string, object>)_driver.ExecuteCdpCommand("Page.captureScreenshot", new Dictionary<string, object?> { ["captureBeyondViewport"] = true })!;
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name + ".png"), Convert.FromBase64String((string)picture["data"]));
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

    /// <summary>The first element that is shown; null while there is none, or while the page is just being left.</summary>
    private IWebElement? Shown(string selector)
    {
        try
        {
            return _driver.FindElements(By.CssSelector(selector)).FirstOrDefault(element => element.Displayed);
        }
        catch (StaleElementReferenceException)
        {
            return null;
        }
    }

    private static T Until<T>(Func<T?> look, string what)
        where T : class
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (watch.Elapsed < _patience)
        {
            if (look() is { } found)
            {
                return found;
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(50));
        }

        throw new InvalidOperationException($"Not seen in {_patience.TotalSeconds:F0} s: {what}");
    }
}

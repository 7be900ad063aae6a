using Junheng.Documents.Tables;
using OpenQA.Selenium;

namespace Junheng.EndToEnd.Tests;

/// <summary>The persons of a journey: each signs in with the first password, chooses another and comes back with the same session.</summary>
internal sealed class Persons(Browser browser, string origin)
{
    /// <summary>The password that everybody chooses.</summary>
    public const string Password = "澄溪教育局二〇二六 ok";

    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyCollection<Cookie>> _sessions = new(StringComparer.Ordinal);
    private string _present = "";

    /// <summary>Who is signed in already.</summary>
    public void Is(string name) => _present = name;

    /// <summary>Takes the sheet of first passwords that the page offers.</summary>
    public void TakePasswords()
    {
        var bytes = browser.Download(() => browser.Follow("form[action^='/hand-out/'] button"));
        var table = Assert.IsType<TableOpening.Opened>(TableFile.Open("初始密码.xlsx", bytes)).File;
        var chunk = Assert.Single(table.Read([ColumnUse.Text, ColumnUse.Text, ColumnUse.Text], 1).Chunks);
        for (var row = 0; row < chunk.RowCount; row++)
        {
            _first[chunk.Text(0)[row]] = chunk.Text(2)[row];
        }
    }

    /// <summary>Becomes somebody, and goes to an address.</summary>
    public void As(string name, string address)
    {
        if (_present != name)
        {
            if (_present.Length > 0)
            {
                _sessions[_present] = browser.Cookies;
            }

            browser.Cookies = _sessions.GetValueOrDefault(name, []);
            if (!_sessions.ContainsKey(name))
            {
                SignIn(name);
            }

            _present = name;
        }

        browser.Go(origin + address);
    }

    /// <summary>Nobody is signed in any more; whoever was may come back.</summary>
    public void Leave()
    {
        if (_present.Length > 0)
        {
            _sessions[_present] = browser.Cookies;
            browser.Cookies = [];
            _present = "";
        }
    }

    private void SignIn(string name)
    {
        browser.Go(origin + "/sign-in");
        browser.Type("#name", name);
        browser.Type("#password", _first[name]);
        browser.Follow("main form button[type=submit]");
        browser.Leave("/sign-in");
        browser.Go(origin + "/account/password");
        browser.Type("#present", _first[name]);
        browser.Type("#password", Password);
        browser.Type("#again", Password);
        browser.Follow("main form button[type=submit]");
        browser.Leave("/account/password");
    }
}

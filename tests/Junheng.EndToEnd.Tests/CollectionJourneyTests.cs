using Npgsql;

namespace Junheng.EndToEnd.Tests;

/// <summary>Issue 4, done-when 1: from an empty database to a frozen year and its application form, in a real browser, on both databases.</summary>
public class CollectionJourneyTests
{
    private const string Round = "/counties/990301/rounds/2026";
    private const string Form = Round + "/schools/9903010201";

    [Fact]
    public async Task From_the_set_up_link_to_the_application_form_on_sqlite() => await TravelAsync(null);

    [Fact]
    public async Task From_the_set_up_link_to_the_application_form_on_postgresql()
    {
        var server = Environment.GetEnvironmentVariable("JUNHENG_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "No PostgreSQL server: JUNHENG_TEST_POSTGRES is not set (./junheng test starts one where it is installed).");
        var name = $"junheng_e2e_{Guid.NewGuid():n}";
        try
        {
            await TravelAsync($"{server};Database={name};Pooling=false");
        }
        finally
        {
            await using var connection = new NpgsqlConnection(server);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = new NpgsqlCommand($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task TravelAsync(string? database)
    {
        using var browser = Browser.Open(1366, 768);
        using var files = new CountyFiles();
        await using var program = new RunningProgram(database);
        await program.InitializeAsync();
        var persons = new Persons(browser, program.Origin);
        SetUp(browser, persons, await program.SetUpLink);
        Staff(browser, persons, files);
        OpenRound(browser, persons, files);
        FillInByWorkbooks(browser, persons, files);
        FillInByForm(browser, persons);
        Review(browser, persons);
        Freeze(browser, persons);
        Judge(browser, persons);
        Audit(browser, persons);
    }

    internal static void SetUp(Browser browser, Persons persons, string link)
    {
        browser.Go(link);
        foreach (var (field, text) in new[] { ("system-name", "xitong"), ("system-full", "系统员"), ("password", Persons.Password), ("again", Persons.Password), ("security-name", "anquan"), ("security-full", "安全员"), ("audit-name", "shenji"), ("audit-full", "审计员") })
        {
            browser.Type($"#{field}", text);
        }

        browser.Follow("main form button[type=submit]");
        persons.Is("xitong");
        persons.TakePasswords();
    }

    internal static void Staff(Browser browser, Persons persons, CountyFiles files, Action? atPasswords = null)
    {
        persons.As("xitong", "/settings/counties");
        browser.Type("#code", CountyFiles.Code);
        browser.Type("#name", "新城县");
        browser.Follow("form[action='/settings/counties'] button");
        browser.See("已登记");
        Look(browser, "counties");
        Import(browser, persons, files.Accounts("县.xlsx", ("shuju", "数据员", "数据管理员", CountyFiles.Code), ("shenhe", "审核员", "审核员", CountyFiles.Code)), atPasswords);

        persons.As("shuju", $"/counties/{CountyFiles.Code}/import");
        browser.Choose("#sheet", files.LastYear());
        browser.Follow("form[enctype] button");
        browser.See("2025 年：3 行");
        Look(browser, "table-import");
        browser.Follow("form[action*='/import/'] button");
        browser.See("已写入");
        Register(browser, persons);
        Import(browser, persons, files.Accounts("校.xlsx", ("erxiao", "二小填报员", "学校填报员", "9903010102"), ("chuzhong", "初中填报员", "学校填报员", "9903010201"), ("xiaozhang", "初中校长", "校长", "9903010201")));
    }

    /// <summary>The register is begun from last year's figures; one school gets another name before the new year begins.</summary>
    private static void Register(Browser browser, Persons persons)
    {
        persons.As("shuju", $"/registers?county={CountyFiles.Code}");
        browser.Follow("form[action*='/from-figures'] button");
        browser.See("请核对");
        Look(browser, "register");
        browser.Go(browser.Address);
        browser.Follow("table.register tbody tr:nth-child(2) a");
        browser.Set("#alter-day", "2026-08-01");
        browser.Type("[id='field.name']", "东山第二小学");
        browser.Follow("form[action*='/changes'] button.button-main");
        browser.See("更名：第二小学 → 东山第二小学");
        Look(browser, "register-subject");
        persons.As("shuju", $"/registers/import?county={CountyFiles.Code}&kind=staff");
        Look(browser, "register-import");
    }

    private static void Import(Browser browser, Persons persons, string path, Action? atPasswords = null)
    {
        persons.As("xitong", "/people/import");
        browser.Choose("#sheet", path);
        browser.Follow("form[enctype] button");
        browser.Follow("form[action^='/people/import/'] button");
        atPasswords?.Invoke();
        persons.TakePasswords();
        persons.As("anquan", "/proposals");
        browser.Follow("form[action$='/approve'] button");
        browser.See("已完成");
    }

    internal static void OpenRound(Browser browser, Persons persons, CountyFiles files)
    {
        persons.As("shuju", $"/counties/{CountyFiles.Code}/rounds");
        browser.Set("#year", "2026");
        browser.Type("#title", "2026年优质均衡数据填报");
        browser.See("将请 3 所学校填报：学校登记册 2026 年 9 月 1 日的在册学校");
        Look(browser, "rounds");
        browser.Follow("form[action$='/rounds'] button[type=submit]");
        browser.See("填报任务已发起");
        browser.See("已上报 0 所，共 3 所");
        persons.As("shuju", Round + "/reminders");
        browser.See("还没有填报");
        Look(browser, "reminders");
    }

    internal static void FillInByWorkbooks(Browser browser, Persons persons, CountyFiles files, Action? atImported = null)
    {
        persons.As("shuju", Round + "/import");
        Assert.Equal((byte)'P', browser.Download(() => browser.Follow("a[href$='/import/template']"))[0]);
        browser.Choose("#sheet", files.School("全县.csv", "9903010101", "第一小学", "primary", "城关镇", CountyFiles.Primary, "multimedia_rooms", "十二间"));
        browser.Follow("form[enctype] button");
        browser.See("没有写入任何数据");
        browser.See("十二间");
        Look(browser, "county-import-refused");
        Assert.Equal((byte)'P', browser.Download(() => browser.Follow("a[href$='/marked']"))[0]);
        browser.Choose("#sheet", files.School("全县.csv", "9903010101", "第一小学", "primary", "城关镇", CountyFiles.Primary));
        browser.Follow("form[enctype] button");
        browser.See("检查通过：1 所学校，8 格将改动");
        Look(browser, "county-import");
        browser.Follow("[data-preview] form button");
        browser.See("已写入");
        Look(browser, "imported");
        atImported?.Invoke();
        persons.As("shuju", Round + "/schools/9903010101");
        HandIn(browser);

        persons.As("erxiao", "/returns");
        browser.See("东山第二小学");
        Look(browser, "own-returns");
        persons.As("erxiao", Round + "/schools/9903010102/import");
        browser.Choose("#sheet", files.School("二小.csv", "9903010102", "第二小学", "primary", "东山乡", CountyFiles.Primary));
        browser.Follow("form[enctype] button");
        browser.Follow("[data-preview] form button");
        browser.See("已写入");
        persons.As("erxiao", Round + "/schools/9903010102");
        HandIn(browser);
    }

    private static void FillInByForm(Browser browser, Persons persons)
    {
        persons.As("chuzhong", Form);
        foreach (var (field, text) in CountyFiles.Junior)
        {
            browser.Type($"#f-{field}", field == "multimedia_rooms" ? "十三间" : text);
        }

        Assert.Contains("十三间", browser.Find("#say-multimedia_rooms .error").Text, StringComparison.Ordinal);
        browser.Find("#computed td.number");
        Look(browser, "form-error");

        browser.Offline(true);
        browser.Type("#f-multimedia_rooms", "13");
        browser.See("连接断了");
        var address = browser.Address;
        browser.Go("about:blank");
        browser.Offline(false);
        browser.Go(address);
        browser.Follow("[data-restore]");
        Assert.Equal("13", browser.Find("#f-multimedia_rooms").GetAttribute("value"));
        HandIn(browser);
    }

    /// <summary>Explains what is asked, and hands in.</summary>
    private static void HandIn(Browser browser)
    {
        for (var left = browser.Count(".explain input"); left > 0; left--)
        {
            browser.Run("document.querySelectorAll('.explain input').forEach((field) => { field.value = '已与学校核实'; })");
        }

        browser.Follow("button[name=then][value=submit]");
        browser.See("已上报");
    }

    private static void Review(Browser browser, Persons persons)
    {
        persons.As("shenhe", Round);
        browser.See("已上报 3 所，共 3 所");
        Look(browser, "round");
        Approve(browser, 3);

        persons.As("xiaozhang", Form);
        browser.Follow("main details summary");
        browser.Type("#text", "多媒体教室实际为 14 间，新楼已启用 <script>alert(1)</script>");
        Look(browser, "contest");
        browser.Follow("form[action$='/objections'] button");
        browser.See("异议已提交");

        persons.As("shenhe", Form);
        browser.See("<script>alert(1)</script>");
        browser.Type("#answer-1", "属实，请改正");
        browser.Follow("input[name=upheld][value=yes]");
        Look(browser, "answer");
        browser.Follow("form[action$='/objections/1'] button");
        browser.See("异议成立");

        persons.As("chuzhong", Form);
        browser.See("属实，请改正");
        browser.Type("#f-multimedia_rooms", "14");
        HandIn(browser);
        persons.As("shenhe", Round);
        Approve(browser, 1);
        persons.As("xiaozhang", Form);
        browser.Follow("form[action$='/confirm'] button");
        browser.See("已确认");
        persons.As("xiaozhang", Form + "/history");
        browser.See("第 2 版");
        Look(browser, "history");
        persons.As("xiaozhang", Form + "/print");
        browser.See("公章");
        Look(browser, "print");
    }

    private static void Approve(Browser browser, int schools)
    {
        browser.Run("document.querySelectorAll('tr').forEach((row) => { if (row.querySelector('.state-submitted')) { row.querySelector('input[name=school]').checked = true; } })");
        Assert.Equal((long)schools, browser.Run("return document.querySelectorAll('input[name=school]:checked').length"));
        browser.Follow("button[name=step][value=approve]");
        browser.See("已审核通过");
    }

    private static void Freeze(Browser browser, Persons persons)
    {
        persons.As("shuju", Round);
        browser.Follow("#freeze button");
        browser.See("等另一人批准");
        Assert.Equal(0, browser.Count("form[action$='/approve']"));
        persons.As("shenhe", Round);
        Look(browser, "freeze-proposal");
        browser.Follow("form[action$='/approve'] button");
        browser.Find("[data-frozen]");
        browser.See("数据员 提出，审核员 批准");
        Look(browser, "frozen");
        persons.As("shuju", Round);
        Assert.Equal((byte)'P', browser.Download(() => browser.Follow("a[href$='/package']"))[0]);
    }

    private static void Judge(Browser browser, Persons persons)
    {
        persons.As("shenhe", $"/counties/{CountyFiles.Code}?year=2026");
        browser.Find(".verdict-large");
        browser.See("新城县");
        persons.As("shenhe", $"/trace?county={CountyFiles.Code}&year=2026&school=9903010201&stage=junior&indicator=R7");
        browser.Find("#trace");
        browser.Follow("#trace a.cell-link");
        Assert.NotEmpty(browser.Find("#cell").Text);
        persons.As("shenhe", $"/counties/{CountyFiles.Code}?year=2026");
        var form = browser.Download(() => browser.Follow("a[href*='/papers/docx']"));
        Assert.True(form is [(byte)'P', (byte)'K', ..] && form.Length > 10_000);
    }

    /// <summary>The auditor finds who did what, by name, and proves it.</summary>
    private static void Audit(Browser browser, Persons persons)
    {
        persons.As("shenji", "/audit");
        browser.See("审计员");
        Look(browser, "audit");
        browser.Follow("form[action='/audit/verify'] button");
        browser.See("全部成立");
        Look(browser, "audit-proof");
        persons.As("shenji", "/audit?kind=account.");
        browser.Follow("table.audit tbody tr:last-child a");
        browser.See("哈希值");
        Look(browser, "audit-entry");
    }

    /// <summary>The page fits both windows, and is kept as a picture where somebody wants to look.</summary>
    private static void Look(Browser browser, string name)
    {
        foreach (var (width, height) in new[] { (360, 800), (1366, 768) })
        {
            browser.Resize(width, height);
            browser.Picture($"{name}-{width}");
            Assert.True(browser.Overflow() <= 0, $"{browser.Address} is {browser.Overflow()} px too wide at {width}");
        }
    }
}

using Junheng.Application.Access;
using Junheng.Web.Gate;

namespace Junheng.Web.Tests.Accounts;

/// <summary>S1: every endpoint, called without signing in, in each role, and with ids of another county and school.</summary>
public class AccessMatrixTests(AccountsProgram program) : IClassFixture<AccountsProgram>
{
    /// <summary>Written apart from the product's own table: which columns of the matrix may do what.</summary>
    private static readonly Dictionary<AccessAction, string[]> _expected = new()
    {
        [AccessAction.ViewPeople] = ["系统管理员", "安全管理员"],
        [AccessAction.ManageAccounts] = ["系统管理员"],
        [AccessAction.ManageSettings] = ["系统管理员"],
        [AccessAction.ManageGrants] = ["安全管理员"],
        [AccessAction.CountersignGrants] = ["系统管理员", "安全管理员"],
        [AccessAction.ReadAudit] = ["审计管理员"],
        [AccessAction.EnterFigures] = ["数据管理员"],
        [AccessAction.ReviewFigures] = ["审核员"],
        [AccessAction.ConfirmFigures] = [],
        [AccessAction.KeepScenarios] = ["数据管理员", "审核员", "领导", "督学"],
        [AccessAction.ViewFigures] = ["数据管理员", "审核员", "领导", "督学"],
    };

    [Fact]
    public void Every_endpoint_declares_exactly_one_rule()
    {
        var endpoints = AccessMatrix.Endpoints(program).ToList();

        Assert.True(endpoints.Count > 30);
        Assert.All(endpoints, endpoint => Assert.True(endpoint.Metadata.OfType<EndpointRule>().Count() == 1, endpoint.DisplayName));
        Assert.All(endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<EndpointRule>()).OfType<EndpointRule.Public>(), rule => Assert.NotEmpty(rule.Reason));
    }

    [Fact]
    public async Task Only_whom_the_matrix_allows_is_answered()
    {
        var matrix = await AccessMatrix.CallAsync(program);

        Assert.Equal(
            AccessMatrix.Endpoints(program).Select(endpoint => endpoint.RoutePattern.RawText).Distinct().Order(StringComparer.Ordinal),
            matrix.Lines.Select(line => line.Row.Pattern).Distinct().Order(StringComparer.Ordinal));
        foreach (var (row, answers) in matrix.Lines)
        {
            for (var caller = 0; caller < answers.Count; caller++)
            {
                var (name, _) = AccessMatrix.Callers[caller];
                Assert.True(Expected(row, name) == answers[caller], $"{row.Method} {row.Address} ({row.About}) as {name}: {answers[caller]}, expected {Expected(row, name)}");
            }
        }

        Assert.Contains(await program.AuditAsync(), line => line.StartsWith("m-leader access.ManageSettings /settings denied", StringComparison.Ordinal));
        Compare(matrix.Page());
    }

    private static string Expected(MatrixRow row, string caller)
    {
        if (row.Rule is not EndpointRule.Requires rule)
        {
            return row.Rule is EndpointRule.Public way && way.Reason.StartsWith("leads to", StringComparison.Ordinal) ? "→" : "✓";
        }

        if (rule.Subject == SubjectKind.FirstPage)
        {
            return caller == "未登录" || _expected[rule.Action].Contains(caller) ? "✓" : "→";
        }

        var isSchools = caller is "学校填报员" or "校长";
        var allowed = rule.Action == AccessAction.OwnAccount
            ? caller != "未登录"
            : rule.Action == AccessAction.ViewFigures
                ? row.About.StartsWith("示例县", StringComparison.Ordinal) || row.About.Length == 0 || (row.About[0] == '本' && (_expected[rule.Action].Contains(caller) || (isSchools && row.About == "本校")))
                : row.About.Length == 0 || row.About[0] == '本' ? _expected[rule.Action].Contains(caller) || (row.About == "本校" && Own(rule.Action) == caller) : false;
        return allowed ? "✓" : caller == "未登录" ? "登录" : "✕";
    }

    /// <summary>Who of a school may do something to it.</summary>
    private static string? Own(AccessAction action) => action switch { AccessAction.EnterFigures => "学校填报员", AccessAction.ConfirmFigures => "校长", _ => null };

    /// <summary>docs/access-matrix.md says what was answered; with JUNHENG_WRITE_DOCS=1 it is written instead.</summary>
    private static void Compare(string page)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Junheng.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder.FullName, "docs", "access-matrix.md");
        if (Environment.GetEnvironmentVariable("JUNHENG_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
            return;
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/access-matrix.md is stale: run eng/docs");
    }
}

using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Access;
using Junheng.Application.Grants;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Accounts;

/// <summary>Checks the rows of a sheet of accounts against each other, the roles, the places and the names on record. Everything wrong is found at once.</summary>
internal sealed class SheetCheck(AccountSheetReading reading, string file, ILookup<string, Place> places, ISet<string> takenNames, DateOnly today, Language language)
{
    private const int LongestFullName = 40;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<string, (AccountSheetRow Row, List<Grant> Grants)> _people = new(StringComparer.Ordinal);

    /// <summary>What was found, row by row.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whoever the sheet names, with their grants; several rows of one user name give one person several grants.</summary>
    public IReadOnlyList<(AccountSheetRow Row, ImmutableArray<Grant> Grants)> Run(Func<Guid> newId)
    {
        foreach (var row in reading.Rows)
        {
            Name(row);
            var role = Role(row);
            var scope = role is null ? null : Scope(row, role);
            var (from, to) = Days(row, role);
            if (!_people.TryGetValue(UserName.Normalize(row.Name), out var person))
            {
                _people[UserName.Normalize(row.Name)] = person = (row, []);
            }
            else if (person.Row.FullName != row.FullName || person.Row.Phone != row.Phone)
            {
                Add(row, "姓名", "accounts.two-people", $"用户名“{row.Name}”在第 {person.Row.Row} 行是另一个人", $"The user name “{row.Name}” is somebody else's in row {person.Row.Row}", "同一用户名的姓名和手机应一致；不同的人用不同的用户名", "Give the same name and telephone, or another user name");
            }

            if (role is not null && scope is not null)
            {
                person.Grants.Add(new Grant(newId(), role.Role, scope, from ?? today, to));
                Powers(row, person.Grants);
            }
        }

        return [.. _people.Values.Select(person => (person.Row, person.Grants.ToImmutableArray()))];
    }

    private void Name(AccountSheetRow row)
    {
        if (!UserName.IsValid(row.Name))
        {
            Add(row, "用户名", "accounts.bad-name", $"用户名“{Shown(row.Name)}”不合要求", $"“{Shown(row.Name)}” cannot be a user name", $"用 {UserName.Shortest} 到 {UserName.Longest} 个字母、数字、汉字或 . _ - @", $"Use {UserName.Shortest} to {UserName.Longest} letters, digits or . _ - @");
        }
        else if (takenNames.Contains(UserName.Normalize(row.Name)))
        {
            Add(row, "用户名", "accounts.name-taken", $"用户名“{row.Name}”已有账号", $"There is already an account “{row.Name}”", "换一个用户名，或从表中删去这一行", "Choose another user name, or delete the row");
        }

        if (row.FullName.Length is 0 or > LongestFullName)
        {
            Add(row, "姓名", "accounts.bad-full-name", "姓名为空或太长", "The name is blank or too long", $"填 1 到 {LongestFullName} 个字", $"Give 1 to {LongestFullName} characters");
        }

        if (!ManageAccounts.IsPhone(row.Phone))
        {
            Add(row, "手机", "accounts.bad-phone", "手机号不合要求", "This is no telephone number", "只填数字；没有就留空", "Give digits only, or leave it blank");
        }
    }

    private RoleRule? Role(AccountSheetRow row)
    {
        if (Roles.Parse(row.Role) is { } role)
        {
            return Roles.Of(role);
        }

        Add(row, "角色", "accounts.unknown-role", $"没有角色“{Shown(row.Role)}”", $"There is no role “{Shown(row.Role)}”", "填：" + string.Join("、", Roles.All.Select(rule => rule.Title.Zh)), "One of: " + string.Join(", ", Roles.All.Select(rule => rule.Title.En)));
        return null;
    }

    private GrantScope? Scope(AccountSheetRow row, RoleRule rule)
    {
        if (SeparatedPowers.Contains(rule.Role))
        {
            if (row.Code.Length > 0)
            {
                Add(row, "地区或学校代码", "accounts.code-not-wanted", $"{rule.Title.Zh}管整个系统，不填代码", $"{rule.Title.En} is for the whole installation and has no code", "把代码留空", "Leave the code blank");
            }

            return GrantScope.Installation;
        }

        var found = places[row.Code].ToList();
        var fitting = found.Where(place => rule.Kinds.Contains(place.Scope.Kind)).ToList();
        if (fitting.Count == 1)
        {
            return fitting[0].Scope;
        }

        if (found.Count == 0)
        {
            Add(row, "地区或学校代码", "accounts.unknown-code", $"没有代码为“{Shown(row.Code)}”的地区或学校", $"There is no region or school with the code “{Shown(row.Code)}”", "核对代码；学校的数据要先导入", "Check the code; the school's figures must have been imported");
        }
        else if (fitting.Count == 0)
        {
            Add(row, "地区或学校代码", "accounts.role-does-not-fit", $"{rule.Title.Zh}不能用于“{found[0].Name}”", $"{rule.Title.En} cannot be given for “{found[0].Name}”", "学校填报员、校长填学校代码；其他角色填县的代码", "Give a school's code for school clerks and principals, a county's for the others");
        }
        else
        {
            Add(row, "地区或学校代码", "accounts.ambiguous-code", $"几个县都有代码为“{row.Code}”的学校", $"Several counties have a school with the code “{row.Code}”", "先改正学校代码", "Correct the codes of the schools first");
        }

        return null;
    }

    private (DateOnly? From, DateOnly? To) Days(AccountSheetRow row, RoleRule? rule)
    {
        var from = Day(row, "起", row.From);
        var to = Day(row, "止", row.To);
        if (rule is { NeedsEnd: true } && row.To.Length == 0)
        {
            Add(row, "止", "accounts.needs-end", $"{rule.Title.Zh}的账号要有截止日期", $"{rule.Title.En} needs a last day", "填最后一天", "Give the last day");
        }

        if (to < (from ?? today) || to < today)
        {
            Add(row, "止", "accounts.wrong-days", "截止日期早于起始日期，或已经过去", "The last day is before the first, or past", "改正日期", "Correct the days");
        }

        return (from, to);
    }

    private DateOnly? Day(AccountSheetRow row, string heading, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Split(' ')[0], ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Add(row, heading, "accounts.bad-day", $"“{Shown(text)}”不是日期", $"“{Shown(text)}” is no date", "写成 2026-09-01 的样子", "Write it like 2026-09-01");
        return null;
    }

    private void Powers(AccountSheetRow row, List<Grant> grants)
    {
        if (SeparatedPowers.Conflict(grants) is var (first, second))
        {
            Add(row, "角色", "accounts.powers-clash", $"一个人不能既是{Roles.Of(first.Role).Title.Zh}又是{Roles.Of(second.Role).Title.Zh}", $"Nobody is both {Roles.Of(first.Role).Title.En} and {Roles.Of(second.Role).Title.En}", "把其中一个角色给另一个人", "Give one of the roles to somebody else");
        }
    }

    private void Add(AccountSheetRow row, string heading, string rule, string zh, string en, string remedyZh, string remedyEn)
    {
        var cell = Origin.CellName(row.Row, reading.Places.GetValueOrDefault(heading));
        _findings.Add(new Finding(rule, Severity.Error, new Origin(file, reading.Sheet, cell), new LocalizedText(zh, en).In(language), new LocalizedText(remedyZh, remedyEn).In(language)));
    }

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

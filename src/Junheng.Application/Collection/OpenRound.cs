using System.Collections.Immutable;
using Junheng.Application.Counties;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>What came of opening a round.</summary>
public abstract record OpenOutcome
{
    private OpenOutcome()
    {
    }

    /// <summary>It is open.</summary>
    /// <param name="Asked">The schools asked, and where the list comes from.</param>
    public sealed record Opened(SchoolsToAsk Asked) : OpenOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Reasons">All reasons.</param>
    public sealed record Refused(ImmutableArray<LocalizedText> Reasons) : OpenOutcome;
}

/// <summary>The schools that a county asks in a year.</summary>
public interface IAskedSchools
{
    /// <summary>The schools of a county on 1 September of a year, by code.</summary>
    Task<SchoolsToAsk> OfAsync(Regions.ScopeId scope, int year, CancellationToken cancellation);
}

/// <summary>Use case: open the collection round of a county for a report year, with a blank return for every school.</summary>
public sealed class OpenRound(ICollectionStore store, IAskedSchools schools)
{
    /// <summary>Opens it.</summary>
    public async Task<OpenOutcome> RunAsync(CollectionRound round, string actor, CancellationToken cancellation)
    {
        var reasons = ImmutableArray.CreateBuilder<LocalizedText>();
        if (round.ReportYear is < 1949 or > 2199)
        {
            reasons.Add(new("报告年度写四位数字，如 2026", "The report year has four digits, e.g. 2026"));
        }

        if (string.IsNullOrWhiteSpace(round.Title))
        {
            reasons.Add(new("写明填报任务的名称", "Give the round a name"));
        }

        if (round.Deadline < round.Opens)
        {
            reasons.Add(new("截止日期不能早于开始日期", "The deadline cannot lie before the opening day"));
        }

        if (round.ConfirmBy < round.Deadline)
        {
            reasons.Add(new("校长确认的截止日期不能早于填报截止日期", "The day to confirm by cannot lie before the deadline"));
        }

        var asked = reasons.Count == 0 ? await schools.OfAsync(round.Scope, round.ReportYear, cancellation) : null;
        if (asked is { Schools.IsEmpty: true })
        {
            reasons.Add(new("本县还没有学校；先导入学校登记册或上一年的数据", "The county has no schools yet; import the register of schools or last year's figures first"));
        }

        foreach (var school in asked?.WithoutType ?? [])
        {
            reasons.Add(new($"{school.Name}（{school.Code}）没有学校类型，无法确定填报表；请在学校登记册中补上", $"{school.Name} ({school.Code}) has no type, so its form can't be told; fill it in in the register of schools"));
        }

        return reasons.Count > 0 ? new OpenOutcome.Refused(reasons.ToImmutable())
            : await store.OpenAsync(round, asked!.Schools, actor, cancellation) ? new OpenOutcome.Opened(asked)
            : new OpenOutcome.Refused([new($"{round.ReportYear} 年的填报任务已经有了", $"There is a round for {round.ReportYear} already")]);
    }
}

/// <summary>The schools of the newest figures on record up to a year: what a county has before it keeps a register. Campuses belong to their school.</summary>
public sealed class SchoolsOnRecord(ICountyReturns returns, Regions.DatedCounties counties)
{
    /// <summary>The schools of a county, and of those that merged into it.</summary>
    public async Task<SchoolsToAsk> OfAsync(Regions.ScopeId scope, int year, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, AskedSchool>(StringComparer.Ordinal);
        var last = 0;
        var merged = year is < 1 or > 9998 ? [] : await counties.MergedIntoAsync(scope, new DateOnly(year, 9, 1), cancellation);
        foreach (var county in merged.Concat((await returns.CountiesAsync(cancellation)).Where(region => region.Scope == scope)))
        {
            if (await returns.FindAsync(county.Code, cancellation) is { } stored)
            {
                var (of, schools) = Newest(await returns.TableAsync(stored, cancellation), year);
                last = Math.Max(last, of);
                schools.ForEach(school => found[school.Code] = school);
            }
        }

        return new SchoolsToAsk(AskedFrom.Figures, [.. found.Values], last, [], []);
    }

    /// <summary>The schools of the newest year up to another one.</summary>
    private static (int Year, List<AskedSchool> Schools) Newest(StatisticsTable table, int year)
    {
        var rows = table.Counties.SelectMany(each => each.Rows()).Select(row => (Part: table.PartOf(row), row.Row))
            .Where(each => each.Part.Layout == TableLayout.School && each.Part.ReportYearOf(each.Row) <= year && each.Part.ParentSchoolCode?[each.Row] is null or "").ToList();
        var last = rows.Count == 0 ? 0 : rows.Max(each => each.Part.ReportYearOf(each.Row));
        return (last, [.. rows.Where(each => each.Part.ReportYearOf(each.Row) == last).Select(each => new AskedSchool(
            each.Part.SchoolCode[each.Row], each.Part.SchoolName?[each.Row] ?? each.Part.SchoolCode[each.Row], each.Part.SchoolTypeOf(each.Row), each.Part.Township?[each.Row] ?? ""))]);
    }
}

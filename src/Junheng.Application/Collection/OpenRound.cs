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
    /// <param name="Schools">The schools asked.</param>
    public sealed record Opened(ImmutableArray<AskedSchool> Schools) : OpenOutcome;

    /// <summary>It is not.</summary>
    /// <param name="Reasons">All reasons.</param>
    public sealed record Refused(ImmutableArray<LocalizedText> Reasons) : OpenOutcome;
}

/// <summary>The schools that a county asks in a year.</summary>
public interface IAskedSchools
{
    /// <summary>The schools of a county on 1 September of a year, by code.</summary>
    Task<ImmutableArray<AskedSchool>> OfAsync(Regions.ScopeId scope, int year, CancellationToken cancellation);
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

        var asked = reasons.Count == 0 ? await schools.OfAsync(round.Scope, round.ReportYear, cancellation) : [];
        if (reasons.Count == 0 && asked.IsEmpty)
        {
            reasons.Add(new("本县还没有学校；先导入学校名录或上一年的数据", "The county has no schools yet; import the register or last year's figures first"));
        }

        return reasons.Count > 0 ? new OpenOutcome.Refused(reasons.ToImmutable())
            : await store.OpenAsync(round, asked, actor, cancellation) ? new OpenOutcome.Opened(asked)
            : new OpenOutcome.Refused([new($"{round.ReportYear} 年的填报任务已经有了", $"There is a round for {round.ReportYear} already")]);
    }
}

/// <summary>The schools of the newest figures on record up to a year: what a county has before it keeps a register.</summary>
public sealed class SchoolsOnRecord(ICountyReturns returns) : IAskedSchools
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<AskedSchool>> OfAsync(Regions.ScopeId scope, int year, CancellationToken cancellation)
    {
        var county = (await returns.CountiesAsync(cancellation)).FirstOrDefault(region => region.Scope == scope);
        if (county is null || await returns.FindAsync(county.Code, cancellation) is not { } stored)
        {
            return [];
        }

        var table = await returns.TableAsync(stored, cancellation);
        var newest = new SortedDictionary<string, (int Year, AskedSchool School)>(StringComparer.Ordinal);
        foreach (var row in table.Counties.SelectMany(each => each.Rows()))
        {
            var part = table.PartOf(row);
            var (code, at) = (part.SchoolCode[row.Row], part.ReportYearOf(row.Row));
            if (at <= year && part.Layout == TableLayout.School && (!newest.TryGetValue(code, out var known) || known.Year < at))
            {
                newest[code] = (at, new AskedSchool(code, part.SchoolName?[row.Row] ?? code, part.SchoolTypeOf(row.Row), part.Township?[row.Row] ?? ""));
            }
        }

        var last = newest.Count == 0 ? 0 : newest.Values.Max(each => each.Year);
        return [.. newest.Values.Where(each => each.Year == last).Select(each => each.School)];
    }
}

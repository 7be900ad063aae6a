using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Junheng.Application.Regions;
using Junheng.Application.Statistics;
using Junheng.Assessment.Standards;
using Junheng.Domain.Findings;
using Junheng.Domain.Returns;
using Junheng.Domain.Statistics;
using Junheng.Domain.Text;

namespace Junheng.Application.Collection;

/// <summary>A cell that an import would change.</summary>
/// <param name="SchoolCode">The school.</param>
/// <param name="Field">The field.</param>
/// <param name="Old">The stored text; empty when blank.</param>
/// <param name="New">The file's text; empty when the file leaves it blank, which changes nothing.</param>
/// <param name="Place">Where it stands in the file.</param>
public sealed record EntryChange(string SchoolCode, string Field, string Old, string New, Origin Place);

/// <summary>What an import would do, cell by cell. Nothing is stored yet.</summary>
/// <param name="Batch">The id that the import would get: a hash over file and present versions, so that a preview that has become stale is refused.</param>
/// <param name="Changes">The cells that would change, by school and field.</param>
/// <param name="Schools">Schools of the file, by code.</param>
/// <param name="Closed">Schools that cannot take figures in their present state.</param>
/// <param name="Unasked">Schools of the file that are not asked in this round.</param>
/// <param name="Findings">What reading and checks found; with an error nothing can be stored.</param>
public sealed record ImportPreview(
    string Batch, ImmutableArray<EntryChange> Changes, ImmutableArray<string> Schools, ImmutableArray<string> Closed, ImmutableArray<string> Unasked, ImmutableArray<Finding> Findings)
{
    /// <summary>Whether it can be stored.</summary>
    public bool CanCommit => Closed.IsEmpty && Unasked.IsEmpty && Changes.Length > 0 && Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>Use case: one workbook for all schools or one for a school: preview → commit at once → undo.</summary>
public sealed class ImportEntries(ICollectionStore store, IStatisticsFiles files, CheckEntries check, DatedCounties counties)
{
    /// <summary>What the files would change.</summary>
    /// <param name="round">The round.</param>
    /// <param name="county">Code of the county; rows of another one are refused.</param>
    /// <param name="inputs">The files.</param>
    /// <param name="standard">The standard of the round.</param>
    /// <param name="onlySchool">The only school that the file may be about; null for all.</param>
    /// <param name="language">Of findings.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ImportPreview> PreviewAsync(
        CollectionRound round, string county, ImmutableArray<InputFile> inputs, Standard standard, string? onlySchool, Language language, CancellationToken cancellation)
    {
        var reading = files.Read(inputs, standard, new StatisticsReadingOptions(AllowMissing: true, language));
        if (reading.Table is not { } table)
        {
            return new ImportPreview("", [], [], [], [], reading.Findings);
        }

        var findings = reading.Findings.ToBuilder();
        findings.AddRange(Foreign(table, round, county, await CodesAsync(county, cancellation), onlySchool, language));
        var newest = (await store.NewestAsync(round.Scope, round.ReportYear, cancellation)).ToDictionary(each => each.Head.School.Code, each => each.Newest, StringComparer.Ordinal);
        var asked = (await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation)).ToDictionary(each => each.School.Code, StringComparer.Ordinal);
        var changes = ImmutableArray.CreateBuilder<EntryChange>();
        var schools = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (part, row) in RowsOf(table))
        {
            var code = part.SchoolCode[row];
            schools.Add(code);
            changes.AddRange(RowTexts.Of(part, row)
                .Select(cell => new EntryChange(code, cell.Field, newest.GetValueOrDefault(code)?.Entries.GetValueOrDefault(cell.Field)?.Text ?? "", cell.Text, cell.Place))
                .Where(change => change.New.Length > 0 && change.New != change.Old));
        }

        return new ImportPreview(
            BatchOf(inputs, asked.Values.Where(each => schools.Contains(each.School.Code))),
            changes.ToImmutable(),
            [.. schools],
            [.. schools.Where(code => asked.TryGetValue(code, out var head) && !head.State.IsOpenToSchool())],
            [.. schools.Where(code => !asked.ContainsKey(code))],
            findings.ToImmutable());
    }

    /// <summary>Stores what the preview showed; false when anything has changed since, so that a new preview is needed.</summary>
    public async Task<bool> CommitAsync(
        CollectionRound round, string county, string countyName, ImmutableArray<InputFile> inputs, Standard standard, string? onlySchool, string batch, string actor, Language language, CancellationToken cancellation)
    {
        var preview = await PreviewAsync(round, county, inputs, standard, onlySchool, language, cancellation);
        if (preview.Batch != batch || !preview.CanCommit)
        {
            return false;
        }

        var heads = (await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation)).ToDictionary(each => each.School.Code, StringComparer.Ordinal);
        if (BatchOf(inputs, heads.Values.Where(each => preview.Schools.Contains(each.School.Code))) != batch)
        {
            return false; // somebody stored a version since the preview was made just now
        }

        var newest = (await store.NewestAsync(round.Scope, round.ReportYear, cancellation)).ToDictionary(each => each.Head.School.Code, each => each.Newest, StringComparer.Ordinal);
        var changed = preview.Changes.GroupBy(change => change.SchoolCode).ToDictionary(group => group.Key, group => Entries(newest.GetValueOrDefault(group.Key), group), StringComparer.Ordinal);
        var reading = check.Run(
            county, countyName, round.ReportYear, [.. changed.Select(each => new SchoolEntries(heads[each.Key].School, Texts(each.Value)))], standard, language);
        return await store.StoreAsync(
            round.Scope,
            round.ReportYear,
            [.. changed.Select(each => Version(each.Key, each.Value, heads[each.Key], newest.GetValueOrDefault(each.Key), onlySchool is null ? EntryWay.CountyFile : EntryWay.SchoolFile, batch, reading))],
            actor,
            cancellation);
    }

    /// <summary>
    /// Undoes an import: every school that it changed and that nobody has changed since goes back to the version before, as a new version. Schools changed since are
    /// named and left alone.
    /// </summary>
    public async Task<ImmutableArray<string>> UndoAsync(
        CollectionRound round, string county, string countyName, Standard standard, string batch, string actor, Language language, CancellationToken cancellation)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        var undone = new List<(SchoolReturn Head, ReturnVersion? Before, ReturnVersion Newest)>();
        foreach (var head in await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation))
        {
            if (head.Version == 0 || await store.FindAsync(round.Scope, round.ReportYear, head.School.Code, cancellation) is not { } file || file.Versions.All(version => version.Batch != batch))
            {
                continue;
            }

            if (file.Newest!.Batch != batch || !file.Head.State.IsOpenToSchool())
            {
                kept.Add(head.School.Code);
                continue;
            }

            undone.Add((file.Head, file.Versions.Length > 1 ? file.Versions[^2] : null, file.Newest));
        }

        if (undone.Count > 0)
        {
            var reading = check.Run(county, countyName, round.ReportYear, [.. undone.Select(each => new SchoolEntries(each.Head.School, Texts(each.Before?.Entries)))], standard, language);
            var versions = undone.Select(each => Version(
                each.Head.School.Code, each.Before?.Entries ?? ImmutableSortedDictionary.Create<string, EntryText>(StringComparer.Ordinal), each.Head, each.Newest, EntryWay.Undo, "", reading));
            if (!await store.StoreAsync(round.Scope, round.ReportYear, [.. versions], actor, cancellation))
            {
                return [.. undone.Select(each => each.Head.School.Code)];
            }
        }

        return kept.ToImmutable();
    }

    private static NewVersion Version(
        string code, ImmutableSortedDictionary<string, EntryText> entries, SchoolReturn head, ReturnVersion? newest, EntryWay way, string batch, EntriesReading reading)
    {
        var explanations = newest?.Explanations ?? ImmutableSortedDictionary<string, string>.Empty;
        return new NewVersion(
            code,
            head.Version,
            entries,
            explanations,
            way,
            batch,
            reading.ErrorsOf(code),
            reading.QuestionsOf(code).Count(question => !explanations.ContainsKey(Questions.IdOf(question))),
            ((StepOutcome.Allowed)ReturnWorkflow.Take(head.State, ReturnStep.Save)).To);
    }

    private static ImmutableSortedDictionary<string, EntryText> Entries(ReturnVersion? newest, IEnumerable<EntryChange> changes) =>
        (newest?.Entries ?? ImmutableSortedDictionary.Create<string, EntryText>(StringComparer.Ordinal)).SetItems(changes.Select(change =>
            KeyValuePair.Create(change.Field, new EntryText(change.New, change.Place.File, change.Place.Sheet, change.Place.Cell))));

    private static ImmutableSortedDictionary<string, string> Texts(ImmutableSortedDictionary<string, EntryText>? entries) =>
        (entries ?? ImmutableSortedDictionary.Create<string, EntryText>(StringComparer.Ordinal)).ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Text, StringComparer.Ordinal);

    private static IEnumerable<(StatisticsPart Part, int Row)> RowsOf(StatisticsTable table) => table.Parts.SelectMany(part => Enumerable.Range(0, part.Count).Select(row => (part, row)));

    private async Task<ImmutableArray<string>> CodesAsync(string county, CancellationToken cancellation) =>
        await counties.FindAsync(county, cancellation) is { } region ? await counties.CodesAsync(region, cancellation) : [county];

    private static IEnumerable<Finding> Foreign(StatisticsTable table, CollectionRound round, string county, ImmutableArray<string> codes, string? onlySchool, Language language)
    {
        foreach (var (part, row) in RowsOf(table))
        {
            Finding Error(string rule, string column, LocalizedText message, LocalizedText remedy) =>
                new(rule, Severity.Error, part.OriginOf(row, column), message.In(language), remedy.In(language), county);
            if (part.Layout != TableLayout.School)
            {
                yield return Error("collect.unit-layout", "stage", new("填报要用学校表，不能用拆分后的学段表", "Returns take the school layout, not units after the split"), new("用填报模板", "Use the template"));
                yield break;
            }

            if (part.ParentSchoolCode?[row] is { Length: > 0 } parent)
            {
                yield return Error("collect.campus", "parent_school_code", new($"{part.SchoolCode[row]} 是 {parent} 的校区", $"{part.SchoolCode[row]} is a campus of {parent}"), new("校区的数据并入主校一行填报", "Add a campus to the row of its school"));
            }

            if (!codes.Contains(part.CountyCode[row]))
            {
                yield return Error("collect.other-county", "county_code", new($"县代码 {part.CountyCode[row]} 不是本县 {county}", $"County {part.CountyCode[row]} is not {county}"), new("换成本县的文件", "Take this county's file"));
            }

            if (part.ReportYearOf(row) is var year && year != 0 && year != round.ReportYear)
            {
                yield return Error("collect.other-year", "report_year", new($"报告年度 {year} 不是本次的 {round.ReportYear}", $"Report year {year} is not {round.ReportYear}"), new("换成本年度的文件", "Take this year's file"));
            }

            if (onlySchool is not null && part.SchoolCode[row] != onlySchool)
            {
                yield return Error("collect.other-school", "school_code", new($"学校代码 {part.SchoolCode[row]} 不是本校 {onlySchool}", $"School {part.SchoolCode[row]} is not {onlySchool}"), new("只交本校的数据", "Hand in your own school only"));
            }
        }
    }

    private static string BatchOf(ImmutableArray<InputFile> inputs, IEnumerable<SchoolReturn> heads)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var input in inputs)
        {
            hash.AppendData(input.Content ?? throw new ArgumentException("An import takes files by content.", nameof(inputs)));
        }

        foreach (var head in heads.OrderBy(each => each.School.Code, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{head.School.Code}:{head.Version}:{head.State};"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

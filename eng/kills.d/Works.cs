using System.Collections.Immutable;
using System.Text;
using Junheng.Application.Collection;
using Junheng.Application.Counties;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Samples;
using Junheng.Documents.Statistics;
using Junheng.Domain.Registers;
using Junheng.Domain.Returns;
using Junheng.Domain.Schools;
using Junheng.Domain.Text;

namespace Junheng.KilledWriter;

/// <summary>The works. Each is made ready, and gives what is then done again and again.</summary>
internal static class Works
{
    /// <summary>Schools that are saved at the same time.</summary>
    private const int Clerks = 8;

    private const string Field = "multimedia_rooms";

    /// <summary>A change of the registers. Says <c>event NUMBER</c>.</summary>
    public static async Task<Func<Task>> RegistersAsync(Place place)
    {
        var registers = place.Get<IRegisters>();
        var change = new ChangeRegisters(registers, TimeProvider.System);
        await registers.ReadAsync(CancellationToken.None);
        var fields = ImmutableSortedDictionary<string, string>.Empty.Add("name", "新设镇").Add("county", "region/1");
        return async () =>
        {
            var outcome = await change.RunAsync(
                "account/7", register => [new DatedChange(new DateOnly(2027, 9, 1), new RegisterChange.Open(new SubjectId(SubjectKind.Township, register.NextNumber(SubjectKind.Township)), fields))], CancellationToken.None);
            place.Said.Say($"event {((ChangeOutcome.Entered)outcome).Events[^1].Number}");
        };
    }

    /// <summary>Clerks who save their forms at the same time. Says <c>form SCHOOL VERSION TEXT</c>.</summary>
    public static async Task<Func<Task>> FormsAsync(Place place)
    {
        var store = place.Get<ICollectionStore>();
        var scope = (await place.Get<ICountyReturns>().CountiesAsync(CancellationToken.None)).Single(region => region.Code == place.County).Scope;
        var returns = (await store.ReturnsAsync(scope, place.Year, CancellationToken.None)).Take(Clerks).ToList();
        var versions = returns.ToDictionary(each => each.School.Code, each => each.Version, StringComparer.Ordinal);
        return async () => await Task.WhenAll(versions.Keys.ToList().Select(async school =>
        {
            var text = Guid.NewGuid().ToString("n");
            var entries = ImmutableSortedDictionary.Create<string, EntryText>(StringComparer.Ordinal).Add(Field, new EntryText(text));
            var version = new NewVersion(school, versions[school], entries, ImmutableSortedDictionary<string, string>.Empty, EntryWay.Form, "", 1, 0, ReturnState.Saved);
            if (!await store.StoreAsync(scope, place.Year, [version], "account/7", CancellationToken.None))
            {
                throw new InvalidOperationException($"{school} has another version than {version.ExpectedVersion}.");
            }

            place.Said.Say($"form {school} {version.ExpectedVersion + 1} {text}");
            lock (versions)
            {
                versions[school]++;
            }
        }));
    }

    /// <summary>The import of a county. Says <c>version NUMBER</c>.</summary>
    public static async Task<Func<Task>> ImportAsync(Place place)
    {
        var make = new MakeImportBatch(StandardFiles.BesideProgram, new StatisticsFiles(), new StandardTextFiles(Path.Combine(AppContext.BaseDirectory, "standards")));
        var files = new SampleFiles(StandardFiles.BesideProgram);
        var request = new ImportRequest([files.Csv(SampleCounty.Schools(1), "schools.csv")], files.Csv(SampleCounty.Items(1), "items.csv"), 2026, StandardRequest.Of(StandardRequest.DefaultId));
        var (batch, store, returns) = (((BatchOutcome.Made)make.Run(request)).Batch, place.Get<IImportStore>(), place.Get<ICountyReturns>());
        await returns.FindAsync(place.County, CancellationToken.None);
        return async () =>
        {
            await store.CommitAsync(batch, "account/7", CancellationToken.None);
            var county = await returns.FindAsync(place.County, CancellationToken.None);
            place.Said.Say($"version {county!.Returns.Min(each => each.Version)}");
        };
    }

    /// <summary>A workbook of all schools, previewed and committed. Says <c>batch HASH FIGURE</c>.</summary>
    public static async Task<Func<Task>> CommitAsync(Place place)
    {
        var (store, statistics) = (place.Get<ICollectionStore>(), new StatisticsFiles());
        var standard = ((StandardOpening.Opened)StandardFiles.BesideProgram.Open(StandardRequest.Of(StandardRequest.DefaultId), Language.Zh)).Standard;
        var county = (await place.Get<ICountyReturns>().CountiesAsync(CancellationToken.None)).Single(region => region.Code == place.County);
        var round = (await store.RoundsAsync(county.Scope, CancellationToken.None)).Single(each => each.ReportYear == place.Year);
        var schools = (await store.ReturnsAsync(county.Scope, place.Year, CancellationToken.None)).Select(each => each.School).ToList();
        var import = new ImportEntries(store, statistics, new CheckEntries(statistics), new DatedCounties(place.Get<ICountyReturns>(), place.Get<IRegisters>()));
        var figure = Environment.TickCount64 % 1_000_000;
        Task<ImportPreview> PreviewAsync(InputFile file) => import.PreviewAsync(round, county.Code, [file], standard, null, Language.Zh, CancellationToken.None);
        await PreviewAsync(File(place, schools, figure));
        return async () =>
        {
            var file = File(place, schools, ++figure);
            var preview = await PreviewAsync(file);
            if (!await import.CommitAsync(round, county.Code, county.Name, [file], standard, null, preview.Batch, "account/7", Language.Zh, CancellationToken.None))
            {
                throw new InvalidOperationException($"The import was refused: {string.Join("; ", preview.Findings.Select(finding => finding.Message).Take(3))}");
            }

            place.Said.Say($"batch {preview.Batch} {figure}");
        };
    }

    private static InputFile File(Place place, List<AskedSchool> schools, long figure)
    {
        var text = new StringBuilder("county_code,school_code,school_name,school_type,report_year,enrolment_primary,enrolment_junior,").Append(Field).Append("\r\n");
        foreach (var school in schools)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place.County},{school.Code},{school.Name},{school.Type.Id()},{place.Year},,,{figure}\r\n");
        }

        return new InputFile("schools.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }
}

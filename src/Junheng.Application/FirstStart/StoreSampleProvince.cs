using System.Collections.Immutable;
using Junheng.Application.Audit;
using Junheng.Application.Counties;
using Junheng.Application.Import;
using Junheng.Application.Maps;
using Junheng.Application.Recognition;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Application.Samples;
using Junheng.Application.Standards;
using Junheng.Domain.Registers;

namespace Junheng.Application.FirstStart;

/// <summary>
/// Use case: a database gets the invented province, county by county through the same import that any county goes through, and the registers of its regions.
/// A county that is on record already is left as it is, so that a broken run can be taken up again.
/// </summary>
public sealed class StoreSampleProvince(ISampleFiles files, ImportFiles import, ICountyReturns returns, IRegisters registers, ChangeRegisters change, ReadRegions regions, ImportBoundaries boundaries, IBoundaries shapes, IRecognitions recognitions, TimeProvider clock)
{
    private const ulong Seed = 1;
    private const string Author = "installation";
    private static readonly DateOnly _from = new(1950, 1, 1);

    /// <summary>Stores it; says how many counties were new.</summary>
    /// <param name="counties">How many counties the province has.</param>
    /// <param name="done">Told after each county.</param>
    /// <param name="cancellation">Gives up between two counties.</param>
    public async Task<int> RunAsync(int counties, Action<int> done, CancellationToken cancellation)
    {
        var known = (await returns.CountiesAsync(cancellation)).Select(region => region.Code).ToHashSet();
        var stored = 0;
        foreach (var county in SampleLargeProvince.Counties(counties, Seed).Where(county => !known.Contains(county.Code)))
        {
            var items = county.Items is { } table ? files.Csv(table, $"{county.Code}-items.csv") : null;
            var outcome = await import.RunAsync(
                new ImportRequest([files.Csv(county.Schools, $"{county.Code}-schools.csv")], items, SampleLargeProvince.Year, StandardRequest.Of(StandardRequest.DefaultId)), cancellation);
            if (outcome is ImportOutcome.Refused refused)
            {
                throw new InvalidOperationException($"The county {county.Code} of the sample was refused: {string.Join("; ", refused.Findings.Select(finding => finding.Message))}");
            }

            done(++stored);
        }

        await RegisterAsync(counties, cancellation);
        await DrawAsync(counties, cancellation);
        await PlanAsync(cancellation);
        return stored;
    }

    /// <summary>An invented plan for most counties that have none: every year some, three behind the others without any.</summary>
    private async Task PlanAsync(CancellationToken cancellation)
    {
        var known = (await recognitions.LatestAsync(cancellation)).Select(entry => entry.Scope).ToHashSet();
        var own = (await regions.RunAsync(cancellation)).Counties.Where(county => SampleLargeProvince.Holds(county.Code)).ToList();
        var now = clock.GetLocalNow();
        for (var at = 0; at < own.Count; at++)
        {
            if (own[at].Scope is not { } scope || known.Contains(scope) || at % 11 == 10)
            {
                continue;
            }

            var state = at % 4 == 0 ? (RecognitionState)(1 + (at / 4 % 3)) : RecognitionState.NotStarted;
            var entry = new RecognitionEntry(scope, 0, SampleLargeProvince.Year + 1 + (at * 4 % 9), state, new DateOnly(SampleLargeProvince.Year, 3, 1), "样例", Author, now);
            await recognitions.AddAsync(entry, 0, new AuditEntry(scope, Author, "recognition.enter", $"county/{own[at].Code}", AuditResults.Done, now), cancellation);
        }
    }

    /// <summary>A boundary for each county that has none.</summary>
    private async Task DrawAsync(int counties, CancellationToken cancellation)
    {
        var tree = await regions.RunAsync(cancellation);
        var known = (await shapes.NewestAsync([.. tree.Counties.Select(county => county.Scope).OfType<ScopeId>()], cancellation)).Select(boundary => boundary.Scope).ToHashSet();
        foreach (var (code, content) in SampleBoundaries.LargeProvince(counties, Seed))
        {
            if (tree.Find(code) is { Scope: { } scope } county && !known.Contains(scope)
                && await boundaries.RunAsync([county], $"{code}.geojson", content, MapDatum.Cgcs2000, Author, Domain.Text.Language.Zh, cancellation) is BoundaryOutcome.Refused refused)
            {
                throw new InvalidOperationException($"The boundary of {code} was refused: {refused.Findings[0].Message}");
            }
        }
    }

    /// <summary>Province, cities and counties in the register of regions, as far as they are not there yet.</summary>
    private async Task RegisterAsync(int counties, CancellationToken cancellation)
    {
        var scopes = (await returns.CountiesAsync(cancellation)).ToDictionary(region => region.Code, region => region.Scope.Value);
        var next = await registers.NextRegionAsync(cancellation);
        var outcome = await change.RunAsync(Author, register => Changes(register, counties, scopes, next), cancellation);
        if (outcome is ChangeOutcome.Refused refused)
        {
            throw new InvalidOperationException($"The registers of the sample were refused: {string.Join("; ", refused.Findings.Select(finding => finding.Message))}");
        }
    }

    private static ImmutableArray<DatedChange> Changes(Register register, int counties, Dictionary<string, long> scopes, long next)
    {
        var changes = ImmutableArray.CreateBuilder<DatedChange>();
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        void Open(string code, string name, string level, string? parent)
        {
            if (register.EverCoded(SubjectKind.Region, code) is [var there, ..])
            {
                numbers[code] = there.Number;
                return;
            }

            numbers[code] = scopes.TryGetValue(code, out var scope) ? scope : next++;
            var fields = ImmutableSortedDictionary<string, string>.Empty.Add("code", code).Add("name", name).Add("level", level);
            changes.Add(new DatedChange(
                _from, new RegisterChange.Open(new SubjectId(SubjectKind.Region, numbers[code]), parent is null ? fields : fields.Add("parent", new SubjectId(SubjectKind.Region, numbers[parent]).ToString()))));
        }

        Open(SampleLargeProvince.Code, SampleLargeProvince.Name, "province", null);
        foreach (var (code, name) in SampleLargeProvince.Cities(counties))
        {
            Open(code, name, "city", SampleLargeProvince.Code);
        }

        foreach (var county in SampleLargeProvince.Counties(counties, Seed))
        {
            Open(county.Code, county.Name, "county", county.City);
        }

        return changes.ToImmutable();
    }
}

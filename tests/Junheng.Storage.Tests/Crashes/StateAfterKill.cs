using System.Globalization;
using Junheng.Application.Regions;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Tests.Crashes;

/// <summary>What must hold after every kill: a sound file, proven chains, every blob and version with the hash on record, and everything that was acknowledged.</summary>
internal sealed class StateAfterKill(TemporaryDatabase database, ScopeId scope, int year)
{
    private const string Field = "multimedia_rooms";

    public async Task RunAsync(IReadOnlyList<string> acknowledged, CancellationToken cancellation)
    {
        var lines = acknowledged.Select(line => line.Split(' ')).ToLookup(words => words[0], words => words[1..], StringComparer.Ordinal);
        if (database.Kind == DatabaseKind.Sqlite)
        {
            await using var context = await database.Contexts.CreateDbContextAsync(cancellation);
            Assert.Equal(["ok"], await context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancellation));
        }

        Assert.True((await database.Proof.VerifyAsync([], cancellation)).IsSound);
        await RegistersAsync(lines["event"], cancellation);
        await ImportsAsync(lines["version"], cancellation);
        await ReturnsAsync(lines["form"], lines["batch"], cancellation);
    }

    private static long Last(IEnumerable<string[]> lines, int word = 0) => lines.Select(words => long.Parse(words[word], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    private async Task RegistersAsync(IEnumerable<string[]> events, CancellationToken cancellation)
    {
        var register = await database.Registers.ReadAsync(cancellation);
        Assert.Empty(register.Check());
        Assert.Equal(Enumerable.Range(1, register.Events.Length).Select(number => (long)number), register.Events.Select(each => each.Number));
        Assert.InRange(register.LastNumber, Last(events), long.MaxValue);
    }

    private async Task ImportsAsync(IEnumerable<string[]> versions, CancellationToken cancellation)
    {
        var county = (await database.Returns.FindAsync(SampleImport.County, cancellation))!;
        var version = Assert.Single(county.Returns.Select(each => each.Version).Distinct());
        Assert.InRange(version, Last(versions), int.MaxValue);
        Assert.Equal(6, county.Returns.Length);
        Assert.NotEmpty((await database.Returns.TableAsync(county, cancellation)).Parts); // every blob has the hash on record
    }

    /// <summary>Versions without a gap, each with its hash, its event and its entry of the audit; a batch in all schools or in none.</summary>
    private async Task ReturnsAsync(IEnumerable<string[]> forms, IEnumerable<string[]> batches, CancellationToken cancellation)
    {
        var written = forms.ToLookup(words => words[0], words => (Number: int.Parse(words[1], CultureInfo.InvariantCulture), Text: words[2]), StringComparer.Ordinal);
        var schools = await database.Collection.ReturnsAsync(scope, year, cancellation);
        var stored = new Dictionary<string, int>(StringComparer.Ordinal);
        Assert.All(written, school => Assert.Contains(schools, head => head.School.Code == school.Key && head.Version > 0));
        foreach (var code in schools.Where(head => head.Version > 0).Select(head => head.School.Code))
        {
            var file = (await database.Collection.FindAsync(scope, year, code, cancellation))!; // reading compares each version with its hash
            Assert.Equal(Enumerable.Range(1, file.Head.Version), file.Versions.Select(version => version.Number));
            Assert.Equal(file.Head.Version, file.Events.Length);
            Assert.All(written[code], each => Assert.Equal(each.Text, file.Versions[each.Number - 1].Texts[Field]));
            foreach (var batch in file.Versions.Where(version => version.Batch.Length > 0).Select(version => $"{version.Batch} {version.Texts[Field]}"))
            {
                stored[batch] = stored.GetValueOrDefault(batch) + 1;
            }
        }

        Assert.All(stored.Values, count => Assert.Equal(schools.Length, count));
        Assert.All(batches, words => Assert.Contains($"{words[0]} {words[1]}", stored.Keys));
        await using var context = await database.Contexts.CreateDbContextAsync(cancellation);
        var saves = await context.Database.SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM audit_entries WHERE action = 'return.save'").SingleAsync(cancellation);
        var typed = await context.Database.SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM return_versions WHERE way = 0").SingleAsync(cancellation);
        Assert.Equal(typed, saves);
    }
}

using System.Security.Cryptography;
using System.Text.Json;
using Junheng.Application.Import;
using Junheng.Application.Regions;
using Junheng.Application.Registers;
using Junheng.Domain.Registers;
using Junheng.Storage.Model;
using Junheng.Storage.Returns;
using Microsoft.EntityFrameworkCore;

namespace Junheng.Storage.Imports;

/// <summary>Writes a batch within the caller's transaction.</summary>
internal sealed class ImportWriter(IRegisters registers, TimeProvider clock)
{
    /// <summary>Writes every county of the batch; gives the number of each.</summary>
    public async Task<IReadOnlyList<long>> WriteAsync(JunhengDatabase database, ImportBatch batch, CancellationToken cancellation)
    {
        var register = await registers.ReadAsync(cancellation);
        var scopes = new List<long>();
        foreach (var county in batch.Counties)
        {
            scopes.Add(await StoreAsync(database, register, county, batch.Standard, cancellation));
            await database.SaveChangesAsync(cancellation);
            database.ChangeTracker.Clear();
        }

        return scopes;
    }

    private async Task<long> StoreAsync(JunhengDatabase database, Register register, CountyImport county, StandardText standard, CancellationToken cancellation)
    {
        var scope = await ScopeAsync(database, register, county, cancellation);
        await AddFilesAsync(database, scope, county, cancellation);
        foreach (var each in county.Returns)
        {
            var version = 1 + (await database.Returns
                .Where(row => row.ScopeId == scope && row.ReportYear == each.ReportYear && row.Layout == (byte)each.Part.Layout)
                .MaxAsync(row => (int?)row.Version, cancellation) ?? 0);
            database.Returns.Add(Return(scope, each, version));
        }

        if (county.Items is { } items)
        {
            var version = 1 + (await database.Items.Where(row => row.ScopeId == scope && row.ReportYear == items.ReportYear).MaxAsync(row => (int?)row.Version, cancellation) ?? 0);
            database.Items.AddRange(Lines(scope, items, version));
        }

        if (!await database.Standards.AnyAsync(row => row.ScopeId == scope && row.ContentHash == standard.ContentHash, cancellation))
        {
            database.Standards.Add(new StandardRow
            {
                ScopeId = scope,
                ContentHash = standard.ContentHash,
                StandardId = standard.Id,
                Version = standard.Version,
                Files = JsonSerializer.Serialize(standard.Files),
            });
        }

        return scope;
    }

    /// <summary>The number of the county, whichever of its codes a file uses; a new county gets the next one.</summary>
    private static async Task<long> ScopeAsync(JunhengDatabase database, Register register, CountyImport county, CancellationToken cancellation)
    {
        if (register.EverCoded(SubjectKind.Region, county.Code) is [var registered, ..])
        {
            return registered.Number;
        }

        if (await database.Regions.FirstOrDefaultAsync(row => row.Level == (byte)RegionLevel.County && row.Code == county.Code, cancellation) is { } known)
        {
            known.Name = county.Name.Length > 0 ? county.Name : known.Name;
            return known.ScopeId;
        }

        var next = 1 + (await database.Regions.MaxAsync(row => (long?)row.ScopeId, cancellation) ?? 0);
        database.Regions.Add(new RegionRow { ScopeId = next, Code = county.Code, Name = county.Name, Level = (byte)RegionLevel.County });
        return next;
    }

    /// <summary>Files not yet there, each with what reading remarked on it.</summary>
    private static async Task AddFilesAsync(JunhengDatabase database, long scope, CountyImport county, CancellationToken cancellation)
    {
        foreach (var file in county.Files)
        {
            if (await database.Files.AnyAsync(row => row.ScopeId == scope && row.Sha256 == file.Sha256, cancellation))
            {
                continue;
            }

            database.Files.Add(new FileRow { ScopeId = scope, Sha256 = file.Sha256, Name = file.Name, MediaType = file.MediaType, Content = file.Content });
            database.Findings.AddRange(county.Findings.Where(finding => finding.FileSha256 == file.Sha256).Select((finding, number) => new FindingRow
            {
                ScopeId = scope,
                FileSha256 = file.Sha256,
                Number = number,
                Rule = finding.Rule,
                Severity = (byte)finding.Severity,
                Sheet = finding.Place.Sheet,
                Cell = finding.Place.Cell,
                MessageZh = finding.Message.Zh,
                MessageEn = finding.Message.En,
                RemedyZh = finding.Remedy.Zh,
                RemedyEn = finding.Remedy.En,
            }));
        }
    }

    private ReturnRow Return(long scope, ImportedReturn each, int version)
    {
        var blob = StatisticsBlob.Write(each.Part);
        return new ReturnRow
        {
            ScopeId = scope,
            ReportYear = each.ReportYear,
            Layout = (byte)each.Part.Layout,
            Version = version,
            FileSha256 = each.FileSha256,
            Rows = each.Part.Count,
            Blob = blob,
            BlobSha256 = Convert.ToHexStringLower(SHA256.HashData(blob)),
            CreatedAt = clock.GetUtcNow(),
        };
    }

    private static IEnumerable<ItemsRow> Lines(long scope, ImportedItems items, int version) => items.Lines.Select((line, number) => new ItemsRow
    {
        ScopeId = scope,
        ReportYear = items.ReportYear,
        Version = version,
        Line = number,
        FileSha256 = items.FileSha256,
        Item = line.Item,
        Field = line.Field,
        Value = line.Text,
        Source = line.Source,
        Sheet = line.Origin.Sheet,
        Cell = line.Origin.Cell,
    });
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Application.Regions;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Application.Templates;
using Junheng.Domain.Schools;
using Junheng.Domain.Statistics;

namespace Junheng.Application.Collection;

/// <summary>Use case: the workbook of a round to be filled in, with a row for every school asked and last year's figures beside.</summary>
public sealed class RoundTemplate(ICollectionStore store, FindLastYear lastYear, WriteTemplate write)
{
    /// <summary>Writes the workbook; null when the school is not asked.</summary>
    /// <param name="round">The round.</param>
    /// <param name="county">The county.</param>
    /// <param name="onlySchool">The only school; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<InputFile?> RunAsync(CollectionRound round, Region county, string? onlySchool, CancellationToken cancellation)
    {
        var asked = (await store.ReturnsAsync(round.Scope, round.ReportYear, cancellation)).Select(each => each.School).Where(school => onlySchool is null || school.Code == onlySchool).ToImmutableArray();
        if (asked.IsEmpty)
        {
            return null;
        }

        var last = await lastYear.RunAsync(county.Code, round.ReportYear, cancellation);
        var year = round.ReportYear.ToString(CultureInfo.InvariantCulture);
        var rows = new InputFile($"{year}.csv", Rows(round, county, asked, last));
        using var template = new MemoryStream();
        var request = new TemplateRequest(StandardRequest.Of(round.StandardId), TableLayout.School, onlySchool is null ? [] : [asked[0].Type], rows);
        return write.Run(request, template) is TemplateOutcome.Written ? new InputFile($"{(onlySchool is null ? county.Name : asked[0].Name)}{year}填报表.xlsx", template.ToArray()) : null;
    }

    /// <summary>The schools as a table of the year before; a school that is new has its name alone.</summary>
    private static byte[] Rows(CollectionRound round, Region county, ImmutableArray<AskedSchool> asked, LastYear last)
    {
        var fields = asked.SelectMany(school => last.Of(school.Code).Keys).Concat(["enrolment_primary", "enrolment_junior"]).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        var before = (round.ReportYear - 1).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder("\uFEFFcounty_code,county_name,school_code,school_name,school_type,township,report_year,").AppendJoin(',', fields).Append("\r\n");
        foreach (var school in asked)
        {
            text.AppendJoin(',', new[] { county.Code, county.Name, school.Code, school.Name, school.Type.Id(), school.Township, before }
                .Concat(fields.Select(field => last.Of(school.Code).GetValueOrDefault(field, ""))).Select(EntryTable.Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

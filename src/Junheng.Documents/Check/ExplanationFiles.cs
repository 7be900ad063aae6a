using System.Collections.Immutable;
using System.Globalization;
using Junheng.Application.Check;
using Junheng.Application.Statistics;
using Junheng.Documents.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Check;

/// <summary>
/// Explanations as a table: <c>rule, county_code, school_code, report_year, cells, explanation, reviewer, decision</c>; further columns are for people only.
/// The file of questions that <see cref="Write"/> makes is read back once it is filled in.
/// </summary>
public sealed class ExplanationFiles : IExplanationFiles
{
    private static readonly (string Id, string Heading, bool IsNeeded)[] _columns =
    [
        ("rule", "规则", true), ("county_code", "县代码", true), ("school_code", "学校代码", true), ("report_year", "报告年度", true), ("cells", "数据", true),
        ("explanation", "说明", true), ("reviewer", "审核人", false), ("decision", "审核意见", false),
    ];

    private static readonly string[] _forPeople = ["school_name", "title", "question", "how_to_answer", "place"];

    private static readonly (string Word, Decision Decision)[] _decisions =
    [
        ("", Decision.Open), ("open", Decision.Open), ("待定", Decision.Open), ("accepted", Decision.Accepted), ("通过", Decision.Accepted), ("接受", Decision.Accepted),
        ("rejected", Decision.Rejected), ("不通过", Decision.Rejected), ("退回", Decision.Rejected),
    ];

    /// <inheritdoc/>
    public ExplanationsReading Read(InputFile input, Language language) => StatisticsFiles.Open(input, language) switch
    {
        TableOpening.Refused refused => new ExplanationsReading(null, refused.Findings),
        TableOpening.Opened opened => Read(opened.File, language),
        _ => throw new InvalidOperationException("An opening is opened or refused."),
    };

    /// <summary>Writes the questions that wait for an answer, with what was said so far: CSV with a byte order mark, formulas neutralised.</summary>
    public static void Write(Stream stream, CheckReport report)
    {
        var rows = report.Hits.Where(hit => hit.State is not HitState.Error).Select(hit => (IReadOnlyList<object?>)
        [
            hit.Hit.Rule.Id, hit.Hit.CountyCode, hit.Hit.SchoolCode, hit.Hit.ReportYear == 0 ? "" : hit.Hit.ReportYear, hit.Hit.Content,
            hit.Explanation?.Text ?? "", hit.Explanation?.Reviewer ?? "", hit.Explanation is null ? "" : Word(hit.Explanation.Decision),
            hit.Hit.SchoolName, hit.Hit.Rule.Title.In(report.Language), hit.Hit.Message.In(report.Language), hit.Hit.Rule.Remedy.In(report.Language), hit.Hit.Place.ToString(),
        ]);
        CsvWriter.Write(stream, _columns.Select(column => column.Id).Concat(_forPeople), rows);
    }

    private static string Word(Decision decision) => decision switch
    {
        Decision.Accepted => "accepted",
        Decision.Rejected => "rejected",
        _ => "open",
    };

    private static ExplanationsReading Read(TableFile file, Language language)
    {
        var findings = new ReadingFindings(file.Name, file.Sheet, language);
        var ids = file.Headers.Select(IdOf).ToList();
        foreach (var (id, heading, isNeeded) in _columns)
        {
            if (ids.Count(each => each == id) is var count && (count > 1 || (count == 0 && isNeeded)))
            {
                findings.Error(
                    "explanations.column",
                    Origin.CellName(file.HeaderRow, count == 0 ? file.Headers.Length : ids.LastIndexOf(id)),
                    count == 0 ? new($"缺少列“{id}”（{heading}）", $"Column '{id}' is missing") : new($"列“{id}”有 {count} 列", $"'{id}' stands in {count} columns"),
                    new("用 check --questions 写出的文件填写", "Fill in the file that check --questions writes"));
            }
        }

        var positions = _columns.ToDictionary(column => column.Id, column => ids.IndexOf(column.Id));
        var rows = file.Read([.. file.Headers.Select((_, position) => positions.ContainsValue(position) ? ColumnUse.Text : ColumnUse.Ignore)]);
        var lines = findings.HasErrors
            ? []
            : rows.Chunks.SelectMany(chunk => Enumerable.Range(0, chunk.RowCount).Select(row => Line(file, chunk, row, positions, findings))).ToImmutableArray();
        return new ExplanationsReading(findings.HasErrors || rows.IsRefused ? null : lines, [.. file.Findings, .. rows.Findings, .. findings.Complete()]);
    }

    private static string? IdOf(string header)
    {
        var text = HeaderMap.Normalised(header);
        return _columns.FirstOrDefault(column => text == column.Id || text == column.Heading).Id;
    }

    private static Explanation Line(TableFile file, TableChunk chunk, int row, Dictionary<string, int> positions, ReadingFindings findings)
    {
        string Text(string id) => positions[id] < 0 ? "" : Plain(chunk.Text(positions[id])[row].Trim());
        string Cell(string id) => Origin.CellName(chunk.SourceRow(row), Math.Max(0, positions[id]));
        var word = Text("decision").ToLowerInvariant();
        var decision = Array.FindIndex(_decisions, each => each.Word == word);
        if (decision < 0)
        {
            findings.Error(
                "explanations.decision", Cell("decision"), new($"审核意见不能是“{word}”", $"A decision cannot be '{word}'"), new("写通过、退回或待定（accepted、rejected、open）", "Write accepted, rejected or open"));
        }

        if (!int.TryParse(Text("report_year") is { Length: > 0 } text ? text : "0", NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            findings.Error("explanations.year", Cell("report_year"), new("报告年度不是年份", "The report year is no year"), new("写四位数字，没有年度就留空", "Write four digits, or leave it blank"));
        }

        return new Explanation(
            Text("rule"), Text("county_code"), Text("school_code"), year, Text("cells"), Text("explanation"), Text("reviewer"),
            decision < 0 ? Decision.Open : _decisions[decision].Decision, new Origin(file.Name, file.Sheet, Cell("explanation")));
    }

    /// <summary>Without the apostrophe that neutralises a formula.</summary>
    private static string Plain(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}

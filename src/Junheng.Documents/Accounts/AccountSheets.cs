using System.Collections.Immutable;
using Junheng.Application.Accounts;
using Junheng.Application.Statistics;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Accounts;

/// <summary>Sheets of accounts as CSV or workbooks.</summary>
public sealed class AccountSheets : IAccountSheets
{
    private const int MostRows = 5000;
    private static readonly string[] _headings = ["用户名", "姓名", "角色", "地区或学校代码", "手机", "起", "止"];
    private static readonly string[] _needed = ["用户名", "姓名", "角色", "地区或学校代码"];
    private static readonly TableLimits _limits = new() { FileBytes = 8 << 20, UncompressedBytes = 64 << 20, Parts = 200, RatioAppliesAboveBytes = 8 << 20, Rows = MostRows, Columns = 50, Remarks = 200 };

    /// <inheritdoc/>
    public AccountSheetReading Read(InputFile file, Language language)
    {
        var opening = file.Content is { } bytes ? TableFile.Open(file.Name, bytes, _limits, language) : TableFile.Open(file.Name, _limits, language);
        if (opening is not TableOpening.Opened { File: var table })
        {
            return new AccountSheetReading([], ImmutableDictionary<string, int>.Empty, null, ((TableOpening.Refused)opening).Findings);
        }

        var places = table.Headers.Index().Where(heading => _headings.Contains(Plain(heading.Item))).GroupBy(heading => Plain(heading.Item)).ToImmutableDictionary(group => group.Key, group => group.First().Index);
        var findings = table.Findings.ToBuilder();
        findings.AddRange(_needed.Where(heading => !places.ContainsKey(heading)).Select(heading => new Finding(
            "accounts.missing-column",
            Severity.Error,
            new Origin(table.Name, table.Sheet),
            new LocalizedText($"没有“{heading}”这一列", $"There is no column “{heading}”").In(language),
            new LocalizedText("从模板开始填", "Start from the template").In(language))));
        if (findings.Any(finding => finding.Severity == Severity.Error))
        {
            return new AccountSheetReading([], places, table.Sheet, findings.ToImmutable());
        }

        var rows = table.Read([.. table.Headers.Select(_ => ColumnUse.Text)], chunkCount: 1);
        var read = rows.Chunks.SelectMany(chunk => Rows(chunk, places)).ToImmutableArray();
        if (read.IsEmpty)
        {
            findings.Add(new Finding(
                "accounts.no-rows",
                Severity.Error,
                new Origin(table.Name, table.Sheet),
                new LocalizedText("表中没有人", "The sheet names nobody").In(language),
                new LocalizedText("在标题行下每人填一行", "Give one row a person below the headings").In(language)));
        }

        return new AccountSheetReading(read, places, table.Sheet, findings.ToImmutable());
    }

    /// <inheritdoc/>
    public InputFile Template() => Sheet("账号导入模板.xlsx", "账号", _headings, [["wangfang", "王芳", "数据管理员", "990121", "", "2026-09-01", ""], ["lidu", "李督", "督学", "990121", "", "2026-11-01", "2026-12-31"]]);

    /// <inheritdoc/>
    public InputFile WriteInitialPasswords(IReadOnlyList<InitialPassword> passwords) => Sheet(
        "初始密码.xlsx", "初始密码", ["用户名", "姓名", "初始密码（首次登录须更改）"], passwords.Select(each => (IReadOnlyList<object?>)[each.Name, each.FullName, each.Password]));

    private static InputFile Sheet(string file, string name, string[] headings, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new WorkbookSheet(name, [.. headings.Select(heading => new WorkbookHeading(heading, IsCode: true))], rows));
        return new InputFile(file, stream.ToArray());
    }

    private static IEnumerable<AccountSheetRow> Rows(TableChunk chunk, ImmutableDictionary<string, int> places)
    {
        for (var row = 0; row < chunk.RowCount; row++)
        {
            var at = row;
            string Text(string heading) => places.TryGetValue(heading, out var column) ? chunk.Text(column)[at].Trim() : "";
            yield return new AccountSheetRow(chunk.SourceRow(row), Text("用户名"), Text("姓名"), Text("角色"), Text("地区或学校代码"), Text("手机"), Text("起"), Text("止"));
        }
    }

    /// <summary>A heading without what stands in brackets after it.</summary>
    private static string Plain(string heading)
    {
        var bracket = heading.IndexOfAny(['（', '(']);
        return (bracket > 0 ? heading[..bracket] : heading).Trim();
    }
}

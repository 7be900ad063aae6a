using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Junheng.Architecture.Tests.Repository;
using Junheng.Domain.Columns;

namespace Junheng.Architecture.Tests.Docs;

/// <summary>A word of the field and the names it has in the code.</summary>
public sealed record GlossaryTerm(string Chinese, ImmutableArray<string> Names, string Meaning);

/// <summary>The words of the field: <c>docs/glossary.yaml</c>, the public columns of <c>standards/columns.yaml</c>, and the page made from both.</summary>
public static class Glossary
{
    /// <summary>The terms in the order of the file.</summary>
    public static ImmutableArray<GlossaryTerm> Terms { get; } = ReadTerms();

    /// <summary>The public columns in the order of the file.</summary>
    public static ImmutableArray<ColumnDefinition> Columns { get; } = ReadColumns();

    /// <summary>The page.</summary>
    public static string Page()
    {
        var page = new StringBuilder();
        page.Append("""
            # Glossary 术语表

            <!-- Generated from glossary.yaml and standards/columns.yaml by eng/docs. Change those files, not this one. -->

            ## Words of the field 术语

            | 中文 | in code | meaning |
            | --- | --- | --- |

            """);
        foreach (var term in Terms)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {term.Chinese} | {string.Join(", ", term.Names.Select(name => $"`{name}`"))} | {term.Meaning} |\n");
        }

        page.Append("""

            ## Public columns 表头

            A table may use the English ids or the Chinese headings, in any order; white space and full-width forms in a heading don't matter. A blank cell is missing, never 0.
            "Per stage": the unit table has the column once, because a row is one stage; the school table has it as `id_primary` and `id_junior` (enrolment also as `id_senior`),
            in Chinese with 小学, 初中 or 高中 in front. "Whole": shortfalls are counted in whole persons or things; the figures themselves may be fractional.

            | id | 中文表头 headings | unit | per stage | whole | meaning |
            | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var column in Columns)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{column.Id}` | {string.Join("；", column.Headings)} | {UnitOf(column)} | {(column.IsStaged ? "yes" : "")} | {(column.IsWhole ? "yes" : "")} | {column.Title.Zh} {column.Title.En} |\n");
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string UnitOf(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.Number => column.Unit == "1" ? "share 0–1" : column.Unit,
        ColumnKind.Key => "code, read as text",
        ColumnKind.Flag => "1 or 0",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static ImmutableArray<GlossaryTerm> ReadTerms()
    {
        var yaml = Yaml.Open("docs/glossary.yaml");
        var terms = yaml.Reader.Maps(yaml.Root, "terms", required: true)
            .Select(map => new GlossaryTerm(yaml.Reader.Text(map, "zh", required: true)!, yaml.Reader.Texts(map, "code", required: true), yaml.Reader.Text(map, "en", required: true)!))
            .ToImmutableArray();
        yaml.MustBeSound();
        return terms;
    }

    private static ImmutableArray<ColumnDefinition> ReadColumns()
    {
        var yaml = Yaml.Open("standards/columns.yaml");
        var columns = ColumnCatalogueReader.Read(yaml.Root, yaml.Reader).Columns;
        yaml.MustBeSound();
        return columns;
    }
}

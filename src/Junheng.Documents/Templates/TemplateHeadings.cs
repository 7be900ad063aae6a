using Junheng.Application.Templates;
using Junheng.Documents.Statistics;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Templates;

/// <summary>The Chinese headings of a template, with units where the reader takes them.</summary>
internal static class TemplateHeadings
{
    /// <summary>The heading of a column: <c>小学在校生数（人）</c>.</summary>
    public static string Of(TemplateColumn column) => Name(column) + (UnitOf(column.Definition) is { Length: > 0 } unit ? $"（{unit}）" : "");

    /// <summary>The heading without unit.</summary>
    public static string Name(TemplateColumn column) => Word(column.Stage) + (column.Definition.Headings.IsEmpty ? column.Definition.Title.Zh : column.Definition.Headings[0]);

    /// <summary>The unit in words; empty where a figure has none, and for what is no figure.</summary>
    public static string UnitOf(ColumnDefinition column) => column.Kind != ColumnKind.Number || column.Unit == "1" ? "" : column.Unit == "m2" ? "㎡" : HeadingUnits.Of(column).Zh;

    /// <summary>The word of a stage; empty for none.</summary>
    public static string Word(Stage stage) => stage switch
    {
        Stage.Primary => "小学",
        Stage.Junior => "初中",
        Stage.Senior => "高中",
        _ => "",
    };
}

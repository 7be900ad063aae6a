using Junheng.Application.Templates;
using Junheng.Documents.Returned;
using Junheng.Domain.Columns;
using Junheng.Domain.Schools;

namespace Junheng.Documents.Templates;

/// <summary>What may be written into a column: as a sentence, and as the workbook's own check of what is typed.</summary>
internal static class ColumnRules
{
    /// <summary>Rows that the checks reach.</summary>
    private const int LastRow = 5000;

    /// <summary>The words of a coded column's list; empty for any other.</summary>
    public static IReadOnlyList<string> Choices(TemplateColumn column, TemplatePlan plan) => column.Definition.Id switch
    {
        "stage" => [.. plan.Standard.Stages.Where(stage => plan.Types.Any(type => type.CanHave(stage))).Select(TemplateHeadings.Word)],
        "school_type" => [.. plan.Types.Select(type => type.ChineseName())],
        "organiser_type" => [.. Enumerable.Range(1, OrganiserTypes.Ids.Count - 1).Select(code => OrganiserTypes.ChineseName((byte)code))],
        "locale" => ["城区", "镇区", "乡村"],
        "centre_city" => ["是", "否"],
        _ => [],
    };

    /// <summary>What was written in a coded column, as its list has it; what is no code stays as it was written.</summary>
    public static string InWords(TemplateColumn column, string text) => column.Definition.Id switch
    {
        "stage" when Stages.Parse(text) is not Stage.None and var stage => TemplateHeadings.Word(stage),
        "school_type" when SchoolTypes.Parse(text) is not SchoolType.Unknown and var type => type.ChineseName(),
        "organiser_type" when OrganiserTypes.Parse(text) is > 0 and var code => OrganiserTypes.ChineseName(code),
        "locale" => Locales.Parse(text) switch { Locale.Urban => "城区", Locale.Town => "镇区", Locale.Rural => "乡村", _ => text },
        "centre_city" => text switch { "1" => "是", "0" => "否", _ => text },
        _ => text,
    };

    /// <summary>The rule in words.</summary>
    public static string Sentence(TemplateColumn column, TemplatePlan plan) => Choices(column, plan) is { Count: > 0 } choices
        ? $"从列表中选：{string.Join("、", choices)}"
        : column.Definition switch
        {
            { Kind: ColumnKind.Key } => "文本，保留开头的 0，不能用科学计数",
            { Kind: ColumnKind.Year } or { Unit: "year" } => "四位数字的年份",
            { Kind: ColumnKind.Number, Unit: "1" } => "0 至 1 之间的小数",
            { Kind: ColumnKind.Number } => IsWhole(column) ? "不小于 0 的整数；没有数据留空" : "不小于 0 的数；没有数据留空",
            _ => "文字",
        };

    /// <summary>The workbook's check of a column; empty where anything may be written.</summary>
    public static string Validation(TemplateColumn column, int position, TemplatePlan plan)
    {
        var letters = Domain.Findings.Origin.CellName(1, position)[..^1];
        var range = $"sqref=\"{letters}2:{letters}{LastRow}\"";
        var error = $"errorTitle=\"{NewPackage.Escaped(TemplateHeadings.Name(column))}\" error=\"{NewPackage.Escaped(Sentence(column, plan))}\"";
        var head = $"allowBlank=\"1\" showErrorMessage=\"1\" {error} {range}";
        if (Choices(column, plan) is { Count: > 0 } choices)
        {
            return $"<dataValidation type=\"list\" {head}><formula1>\"{NewPackage.Escaped(string.Join(',', choices))}\"</formula1></dataValidation>";
        }

        return column.Definition switch
        {
            { Kind: ColumnKind.Year } or { Unit: "year" } => $"<dataValidation type=\"whole\" operator=\"between\" {head}><formula1>1800</formula1><formula2>2199</formula2></dataValidation>",
            { Kind: ColumnKind.Number, Unit: "1" } => $"<dataValidation type=\"decimal\" operator=\"between\" {head}><formula1>0</formula1><formula2>1</formula2></dataValidation>",
            { Kind: ColumnKind.Number } => $"<dataValidation type=\"{(IsWhole(column) ? "whole" : "decimal")}\" operator=\"greaterThanOrEqual\" {head}><formula1>0</formula1></dataValidation>",
            _ => "",
        };
    }

    /// <summary>Whether the cells are figures and not text.</summary>
    public static bool IsFigure(TemplateColumn column) => column.Definition.Kind is ColumnKind.Number or ColumnKind.Year;

    private static bool IsWhole(TemplateColumn column) => column.Definition.Unit is "pupil" or "class" or "grade";
}

using System.Collections.Immutable;
using Junheng.Assessment.Items;
using Junheng.Assessment.Results;
using Junheng.Assessment.Standards;
using Junheng.Domain.Numbers;
using Junheng.Formulas.Types;

namespace Junheng.Application.Reports;

/// <summary>Tables Ⅳ, Ⅴ and Ⅵ: what the items file gives, in the form's decimals; nothing given, nothing filled in.</summary>
internal sealed class ItemTables(Standard standard, CountyAssessment county)
{
    private static readonly string[] _recognitionTitles =
        ["问卷总数", "回收有效问卷数", "满意问卷数", "问卷调查综合满意度", "实地走访人数", "满意人数", "实地走访满意度"];

    private static readonly string[] _recognitionUnits = ["份", "份", "份", "%", "人", "人", "%"];

    private static readonly string[] _levels = ["", "Ⅰ级", "Ⅱ级", "Ⅲ级", "Ⅳ级"];

    /// <summary>The items of a part of the verdict.</summary>
    public ImmutableArray<ItemEntry> OfPart(string part) => standard.Parts.FirstOrDefault(each => each.Id == part)?.Rule is VerdictRule.Items items
        ? [.. items.Ids.Select(id => Entry(standard.Items.First(item => item.Id == id), county.Items.First(item => item.Id == id)))]
        : [];

    /// <summary>Table Ⅵ.</summary>
    public RecognitionEntry Recognition()
    {
        var result = county.Items.First(item => item.Id == "recognition");
        Rational? Field(string id) => Number(result, id);
        Rational? Share(Rational? part, Rational? whole) => part is { } x && whole is { Sign: > 0 } p ? Rational.FromInteger(100) * x / p : null;
        var (valid, satisfied, visited, visitedSatisfied) = (Field("questionnaires_valid"), Field("questionnaires_satisfied"), Field("visited"), Field("visited_satisfied"));
        var percent = standard.Print.Percent;
        return new RecognitionEntry(
            [
                null,
                PrintedFigure.Of(valid, 0),
                PrintedFigure.Of(satisfied, 0),
                PrintedFigure.Of(Share(satisfied, valid), percent),
                PrintedFigure.Of(visited, 0),
                PrintedFigure.Of(visitedSatisfied, 0),
                PrintedFigure.Of(Share(visitedSatisfied, visited), percent),
            ],
            [.. _recognitionTitles],
            [.. _recognitionUnits],
            result.Verdict,
            PrintedFigure.Of(result.Norm, 0) is { } norm ? $"不低于 {norm.Text}%" : "");
    }

    private static ItemFigure? LineOf(ItemResult result, string field) => result.Inputs.FirstOrDefault(line => line.Field == field);

    private static Rational? Number(ItemResult result, string field) =>
        LineOf(result, field) is { } line && Rational.TryParseDecimal(line.Text, out var number) ? number : null;

    private ItemEntry Entry(EvaluationItem item, ItemResult result)
    {
        // The form does not ask for the fields of easements; they are shown where somebody filled them in.
        var lines = item.Fields.Where(field => !field.Id.Contains("eased", StringComparison.Ordinal) || LineOf(result, field.Id) is not null).Select(field => Line(item, field, result)).ToList();
        if (item.Value is not null && item.Unit is "percent" or "yuan_per_pupil")
        {
            lines.Add(new ItemLine("指标值", PaperWords.Unit(item.Unit), PrintedFigure.Of(result.Value, item.Digits), null));
        }

        if (lines.Count == 0 || result.Conclusion is not null)
        {
            lines.Add(new ItemLine("简要结论", "", null, result.Conclusion is { } conclusion ? Conclusion(conclusion) : null));
        }

        return new ItemEntry(item.Id, item.Title.Zh, [.. lines], result.Verdict, NoteOf(item, result));
    }

    private ItemLine Line(EvaluationItem item, ItemField field, ItemResult result)
    {
        var text = LineOf(result, field.Id)?.Text ?? "";
        if (field.Kind != FormulaKind.Number)
        {
            return new ItemLine(field.Title.Zh, "", null, text.Length == 0 ? null : field.Kind == FormulaKind.Truth ? Truth(text) : text);
        }

        var number = Number(result, field.Id);
        return field.Unit switch
        {
            // The form asks for money in 10,000 yuan, the items file for yuan.
            "yuan" => new ItemLine(field.Title.Zh, "万元", PrintedFigure.Of(number / Rational.FromInteger(10_000), 0), null),
            "level" => number is { IsInteger: true, Sign: > 0 } level && level < Rational.FromInteger(_levels.Length)
                ? new ItemLine(field.Title.Zh, "", null, _levels[(int)level.Numerator])
                : new ItemLine(field.Title.Zh, "", PrintedFigure.Of(number, 0), null),
            "percent" => new ItemLine(field.Title.Zh, "%", PrintedFigure.Of(number, standard.Print.Percent), null),
            "" or "1" => new ItemLine(field.Title.Zh, "", PrintedFigure.Of(number, item.Digits), null),
            var unit => new ItemLine(field.Title.Zh, PaperWords.Unit(unit), PrintedFigure.Of(number, 0), null),
        };
    }

    /// <summary>The note with the words of the form for the fields' ids.</summary>
    private static string NoteOf(EvaluationItem item, ItemResult result) => result.DataFindings.Length > 0
        ? string.Join("；", result.DataFindings.Select(finding => finding.Message.Zh))
        : result.Missing.Length > 0 && result.Note?.Zh.StartsWith('缺') == true
            ? $"缺：{string.Join("、", result.Missing.Select(field => item.FieldOf(field)?.Title.Zh ?? field))}"
            : result.Note?.Zh ?? "";

    private static string Truth(string text) => text switch
    {
        "yes" or "true" or "1" or "met" => "是",
        "no" or "false" or "0" or "not_met" => "否",
        _ => text,
    };

    private static string Conclusion(string text) => text switch
    {
        "yes" or "true" or "1" or "met" => "达到要求",
        "no" or "false" or "0" or "not_met" => "未达到要求",
        _ => text,
    };
}

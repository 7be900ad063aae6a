using System.Globalization;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Forms.Reconcile;

/// <summary>Papers that contradict each other about a school: asked, never decided, except where both say the same in other words.</summary>
internal static class Disagreements
{
    private const int Most = 200;

    /// <summary>Reports every contradiction.</summary>
    public static void Report(FormContext context)
    {
        var types = context.Figures.Item("school_type");
        var count = 0;
        foreach (var each in context.Figures.Disagreements)
        {
            if (each.Item == "school_type" && each.First.Text is { } first && each.Second.Text is { } second)
            {
                if (SchoolTypesTold.IsAttached(first) && !SchoolTypesTold.IsAttached(second))
                {
                    types.Replace(each.School, each.Second);
                    continue;
                }

                if (SchoolTypesTold.IsAttached(second) || SchoolTypesTold.Parse(first) == SchoolTypesTold.Parse(second))
                {
                    continue;
                }
            }

            if (++count <= Most)
            {
                Report(each, context);
            }
        }
    }

    private static void Report(Disagreement each, FormContext context)
    {
        var school = context.Figures.Schools[each.School];
        var name = school.Name.Length > 0 ? school.Name : school.Code;
        var (first, second) = (OriginOf(each.First, context), OriginOf(each.Second, context));
        var isName = each.Item is "school_name" or "county_name" or "township";
        context.Add(
            isName ? "forms.name-differs" : "forms.disagree",
            isName ? Severity.Warning : Severity.Error,
            second,
            new($"“{name}”的 {each.Item} 在两处不同：{first} 是 {Text(each.First)}，{second} 是 {Text(each.Second)}", $"{each.Item} of '{name}' differs: {Text(each.First)} at {first}, {Text(each.Second)} at {second}"),
            isName
                ? new("按第一处读取；核对名称", "The first is taken; check the name")
                : new("核对并改成一致；一所学校的共用数据在各学段表中应相同", "Check and make them agree: figures that stages share are the same in every list"));
    }

    private static Origin OriginOf(Observation observation, FormContext context)
    {
        var (sheets, place) = (context.Figures.Sheets, observation.Place);
        var steps = context.Figures.Patterns[place.Pattern];
        var cells = steps.Select(step => Origin.CellName(place.Row + step.Rows, place.Column + step.Columns)).Prepend(Origin.CellName(place.Row, place.Column));
        return new Origin(sheets[place.Sheet].File, sheets[place.Sheet].Sheet, string.Join('+', cells));
    }

    private static string Text(Observation observation) =>
        observation.IsFigure && observation.Number.WasRead ? observation.Number.ExactText ?? observation.Number.Value.ToString("R", CultureInfo.InvariantCulture) : observation.Text ?? "";
}

using System.Text;
using Junheng.Domain.Text;

namespace Junheng.Application.Plans;

/// <summary>The lines of plans as CSV with a byte order mark, for spreadsheets.</summary>
public static class PlanCsv
{
    /// <summary>Writes one line an action; the stream stays open.</summary>
    public static void Write(PlanReport report, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine("county_code,school_code,school_name,township,stage,indicator,item,add,price,years,cost,before,after,why");
        foreach (var plan in report.Plans)
        {
            foreach (var action in plan.Figures.Actions)
            {
                writer.WriteLine(string.Join(',', new[]
                {
                    plan.Problem.Problem.CountyCode, action.SchoolCode, action.School.Name, action.School.Township, action.Stage == Domain.Schools.Stage.None ? "shared" : Domain.Schools.Stages.Id(action.Stage),
                    action.Indicator.Id, action.Item.Id, action.Add.Exact(), action.Price.Amount.Exact(), $"{action.Price.Years}", action.Cost.Exact(), action.Before.Exact(), action.After.Exact(),
                    string.Join(report.Language == Language.Zh ? "；" : "; ", action.Reasons.Select(reason => reason.Text(report.Language))),
                }.Select(Cell)));
            }
        }
    }

    /// <summary>Quoted where it must be; a text that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '@', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

using System.Text;
using Junheng.Application.Check;
using Junheng.Application.Standards;
using Junheng.Application.Statistics;
using Junheng.Documents.Check;
using Junheng.Documents.Definitions;
using Junheng.Documents.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Documents.Tests.Check;

/// <summary>Questions go out as a table and come back answered; an answer holds as long as the values do.</summary>
public class ExplanationFilesTests
{
    private const string Head = "county_code,school_code,school_name,school_type,report_year,enrolment_primary,roll_pupils_primary,full_time_teachers_primary,backbone_teachers_primary";

    private const string Wrong = "990101,1,=小学,primary,2026,200,150,12,3";

    [Fact]
    public void A_question_that_is_answered_and_accepted_is_closed()
    {
        var hit = Assert.Single(Check(Wrong).Hits);
        Assert.Equal((HitState.Open, "check.cross-roll"), (hit.State, hit.Hit.Rule.Id));

        Assert.Equal(HitState.Explained, Assert.Single(Check(Wrong, Answered(Check(Wrong), "学籍系统次日更新", "")).Hits).State);
        Assert.Equal(HitState.Accepted, Assert.Single(Check(Wrong, Answered(Check(Wrong), "学籍系统次日更新", "通过")).Hits).State);
        Assert.Equal(HitState.Rejected, Assert.Single(Check(Wrong, Answered(Check(Wrong), "学籍系统次日更新", "rejected")).Hits).State);
    }

    [Fact]
    public void An_answer_survives_a_new_import_of_the_same_values_and_lapses_with_a_changed_one()
    {
        var answers = Answered(Check(Wrong), "学籍系统次日更新", "accepted");

        var again = Check("990101,2,另一校,primary,2026,100,100,8,1\n" + Wrong, answers);
        var changed = Check(Wrong.Replace("150", "151", StringComparison.Ordinal), answers);

        Assert.Equal(HitState.Accepted, Assert.Single(again.Hits).State);
        Assert.Empty(again.Unused);
        Assert.Equal(HitState.Open, Assert.Single(changed.Hits).State);
        Assert.Single(changed.Unused);
    }

    [Fact]
    public void An_error_is_never_explained_away()
    {
        var wrong = Wrong.Replace(",12,3", ",12,30", StringComparison.Ordinal).Replace(",150,", ",200,", StringComparison.Ordinal);
        var error = Assert.Single(Check(wrong).Hits);
        var line = $"rule,county_code,school_code,report_year,cells,explanation,reviewer,decision\n{error.Hit.Rule.Id},990101,1,2026,{error.Hit.Content},就是这样,李,accepted\n";

        var report = Check(wrong, Encoding.UTF8.GetBytes(line));

        Assert.Equal(HitState.Error, Assert.Single(report.Hits).State);
        Assert.True(report.HasErrors);
    }

    [Fact]
    public void What_is_written_opens_in_a_spreadsheet_and_runs_nothing()
    {
        using var stream = new MemoryStream();
        ExplanationFiles.Write(stream, Check(Wrong));
        var text = Encoding.UTF8.GetString(stream.ToArray());

        Assert.StartsWith("\ufeffrule,county_code,school_code,report_year,cells,explanation,reviewer,decision,", text, StringComparison.Ordinal);
        Assert.Contains("\r\ncheck.cross-roll,990101,1,2026,enrolment_primary=200; roll_pupils_primary=150,,,,'=小学,", text, StringComparison.Ordinal);
        Assert.Contains("请核实", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule,county_code,school_code,report_year,cells\nx,1,1,2026,a\n", "explanations.column")]
    [InlineData("rule,rule,county_code,school_code,report_year,cells,explanation\nx,x,1,1,2026,a,b\n", "explanations.column")]
    [InlineData("rule,county_code,school_code,report_year,cells,explanation,decision\nx,1,1,2026,a,b,maybe\n", "explanations.decision")]
    [InlineData("rule,county_code,school_code,report_year,cells,explanation\nx,1,1,this year,a,b\n", "explanations.year")]
    [InlineData("", "file.empty")]
    public void A_file_that_cannot_be_read_says_why(string text, string rule)
    {
        var reading = new ExplanationFiles().Read(new InputFile("explanations.csv", Encoding.UTF8.GetBytes(text)), Language.En);

        Assert.Null(reading.Explanations);
        Assert.Contains(reading.Findings, finding => finding.Rule == rule && finding.Severity == Severity.Error && finding.Remedy.Length > 0);
    }

    [Fact]
    public void A_flag_is_read_in_words_and_a_wrong_one_is_refused()
    {
        const string head = "county_code,school_code,school_type,report_year,enrolment_primary,是否计校数";

        Assert.Equal(["check.site-without-parent"], Check("990101,1,teaching_point,2026,20,否\n990101,2,primary,2026,200,是", null, head).Hits.Select(hit => hit.Hit.Rule.Id));
        var refused = Assert.IsType<CheckOutcome.Refused>(Outcome("990101,1,primary,2026,20,也许", null, head));
        Assert.Contains(refused.Findings, finding => finding.Rule == "input.unknown-flag");
    }

    private static byte[] Answered(CheckReport report, string explanation, string decision)
    {
        using var stream = new MemoryStream();
        ExplanationFiles.Write(stream, report);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stream.ToArray()).Replace(",,,,", $",{explanation},王,{decision},", StringComparison.Ordinal));
    }

    private static CheckReport Check(string rows, byte[]? explanations = null, string head = Head) =>
        Assert.IsType<CheckOutcome.Checked>(Outcome(rows, explanations, head)).Report;

    private static CheckOutcome Outcome(string rows, byte[]? explanations, string head) =>
        new CheckReturns(StandardFiles.BesideProgram, CheckFiles.BesideProgram, new StatisticsFiles(), new ExplanationFiles()).Run(new CheckRequest(
            [new InputFile("schools.csv", Encoding.UTF8.GetBytes($"{head}\n{rows}\n"))],
            StandardRequest.Of(StandardRequest.DefaultId),
            [],
            new DateOnly(2026, 11, 21),
            explanations is null ? null : new InputFile("explanations.csv", explanations),
            AllowMissing: true));
}

using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Junheng.Cli.Tests;

/// <summary><c>verify-plan</c>: accepts what <c>plan</c> wrote, rejects what was changed, and the papers of a plan.</summary>
public sealed class VerifyPlanTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void One_command_writes_plan_certificate_workbook_and_document_and_the_certificate_is_accepted()
    {
        var (certificate, workbook, document, json) = (_workspace["c.json"], _workspace["p.xlsx"], _workspace["p.docx"], _workspace["p.json"]);

        var run = ProgramRun.Of("plan", Workspace.CountyWorkbook, "--assume", "mean", "--certificate", certificate, "--out", workbook, "--out", document, "--json", json);

        Assert.Equal(ExitCodes.Done, run.ExitCode);
        Assert.All([workbook, document], path => Assert.NotEmpty(ZipFile.OpenRead(path).Entries));
        var verified = ProgramRun.Of("verify-plan", certificate, Workspace.CountyWorkbook);
        Assert.Equal((ExitCodes.Done, true), (verified.ExitCode, verified.Output.StartsWith('✓')));
    }

    [Theory]
    [InlineData("resultId", "00000000000000000000000000000000")]
    [InlineData("plans/0/cost", "1")]
    [InlineData("plans/0/lowerBound", "999999999")]
    [InlineData("plans/0/additions/0/1", "0.5")]
    [InlineData("plans/0/problem/purchases/0/price", "1")]
    [InlineData("plans/0/problem/purchases/0/maxAdd", "0")]
    [InlineData("plans/0/problem/units/0/enrolment", "5")]
    [InlineData("plans/0/problem/rules/0/indicators/0/norm", "0.01")]
    [InlineData("standard/contentHash", "0")]
    [InlineData("evaluatedOn", "2021-09-02")]
    public void A_changed_certificate_is_rejected_with_the_reason(string path, string value)
    {
        var file = Certificate();
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        var steps = path.Split('/');
        var node = steps[..^1].Aggregate(json, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!);
        if (node is JsonArray array)
        {
            array[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            node[steps[^1]] = value;
        }

        File.WriteAllText(file, json.ToJsonString());
        var run = ProgramRun.Of("verify-plan", file, Table());

        Assert.Equal(ExitCodes.NotMet, run.ExitCode);
        Assert.StartsWith("✗", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_input_is_rejected_and_what_is_no_certificate_is_refused()
    {
        var certificate = Certificate();

        Assert.Equal(ExitCodes.NotMet, ProgramRun.Of("verify-plan", certificate, _workspace.File("other.csv", File.ReadAllText(Table()).Replace("400000", "400001", StringComparison.Ordinal))).ExitCode);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("verify-plan", Table(), Table()).ExitCode);
        Assert.Equal(ExitCodes.Refused, ProgramRun.Of("verify-plan", _workspace["absent.json"], Table()).ExitCode);
    }

    private string Certificate()
    {
        var certificate = _workspace["certificate.json"];
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("plan", Table(), "--certificate", certificate).ExitCode);
        Assert.Equal(ExitCodes.Done, ProgramRun.Of("verify-plan", certificate, Table()).ExitCode);
        return certificate;
    }

    private string Table() => _workspace.File("poor.csv", """
        county_code,school_code,stage,enrolment,school_type,above_degree_teachers,backbone_teachers,pe_art_teachers,teaching_area_m2,sports_area_m2,equipment_yuan,multimedia_rooms
        900001,S1,primary,200,primary,9,2,1,500,1500,400000,5
        900001,S2,primary,300,primary,14,4,3,1400,2400,700000,8
        """);
}

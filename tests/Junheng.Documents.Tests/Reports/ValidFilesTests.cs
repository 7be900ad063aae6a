using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Junheng.Application.Reports;
using Junheng.Documents.Reports;

namespace Junheng.Documents.Tests.Reports;

public sealed class ValidFilesTests
{
    public static TheoryData<string> Samples => [.. PaperSamples.All.Select(sample => sample.Name)];

    /// <summary>The standard of 2012 has no application form.</summary>
    public static TheoryData<string> SamplesWithForm => [.. PaperSamples.All.Select(sample => sample.Name).Where(name => name != "2012")];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_workbook_satisfies_the_validator(string sample)
    {
        var workbook = Report(sample).Workbook();

        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(Errors(document));
    }

    [Theory]
    [MemberData(nameof(SamplesWithForm))]
    public void Every_document_satisfies_the_validator(string sample)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Report(sample).Document()), false);
        Assert.Empty(Errors(document));
    }

    [Fact]
    public void An_overview_of_counties_satisfies_the_validator()
    {
        var overview = PaperSamples.Bytes(stream => new PaperFormats().Overview(CountiesOverview.Of(PaperSamples.County), stream));

        using var document = SpreadsheetDocument.Open(new MemoryStream(overview), false);
        Assert.Empty(Errors(document));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_same_result_gives_the_same_bytes(string sample)
    {
        Assert.Equal(Report(sample).Workbook(), Report(sample).Workbook());
        if (sample != "2012")
        {
            Assert.Equal(Report(sample).Document(), Report(sample).Document());
        }
    }

    private static Application.Assess.AssessmentReport Report(string name) => PaperSamples.All.Single(sample => sample.Name == name).Report;

    private static IEnumerable<string> Errors(OpenXmlPackage document) => new OpenXmlValidator(FileFormatVersions.Office2010)
        .Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").Take(20);
}

using Junheng.Application.Explain;
using Junheng.Application.Tests.WhatIf;
using Junheng.Domain.Text;

namespace Junheng.Application.Tests.Explain;

public class FormulaWordsTests
{
    private static readonly Assessment.Standards.StandardInForce _inForce = SampleBaseline.County.Report.Result.InForce;

    [Theory]
    [InlineData("R1", Language.Zh, "100 × 高于规定学历教师数 ÷ 在校生数")]
    [InlineData("R1", Language.En, "100 × Teachers above the required degree ÷ Enrolment")]
    public void An_indicator_is_read_by_the_names_of_its_columns(string id, Language language, string words) =>
        Assert.Equal(words, FormulaWords.Of(_inForce.Standard, _inForce.Standard.Indicators.First(each => each.Id == id).Formula.ToString(), language));

    [Fact]
    public void No_id_is_left_in_the_formula_of_any_item() => Assert.All(_inForce.Standard.Items.Where(item => item.Test is not null), item =>
        Assert.DoesNotMatch("[a-z$]{2}", FormulaWords.Of(_inForce, item, item.Test!.ByNorm[_inForce.NormIndex(item)].ToString()!, Language.Zh)));

    [Fact]
    public void A_norm_stands_as_its_number()
    {
        var size = _inForce.Standard.Items.First(item => item.Id == "G4");
        Assert.Equal("超过规模的小学数 ≤ 0，且 超过规模的初中数 ≤ 0，且 超过规模的一贯制学校数 ≤ 0", FormulaWords.Of(_inForce, size, size.Test!.ByNorm[_inForce.NormIndex(size)].ToString()!, Language.Zh));
    }
}

using Junheng.Application.Accounts;

namespace Junheng.Application.Tests.Accounts;

/// <summary>S4: the second factor is that of RFC 6238.</summary>
public class TotpTests
{
    private static readonly byte[] _secret = "12345678901234567890"u8.ToArray();

    /// <summary>Appendix B of the RFC, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.Code(_secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void A_code_is_good_for_one_step_before_and_after()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = Totp.Code(_secret, Totp.StepAt(now));

        Assert.Equal(Totp.StepAt(now), Totp.StepOf(_secret, code, now.AddSeconds(30)));
        Assert.Equal(Totp.StepAt(now), Totp.StepOf(_secret, code, now.AddSeconds(-30)));
        Assert.Null(Totp.StepOf(_secret, code, now.AddSeconds(60)));
        Assert.Null(Totp.StepOf(_secret, "", now));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base_32(string text, string expected) => Assert.Equal(expected, Totp.Base32(System.Text.Encoding.UTF8.GetBytes(text)));
}

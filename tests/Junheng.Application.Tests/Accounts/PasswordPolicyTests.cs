using Junheng.Application.Accounts;

namespace Junheng.Application.Tests.Accounts;

/// <summary>S4: which passwords are accepted.</summary>
public class PasswordPolicyTests
{
    [Theory]
    [InlineData("今天天气很好我们去看河")]
    [InlineData("correct horse battery")]
    [InlineData("kf93-xmq2-77wz")]
    public void Length_is_enough(string password) => Assert.Empty(PasswordPolicy.Faults(password, "wangfang"));

    [Theory]
    [InlineData("short", PasswordFault.TooShort)]
    [InlineData("Password2026!", PasswordFault.Common)]
    [InlineData("1234567890", PasswordFault.Common)]
    [InlineData("0987654321", PasswordFault.Common)]
    [InlineData("aaaaaaaaaaaa", PasswordFault.Common)]
    [InlineData("abababababab", PasswordFault.Common)]
    [InlineData("qwertyuiop123", PasswordFault.Common)]
    [InlineData("my-WangFang-88", PasswordFault.HoldsName)]
    public void What_is_guessed_first_is_refused(string password, PasswordFault fault) => Assert.Contains(fault, PasswordPolicy.Faults(password, "wangfang"));

    [Fact]
    public void A_novel_is_refused_before_it_is_hashed() => Assert.Equal([PasswordFault.TooLong], PasswordPolicy.Faults(new string('长', 129), "x"));

    [Theory]
    [InlineData("wangfang", true)]
    [InlineData("王芳", true)]
    [InlineData("a.b_c-d@e", true)]
    [InlineData("a", false)]
    [InlineData("a b", false)]
    [InlineData("<b>x</b>", false)]
    [InlineData("ａｂ", false)]
    public void A_user_name_is_letters_digits_and_a_few_signs(string name, bool valid) => Assert.Equal(valid, UserName.IsValid(name));

    [Fact]
    public void Names_that_look_the_same_are_the_same()
    {
        Assert.Equal(UserName.Normalize("WangFang"), UserName.Normalize(" ｗａｎｇfang "));
        Assert.NotEmpty(UserName.Normalize("\ud800x"));
    }

    [Fact]
    public void Each_lock_lasts_twice_as_long_up_to_a_day() => Assert.Equal(
        [15, 30, 60, 120, 1440, 1440], new[] { 0, 1, 2, 3, 9, 1000 }.Select(earlier => (int)SessionRules.LockAfter(earlier).TotalMinutes));
}

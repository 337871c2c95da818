using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Tests.Presentation;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(1_234_567_890, "$1.2B")]
    [InlineData(45_000_000, "$45M")]
    [InlineData(412_400_000, "$412M")]
    [InlineData(999_600, "$1.0M")]
    [InlineData(9_996_000, "$10M")]
    [InlineData(870, "$870")]
    [InlineData(0, "$0")]
    [InlineData(-2_500, "-$2.5K")]
    [InlineData(double.NaN, "n/a")]
    public void Money_AnyAmount_KeepsTwoOrThreeDigits(double amount, string expected) =>
        Assert.Equal(expected, NumberText.Money(amount));

    [Theory]
    [InlineData(12e6, 3e6, 31e6, "$12M (3-31)")]
    [InlineData(4.2e6, 0.43e6, 26e6, "$4.2M (0.4-26)")]
    [InlineData(870e3, 210e3, 5.2e6, "$870K ($210K-$5.2M)")]
    [InlineData(400, 0, 900, "$400 (0-900)")]
    [InlineData(400, 0, 9000, "$400 ($0-$9.0K)")]
    [InlineData(double.NaN, 0, 1, "n/a")]
    public void MoneyRange_AnyRange_SharesTheUnitWhereItCan(double amount, double low, double high, string expected) =>
        Assert.Equal(expected, NumberText.MoneyRange(amount, low, high));

    [Theory]
    [InlineData(0.114, "+0.11")]
    [InlineData(-0.02, "-0.02")]
    [InlineData(double.NaN, "n/a")]
    public void SignedShare_Share_ShowsItsSign(double value, string expected) =>
        Assert.Equal(expected, NumberText.SignedShare(value));

    [Theory]
    [InlineData(-0.031, "-3.1%")]
    [InlineData(0.0004, "0.0%")]
    [InlineData(0, "0.0%")]
    [InlineData(double.NaN, "n/a")]
    public void SignedPercent_Fraction_ShowsItsSign(double fraction, string expected) =>
        Assert.Equal(expected, NumberText.SignedPercent(fraction));

    [Theory]
    [InlineData(14, 1, "14 : 1")]
    [InlineData(3.2, 1, "3.2 : 1")]
    [InlineData(5, 0, "> 99 : 1")]
    [InlineData(0, 0, "n/a")]
    [InlineData(double.NaN, 1, "n/a")]
    public void Ratio_LargerToSmaller_StaysReadable(double larger, double smaller, string expected) =>
        Assert.Equal(expected, NumberText.Ratio(larger, smaller));

    [Theory]
    [InlineData(84_050.4, 0, "84,050")]
    [InlineData(0.12345, 4, "0.1235")]
    public void Price_WithDigits_SeparatesThousands(double price, int digits, string expected) =>
        Assert.Equal(expected, NumberText.Price(price, digits));

    [Theory]
    [InlineData(40, "40 s")]
    [InlineData(720, "12 min")]
    [InlineData(5 * 3600, "5 h")]
    [InlineData(72 * 3600, "3 d")]
    public void Age_Seconds_ReadInTheLargestUnit(int seconds, string expected) =>
        Assert.Equal(expected, NumberText.Age(TimeSpan.FromSeconds(seconds)));
}

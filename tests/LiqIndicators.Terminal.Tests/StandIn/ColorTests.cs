using cAlgo.API;

namespace LiqIndicators.Terminal.Tests.StandIn;

public sealed class ColorTests
{
    // Values of the names: CSS Color Module, named colours.
    [Theory]
    [InlineData("Orange", "#FFFFA500")]
    [InlineData("dodgerblue", "#FF1E90FF")]
    [InlineData("Transparent", "#00FFFFFF")]
    public void FromName_Known_IsTheNamedColor(string name, string expected) =>
        Assert.Equal(expected, Color.FromName(name).ToHexString());

    [Theory]
    [InlineData("#1E90FF", 255, 30, 144, 255)]
    [InlineData("#801E90FF", 128, 30, 144, 255)]
    [InlineData("#FA0", 255, 255, 170, 0)]
    public void FromHex_GoodText_GivesItsChannels(string hex, int alpha, int red, int green, int blue)
    {
        Color color = Color.FromHex(hex);

        Assert.Equal((alpha, red, green, blue), (color.A, color.R, color.G, color.B));
        Assert.Equal(color, Color.FromArgb(alpha, red, green, blue));
        Assert.Equal(color, Color.FromArgb(color.ToArgb()));
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("#GG0000")]
    [InlineData("nocolor")]
    public void Implicit_BadText_NamesTheText(string text) =>
        Assert.Contains(text, Assert.Throws<ArgumentException>(() => (Color)text).Message, StringComparison.Ordinal);

    [Fact]
    public void FromArgb_AlphaAndColor_ChangesTheAlphaOnly() =>
        Assert.Equal("#40FFA500", Color.FromArgb(64, Color.Orange).ToHexString());

    [Fact]
    public void FromArgb_OutOfRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Color.FromArgb(256, 0, 0));

    [Fact]
    public void Equality_SameChannels_IsTrue()
    {
        Assert.True(Color.Red == "#FF0000");
        Assert.True(Color.Red != Color.Blue);
        Assert.False(Color.Red.Equals(null));
    }
}

using LiqIndicators.Terminal.Rendering.Fonts;
using LiqIndicators.TestKit;
using SkiaSharp;

namespace LiqIndicators.Terminal.Tests.Rendering;

public sealed class FontTests
{
    [Theory]
    [InlineData("Inter-Regular.otf", false)]
    [InlineData("Inter-SemiBold.otf", true)]
    public void EmbeddedFonts_HoldExactlyTheFilesOfTheRepository(string file, bool isBold)
    {
        SKTypeface face = isBold ? EmbeddedFonts.SemiBold : EmbeddedFonts.Regular;
        using SKStreamAsset stream = face.OpenStream();
        byte[] loaded = new byte[stream.Length];
        Assert.Equal(loaded.Length, stream.Read(loaded, loaded.Length));

        Assert.Equal(File.ReadAllBytes(Path.Combine(Fonts(), file)), loaded);
        Assert.StartsWith("Inter", face.FamilyName, StringComparison.Ordinal);
    }

    [Fact]
    public void EmbeddedFonts_TravelWithTheirLicence()
    {
        using Stream? stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream("LiqIndicators.Terminal.Fonts.Inter-OFL.txt");
        Assert.NotNull(stream);
        using StreamReader reader = new(stream);

        Assert.Contains("SIL OPEN FONT LICENSE Version 1.1", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Terminal_NeverAsksForAFontOfTheMachine()
    {
        string[] ways = ["SKFontManager", "FromFamilyName", "SKTypeface.Default", "SKTypeface.CreateDefault", "FromFile(", "new SKFont()"];

        IEnumerable<string> found =
            from file in Directory.EnumerateFiles(Path.Combine(Fonts(), "..", ".."), "*.cs", SearchOption.AllDirectories)
            from way in ways
            where File.ReadAllText(file).Contains(way, StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {way}";

        Assert.Empty(found);
    }

    [Fact]
    public void EmbeddedFonts_KnowTheSignsOfTradingScreens()
    {
        foreach (char sign in "$€%+-−–·:,.()/<>≈±×→▲▼●■◆★")
        {
            Assert.True(EmbeddedFonts.Regular.GetGlyph(sign) != 0, $"No glyph for {sign}.");
            Assert.True(EmbeddedFonts.SemiBold.GetGlyph(sign) != 0, $"No bold glyph for {sign}.");
        }
    }

    [Fact]
    public void Measure_Digits_AreEquallyWide()
    {
        using Letters letters = new(12);

        Assert.Equal(letters.Measure("0000").Width, letters.Measure("1471").Width, tolerance: 1e-4);
    }

    [Fact]
    public void Measure_TwoLines_AreTwiceAsHighAndAsWideAsTheWider()
    {
        using Letters letters = new(12, isBold: true);

        SKSize size = letters.Measure("wide line\r\nx");

        Assert.Equal(2 * letters.LineHeight, size.Height, tolerance: 1e-6);
        Assert.Equal(letters.Measure("wide line").Width, size.Width, tolerance: 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-3)]
    public void Letters_SizeNotGiven_TakeTheUsualOne(double size)
    {
        using Letters unsized = new(size);
        using Letters usual = new(12);

        Assert.Equal(usual.Measure("text").Width, unsized.Measure("text").Width);
    }

    private static string Fonts() => Path.Combine(Repository.Root, "Shared", "LiqIndicators.Terminal", "Rendering", "Fonts");
}

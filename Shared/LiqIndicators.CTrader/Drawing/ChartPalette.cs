using cAlgo.API;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.CTrader.Drawing;

/// <summary>Colours of everything we draw: orange for longs, blue for shorts, so that candles keep red and green and every eye tells them apart.</summary>
/// <param name="Longs">Bands and numbers about long positions.</param>
/// <param name="Shorts">Bands and numbers about short positions.</param>
/// <param name="Text">Plain numbers.</param>
/// <param name="Quiet">Names and small print.</param>
/// <param name="Warning">What must not be overlooked.</param>
/// <param name="Stale">Everything, once the data are too old.</param>
/// <param name="Card">Background of the card: 95% opaque, so that candles behind it do not read as letters.</param>
/// <param name="CardBorder">Edge of the card.</param>
public sealed record ChartPalette(
    Color Longs, Color Shorts, Color Text, Color Quiet, Color Warning, Color Stale, Color Card, Color CardBorder)
{
    private static readonly ChartPalette Dark = new(
        Color.FromHex("FFF29E38"),
        Color.FromHex("FF4FA3FF"),
        Color.FromHex("FFE6E9EE"),
        Color.FromHex("FF98A1AE"),
        Color.FromHex("FFFFD166"),
        Color.FromHex("FF7C8490"),
        Color.FromHex("F2161B22"),
        Color.FromHex("FF303843"));

    private static readonly ChartPalette Light = new(
        Color.FromHex("FFC96A00"),
        Color.FromHex("FF1565C0"),
        Color.FromHex("FF1D2430"),
        Color.FromHex("FF5C6675"),
        Color.FromHex("FF9A5B00"),
        Color.FromHex("FF9AA2AD"),
        Color.FromHex("F2FFFFFF"),
        Color.FromHex("FFD0D6DE"));

    /// <summary>The colours that go with a theme of the platform, with the user's own colours for the two sides.</summary>
    /// <param name="theme">Theme of the terminal.</param>
    /// <param name="longs">The user's colour for longs; null, or left as the dark theme's, for the theme's own.</param>
    /// <param name="shorts">The user's colour for shorts; null, or left as the dark theme's, for the theme's own.</param>
    public static ChartPalette For(ColorTheme theme, Color? longs = null, Color? shorts = null)
    {
        ChartPalette palette = theme == ColorTheme.Light ? Light : Dark;
        return palette with
        {
            Longs = longs is null || longs == Dark.Longs ? palette.Longs : longs,
            Shorts = shorts is null || shorts == Dark.Shorts ? palette.Shorts : shorts,
        };
    }

    /// <summary>Colour of a side of positions.</summary>
    public Color Of(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;

    /// <summary>Colour of a line of the card.</summary>
    public Color Of(HudTone tone) => tone switch
    {
        HudTone.Longs => Longs,
        HudTone.Shorts => Shorts,
        HudTone.Warning => Warning,
        HudTone.Quiet or HudTone.Lack => Quiet,
        _ => Text,
    };
}

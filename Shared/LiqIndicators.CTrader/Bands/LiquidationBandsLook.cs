using cAlgo.API;
using LiqIndicators.CTrader.Alerts;
using LiqIndicators.Sessions.Bands;

namespace LiqIndicators.CTrader.Bands;

/// <summary>How the bands are shown.</summary>
/// <param name="Longs">Colour of longs; null for the theme's.</param>
/// <param name="Shorts">Colour of shorts; null for the theme's.</param>
/// <param name="ShowCard">Whether the card is on the chart.</param>
/// <param name="Alerts">How they may make themselves heard.</param>
/// <param name="Mode">How the map is drawn.</param>
/// <param name="ShowOwnStopOut">Whether the account's own stop-out is drawn.</param>
public sealed record LiquidationBandsLook(
    Color? Longs, Color? Shorts, bool ShowCard, AlertChoice Alerts, BandMode Mode = BandMode.Bands, bool ShowOwnStopOut = true);

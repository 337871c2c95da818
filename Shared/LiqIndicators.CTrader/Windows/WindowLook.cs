using cAlgo.API;
using LiqIndicators.CTrader.Alerts;

namespace LiqIndicators.CTrader.Windows;

/// <summary>How an indicator in its own window is shown.</summary>
/// <param name="ShowsText">Whether the window carries its line of text.</param>
/// <param name="Longs">Colour of longs on the price chart; null for the theme's.</param>
/// <param name="Shorts">Colour of shorts on the price chart; null for the theme's.</param>
/// <param name="Alerts">How it may make itself heard.</param>
public sealed record WindowLook(bool ShowsText, Color? Longs, Color? Shorts, AlertChoice Alerts);

using cAlgo.API;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Feeds.Opening;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Shows <see cref="CascadeSession"/>.</summary>
public sealed class CascadeView : WindowView<CascadeReadings>
{
    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public CascadeView(Indicator algo, CascadeOptions options, WindowLook look, FeedInputs data, Action<int, CascadeReadings> write)
        : base(algo, feed => new CascadeSession(options with { PriceDigits = algo.Symbol.Digits }, feed), look, data, write)
    {
    }
}

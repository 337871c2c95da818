using cAlgo.API;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Shows <see cref="TapeSession"/>.</summary>
public sealed class TapeView : WindowView<TapeReadings>
{
    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public TapeView(Indicator algo, TapeOptions options, WindowLook look, FeedInputs data, Action<int, TapeReadings> write)
        : base(algo, feed => new TapeSession(options, feed), look, data, write)
    {
    }
}

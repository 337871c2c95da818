using cAlgo.API;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.OpenInterest;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Shows <see cref="OpenInterestSession"/>.</summary>
public sealed class OpenInterestView : WindowView<OpenInterestReadings>
{
    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public OpenInterestView(Indicator algo, OpenInterestOptions options, WindowLook look, FeedInputs data, Action<int, OpenInterestReadings> write)
        : base(algo, feed => new OpenInterestSession(options, feed), look, data, write)
    {
    }
}

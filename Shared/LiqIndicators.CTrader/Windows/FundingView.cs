using cAlgo.API;
using LiqIndicators.Sessions.Feeds.Opening;
using LiqIndicators.Sessions.Funding;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Shows <see cref="FundingSession"/>.</summary>
public sealed class FundingView : WindowView<FundingReadings>
{
    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="data">Where data come from.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public FundingView(Indicator algo, FundingOptions options, WindowLook look, FeedInputs data, Action<int, FundingReadings> write)
        : base(algo, feed => new FundingSession(options, feed), look, data, write)
    {
    }
}

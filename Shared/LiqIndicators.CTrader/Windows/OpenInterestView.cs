using cAlgo.API;
using LiqIndicators.Sessions.OpenInterest;

namespace LiqIndicators.CTrader.Windows;

/// <summary>Shows <see cref="OpenInterestSession"/>.</summary>
public sealed class OpenInterestView : WindowView<OpenInterestReadings>
{
    /// <summary>Starts on the chart of an indicator.</summary>
    /// <param name="algo">The indicator.</param>
    /// <param name="options">What to compute.</param>
    /// <param name="look">How to show it.</param>
    /// <param name="write">Writes the readings of a bar to the outputs.</param>
    public OpenInterestView(Indicator algo, OpenInterestOptions options, WindowLook look, Action<int, OpenInterestReadings> write)
        : base(algo, feed => new OpenInterestSession(options, feed), look, write)
    {
    }
}

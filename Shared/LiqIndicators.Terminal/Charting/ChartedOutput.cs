using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>One line of an indicator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Value per bar; NaN for none.</param>
/// <param name="Line">How it is drawn.</param>
/// <param name="ShowsLastValue">Whether its last value is written out.</param>
public sealed record ChartedOutput(string Name, DataSeries Values, IndicatorLine Line, bool ShowsLastValue);

/// <summary>A fill between two lines of an indicator.</summary>
/// <param name="First">One edge.</param>
/// <param name="Second">The other edge.</param>
/// <param name="FirstColor">Colour where the first lies above.</param>
/// <param name="SecondColor">Colour where the second lies above.</param>
/// <param name="Opacity">In [0, 1].</param>
public sealed record ChartedCloud(ChartedOutput First, ChartedOutput Second, Color FirstColor, Color SecondColor, double Opacity);

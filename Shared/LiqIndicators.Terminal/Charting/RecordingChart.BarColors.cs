using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>Colours of single bars.</content>
public sealed partial class RecordingChart
{
    private readonly Dictionary<long, BarColors> _barColors = [];

    void Chart.SetBarColor(long barIndex, Color color) => _barColors[barIndex] = ColorsOf(barIndex) with { Fill = color, Outline = color };

    void Chart.SetBarFillColor(long barIndex, Color color) => _barColors[barIndex] = ColorsOf(barIndex) with { Fill = color };

    void Chart.SetBarOutlineColor(long barIndex, Color color) => _barColors[barIndex] = ColorsOf(barIndex) with { Outline = color };

    void Chart.SetTickVolumeColor(long barIndex, Color color) => _barColors[barIndex] = ColorsOf(barIndex) with { TickVolume = color };

    void Chart.ResetBarColor(long barIndex) => _barColors[barIndex] = ColorsOf(barIndex) with { Fill = null, Outline = null };

    void Chart.ResetBarColors() => ResetAll(colors => colors with { Fill = null, Outline = null });

    void Chart.ResetTickVolumeColor(long barIndex) => _barColors[barIndex] = ColorsOf(barIndex) with { TickVolume = null };

    void Chart.ResetTickVolumeColors() => ResetAll(colors => colors with { TickVolume = null });

    private BarColors ColorsOf(long barIndex) => _barColors.GetValueOrDefault(barIndex);

    private void ResetAll(Func<BarColors, BarColors> reset)
    {
        foreach (long barIndex in _barColors.Keys.ToArray())
        {
            _barColors[barIndex] = reset(_barColors[barIndex]);
        }
    }
}

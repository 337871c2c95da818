using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Objects;

/// <summary>A straight line between two points.</summary>
internal sealed class RecordedTrendLine : RecordedSpan, ChartTrendLine
{
    private bool _showAngle;
    private bool _extendToInfinity;

    public RecordedTrendLine(RecordingArea area, string name, Corners corners, LineLook look)
        : base(area, name, ChartObjectType.TrendLine, corners, look)
    {
    }

    public bool ShowAngle
    {
        get => _showAngle;
        set => Set(ref _showAngle, value);
    }

    public bool ExtendToInfinity
    {
        get => _extendToInfinity;
        set => Set(ref _extendToInfinity, value);
    }

    public double CalculateY(int barIndex) => YAt(barIndex);

    public double CalculateY(DateTime time) => YAt(ChartTimes.IndexOf(Bars, time));

    private double YAt(double index)
    {
        double start = ChartTimes.IndexOf(Bars, Time1);
        double end = ChartTimes.IndexOf(Bars, Time2);
        return start == end ? double.NaN : Y1 + ((index - start) / (end - start) * (Y2 - Y1));
    }
}

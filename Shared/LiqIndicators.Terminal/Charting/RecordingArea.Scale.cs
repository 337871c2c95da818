using System.Globalization;
using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <content>Scale and pixels.</content>
public abstract partial class RecordingArea
{
    private const double Padding = 0.08;

    double ChartArea.Width => Owner.View.Width;

    double ChartArea.Height => _height;

    double ChartArea.BottomY => Range().Bottom;

    double ChartArea.TopY => Range().Top;

    void ChartArea.SetYRange(double bottomY, double topY)
    {
        Host.CheckAccess();
        if (!double.IsFinite(bottomY) || !double.IsFinite(topY) || bottomY >= topY)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"SetYRange({bottomY}, {topY}): expected finite numbers, the first below the second."));
        }

        (double bottom, double top) = Range();
        _fixedRange = (bottomY, topY);
        if (bottom != bottomY || top != topY)
        {
            RaiseScroll(0, bottomY - bottom, topY - top);
        }
    }

    DateTime ChartArea.XToTime(double x) => ChartTimes.TimeOf(Bars, IndexOfX(x));

    double ChartArea.TimeToX(DateTime time) => XOfIndex(ChartTimes.IndexOf(Bars, time));

    double ChartArea.XToBarIndex(double x) => IndexOfX(x);

    double ChartArea.BarIndexToX(double barIndex) => XOfIndex(barIndex);

    double ChartArea.YToYValue(double y)
    {
        (double bottom, double top) = Range();
        return top - (y / _height * (top - bottom));
    }

    double ChartArea.YValueToY(double yValue)
    {
        (double bottom, double top) = Range();
        return (top - yValue) / (top - bottom) * _height;
    }

    /// <summary>Values at the bottom and the top edge.</summary>
    internal (double Bottom, double Top) Range()
    {
        if (_fixedRange is (double, double) given)
        {
            return given;
        }

        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double value in ValuesInSight())
        {
            if (double.IsFinite(value))
            {
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
        }

        if (low > high)
        {
            return (0, 1);
        }

        double room = high > low ? (high - low) * Padding : Math.Max(Math.Abs(high) * 0.01, 1e-6);
        return (low - room, high + room);
    }

    /// <summary>What the pane scales itself by.</summary>
    private protected abstract IEnumerable<double> ValuesInSight();

    internal void RaiseScroll(int barsDelta, double bottomYDelta, double topYDelta) =>
        ScrollChangedEvent.Raise(Host, "ScrollChanged", new ChartScrollEventArgs(Owner, this, barsDelta, bottomYDelta, topYDelta));

    internal void RaiseSize() => SizeChangedEvent.Raise(Host, "SizeChanged", new ChartSizeEventArgs(Owner, this));

    private protected void SetHeight(double height) => _height = height;

    private double XOfIndex(double index) => (index - Owner.View.LeftSlot(Bars) + 0.5) * Owner.View.BarWidth;

    private double IndexOfX(double x) => (x / Owner.View.BarWidth) + Owner.View.LeftSlot(Bars) - 0.5;
}

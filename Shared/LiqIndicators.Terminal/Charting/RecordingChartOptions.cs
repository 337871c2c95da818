using cAlgo.API;

namespace LiqIndicators.Terminal.Charting;

/// <summary>How a recording chart starts; every value has a default.</summary>
public sealed record RecordingChartOptions
{
    /// <summary>Identity of the chart.</summary>
    public Guid Id { get; init; } = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Width of the panes in pixels; &gt; 0.</summary>
    public double Width { get; init; } = 1520;

    /// <summary>Height of the price pane in pixels; &gt; 0.</summary>
    public double Height { get; init; } = 870;

    /// <summary>Theme of the application.</summary>
    public ColorTheme Theme { get; init; } = ColorTheme.Dark;

    /// <summary>Bars of empty room after the newest one; at least 0.</summary>
    public int RightMarginBars { get; init; } = 8;

    /// <summary>Whether a new bar at the right edge counts as scrolling. Not established for the platform, so test both.</summary>
    public bool RaisesScrollOnNewBar { get; init; } = true;

    /// <summary>Changes time frame and symbol of the chart, or null when it can show no others.</summary>
    internal Func<TimeFrame, string, bool>? TryChange { get; init; }
}

using cAlgo.API;

namespace LiqIndicators.Terminal.Charting.Pictures;

/// <summary>What a picture of a chart shows; every value has a default.</summary>
public sealed record ChartPictureOptions
{
    /// <summary>Width in pixels; in [320, 8000].</summary>
    public int Width { get; init; } = 1600;

    /// <summary>Height in pixels; in [200, 8000].</summary>
    public int Height { get; init; } = 900;

    /// <summary>Colours of the chart itself; null takes those that the chart has. Drawings keep their own colours.</summary>
    public ColorTheme? Theme { get; init; }

    /// <summary>Newest bars in sight; at least 1. Not used when <see cref="FromUtc"/> or <see cref="ToUtc"/> is given.</summary>
    public int LastBars { get; init; } = 160;

    /// <summary>First time in sight, or null for the oldest bar.</summary>
    public DateTime? FromUtc { get; init; }

    /// <summary>Last time in sight, or null for the newest bar.</summary>
    public DateTime? ToUtc { get; init; }

    /// <summary>Empty room after the last bar in sight, in bars; in [0, 1000].</summary>
    public int RightMarginBars { get; init; } = 8;

    /// <summary>Lowest and highest price in sight, or null for what the chart or else the candles give.</summary>
    public (double Low, double High)? PriceRange { get; init; }
}

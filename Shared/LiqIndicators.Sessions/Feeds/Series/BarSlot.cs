namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>What one venue published about one bar; NaN where nothing was.</summary>
internal struct BarSlot
{
    public double Open;
    public double High;
    public double Low;
    public double Close;
    public double Volume;
    public double OpenInterestQuantity;
    public double OpenInterestNotional;
    public double LiquidatedLong;
    public double LiquidatedShort;
    public double LongPrints;
    public double ShortPrints;
    public double RunningFundingRate;
    public double FundingCap;

    public static readonly BarSlot Empty = new()
    {
        Open = double.NaN,
        High = double.NaN,
        Low = double.NaN,
        Close = double.NaN,
        Volume = double.NaN,
        OpenInterestQuantity = double.NaN,
        OpenInterestNotional = double.NaN,
        LiquidatedLong = double.NaN,
        LiquidatedShort = double.NaN,
        LongPrints = double.NaN,
        ShortPrints = double.NaN,
        RunningFundingRate = double.NaN,
        FundingCap = double.NaN,
    };

    public readonly bool HasCandle => !double.IsNaN(Close);

    public readonly bool HasOpenInterest => !double.IsNaN(OpenInterestQuantity) || !double.IsNaN(OpenInterestNotional);

    /// <summary>Whether it is known what was liquidated.</summary>
    public readonly bool HasLiquidated => !double.IsNaN(LiquidatedLong);
}

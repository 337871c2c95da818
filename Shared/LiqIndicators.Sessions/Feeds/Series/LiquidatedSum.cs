namespace LiqIndicators.Sessions.Feeds.Series;

/// <summary>What one source says was liquidated during a bar.</summary>
/// <param name="LongNotional">Long positions; quote currency, or NaN.</param>
/// <param name="ShortNotional">Short positions; quote currency, or NaN.</param>
/// <param name="LongPrints">How many liquidations of longs; NaN when only the sum is told.</param>
/// <param name="ShortPrints">How many liquidations of shorts; NaN when only the sum is told.</param>
internal readonly record struct LiquidatedSum(double LongNotional, double ShortNotional, double LongPrints, double ShortPrints)
{
    public static LiquidatedSum operator +(LiquidatedSum a, LiquidatedSum b) => new(
        a.LongNotional + b.LongNotional, a.ShortNotional + b.ShortNotional, a.LongPrints + b.LongPrints, a.ShortPrints + b.ShortPrints);
}

using cAlgo.API;

namespace LiqIndicators.Terminal.Brokerage;

/// <summary>What the broker closes next while the margin level is below the stop-out level.</summary>
internal static class StopOutRule
{
    /// <summary>The position of the largest margin whose market is open, and how much of it; null when nothing can be closed.</summary>
    internal static (BrokerPosition Position, double Volume)? Next(Broker broker, DateTime nowUtc)
    {
        BrokerPosition? largest = null;
        foreach (BrokerPosition position in broker.Positions)
        {
            if (position.Symbol.IsOpenAt(nowUtc) && (largest is null || position.Margin > largest.Margin))
            {
                largest = position;
            }
        }

        if (largest is null)
        {
            return null;
        }

        return (largest, broker.Options.StopOut == StopOutKind.Fair ? largest.Volume : SmallestEnough(broker, largest));
    }

    /// <summary>Goes up step by step until what is closed brings the level back; the whole volume when no step does.</summary>
    private static double SmallestEnough(Broker broker, BrokerPosition position)
    {
        BrokerSymbol symbol = position.Symbol;
        decimal step = (decimal)symbol.Specification.VolumeStep;
        double price = symbol.FillPrice(position.TradeType == TradeType.Buy ? TradeType.Sell : TradeType.Buy);
        double equity = broker.Equity;
        double otherMargin = broker.Margin - symbol.Margin;
        for (decimal part = step; part < (decimal)position.Volume; part += step)
        {
            double volume = (double)part;
            if (!symbol.Accepts(volume) || !symbol.Accepts((double)((decimal)position.Volume - part)))
            {
                continue;
            }

            double equityAfter = equity
                + position.GrossProfitOf(volume, price) - position.GrossProfitOf(volume, position.CurrentPrice)
                + symbol.CommissionOf(volume, price);
            double value = volume * position.EntryPrice;
            double marginAfter = otherMargin + (position.TradeType == TradeType.Buy
                ? symbol.MarginWith(symbol.LongVolume - volume, symbol.LongValue - value, symbol.ShortVolume, symbol.ShortValue)
                : symbol.MarginWith(symbol.LongVolume, symbol.LongValue, symbol.ShortVolume - volume, symbol.ShortValue - value));
            if (100 * equityAfter >= broker.Options.StopOutLevel * marginAfter)
            {
                return volume;
            }
        }

        return position.Volume;
    }
}

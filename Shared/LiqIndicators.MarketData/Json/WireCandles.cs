using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;

namespace LiqIndicators.MarketData.Json;

/// <summary>Reads and checks the four prices of a bar.</summary>
internal static class WireCandles
{
    /// <summary>Prices that stand in four places of a list, from <paramref name="first"/> on: open, high, low, close.</summary>
    public static CandleRow Read(WireValue row, int first, DateTime timeUtc, CandlePrice price) => Checked(
        timeUtc,
        row.At(first, "open"),
        row.At(first + 1, "high"),
        row.At(first + 2, "low"),
        row.At(first + 3, "close"),
        price);

    /// <summary>Prices of a bar without volumes: above 0, and open and close between low and high. A premium is any fraction.</summary>
    public static CandleRow Checked(
        DateTime timeUtc, WireValue open, WireValue high, WireValue low, WireValue close, CandlePrice price)
    {
        if (price == CandlePrice.Premium)
        {
            return new CandleRow(timeUtc, open.Fraction(), high.Fraction(), low.Fraction(), close.Fraction(), null, null);
        }

        CandleRow row = new(
            timeUtc, open.PositiveNumber(), high.PositiveNumber(), low.PositiveNumber(), close.PositiveNumber(), null, null);
        if (row.High < Math.Max(row.Open, row.Close))
        {
            throw high.Refuse("at least open and close");
        }

        return row.Low <= Math.Min(row.Open, row.Close) ? row : throw low.Refuse("at most open and close");
    }
}

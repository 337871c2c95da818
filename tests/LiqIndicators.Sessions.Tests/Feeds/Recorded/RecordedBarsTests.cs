using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Rows;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Sessions.Feeds.Recorded;

namespace LiqIndicators.Sessions.Tests.Feeds.Recorded;

/// <summary>Recordings of several venues as the bars of one market; numbers worked by hand.</summary>
public sealed class RecordedBarsTests
{
    private static readonly TimeSpan Bar = TimeSpan.FromMinutes(5);
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Of_TwoVenues_AddsOpenInterestAsNotionalAtEachVenuesPrice()
    {
        List<VenueRecording> leftOut = [];

        IReadOnlyList<MarketBar> bars = RecordedBars.Of(
            [Recording(VenueId.Binance, 4, price: 100, coins: 30), Recording(VenueId.Bybit, 4, price: 101, coins: 20)], Bar, leftOut);

        // 30 coins at 100 and 20 at 101 are 5,020, which is 50.2 coins at the first venue's price.
        Assert.Equal(4, bars.Count);
        Assert.All(bars, bar => Assert.Equal((100, 50.2), (bar.Close, bar.OpenInterestQuantity)));
        Assert.Empty(leftOut);
    }

    [Fact]
    public void Of_AVenueThatIsWeighed_CountsByItsWeight()
    {
        MarketBar bar = RecordedBars.Of(
            [Recording(VenueId.Binance, 4, price: 100, coins: 30), Recording(VenueId.Bybit, 4, price: 101, coins: 20) with { Weight = 0.5 }], Bar, [])[0];

        // 30 coins at 100 and half of 20 at 101 are 4,010. Each venue traded one coin: 100 and half of 101.
        Assert.Equal(40.1, bar.OpenInterestQuantity, tolerance: 1e-12);
        Assert.Equal(1.505, bar.VolumeQuantity, tolerance: 1e-12);
    }

    // A thousand coins at 0.0101 and one at 0.00001, and the first venue without its third bar.
    [Fact]
    public void Of_UnitsOfAThousandCoinsBesideOne_AreOneUnitWhicheverVenueHasTheBar()
    {
        VenueRecording thousands = Recording(VenueId.Binance, 5, price: 0.0101m, coins: 2_000_000);
        thousands = thousands with { Candles = [.. thousands.Candles.Where((_, i) => i != 2)] };

        IReadOnlyList<MarketBar> bars = RecordedBars.Of([thousands, Recording(VenueId.Okx, 5, price: 0.00001m, coins: 1_000_000_000)], Bar, []);

        Assert.Equal([0.0101, 0.0101, 0.01, 0.0101, 0.0101], bars.Select(bar => Math.Round(bar.Close, 12)));
        // 20,200 and 10,000 dollars; where the first has no price, its part is what the second's was times 2.02.
        Assert.All(bars, bar => Assert.Equal(30_200, bar.OpenInterestNotional, tolerance: 1e-6));
        Assert.Equal([30_200 / 0.0101, 30_200 / 0.0101, 30_200 / 0.01], bars.Take(3).Select(bar => bar.OpenInterestQuantity), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void Of_AVenueThatJoinsLate_LeavesItsOpenInterestOutAndSaysSo()
    {
        VenueRecording late = Recording(VenueId.Bybit, 20, price: 101, coins: 20, firstInterest: 3);
        List<VenueRecording> leftOut = [];

        IReadOnlyList<MarketBar> bars = RecordedBars.Of([Recording(VenueId.Binance, 20, price: 100, coins: 30), late], Bar, leftOut);

        Assert.Equal([late], leftOut);
        Assert.All(bars, bar => Assert.Equal(30, bar.OpenInterestQuantity));
    }

    [Fact]
    public void Of_Liquidations_CountOnlyInBarsThatTheStreamWasHeardThrough()
    {
        VenueRecording recording = Recording(VenueId.Bybit, 4, price: 100, coins: 30) with
        {
            Liquidations =
            [
                Forced(Noon.AddMinutes(6), PositionSide.Long, 3), Forced(Noon.AddMinutes(7), PositionSide.Short, 2), Forced(Noon.AddMinutes(12), PositionSide.Long, 9),
            ],
            // Past the last close by the two seconds that a message may take.
            Heard = [(Noon.AddMinutes(4), Noon.AddMinutes(11)), (Noon.AddMinutes(11.5), Noon.AddMinutes(20).AddSeconds(2))],
        };

        IReadOnlyList<MarketBar> bars = RecordedBars.Of([recording], Bar, []);

        Assert.Equal([double.NaN, 300, double.NaN, 0], bars.Select(bar => bar.LiquidatedLongNotional));
        Assert.Equal([double.NaN, 200, double.NaN, 0], bars.Select(bar => bar.LiquidatedShortNotional));
    }

    // The first span ends a second after a close, the second one begins with a bar.
    [Fact]
    public void Of_AStreamLastHeardAtAClose_DoesNotCountThatBar()
    {
        VenueRecording recording = Recording(VenueId.Bybit, 4, price: 100, coins: 30) with
        {
            Heard = [(Noon, Noon.AddMinutes(10).AddSeconds(1)), (Noon.AddMinutes(15), Noon.AddMinutes(21))],
        };

        Assert.Equal([0, double.NaN, double.NaN, 0], RecordedBars.Of([recording], Bar, []).Select(bar => bar.LiquidatedLongNotional));
    }

    [Fact]
    public void Of_NothingRecorded_IsEmpty() => Assert.Empty(RecordedBars.Of([], Bar, []));

    private static ForcedOrderRow Forced(DateTime timeUtc, PositionSide side, decimal coins) => new(timeUtc, "BTCUSDT", side, coins, 100, coins * 100);

    private static VenueRecording Recording(VenueId venue, int bars, decimal price, decimal coins, int firstInterest = 0) => new(
        venue,
        "BTCUSDT",
        [.. Enumerable.Range(0, bars).Select(i => new CandleRow(Noon + (i * Bar), price, price, price, price, 1, price, true))],
        [.. Enumerable.Range(firstInterest, bars - firstInterest).Select(i => new OpenInterestRow(Noon + ((i + 1) * Bar), coins, null))],
        [],
        [],
        [],
        []);
}

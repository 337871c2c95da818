using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.MarketData.Tests.Rows;

public sealed class MarketStateRowTests
{
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0, DateTimeKind.Utc);

    private static readonly MarketStateRow Told = new(
        Noon, "XBTUSD", MarkPrice: 60_000, OpenInterestQuantity: 100, OpenInterestNotional: 6_000_000, PredictedFundingRate: 0.0001m);

    [Fact]
    public void With_OpenInterestInOneUnit_ForgetsTheOldOneInTheOther()
    {
        MarketStateRow row = Told.With(new MarketStateRow(Noon.AddSeconds(1), "XBTUSD", OpenInterestNotional: 6_500_000));

        Assert.Equal((null, 6_500_000m), (row.OpenInterestQuantity, row.OpenInterestNotional));
        Assert.Equal((60_000m, 0.0001m), (row.MarkPrice, row.PredictedFundingRate));
    }

    [Fact]
    public void With_OtherFieldsAlone_KeepsOpenInterestInBothUnits()
    {
        MarketStateRow row = Told.With(new MarketStateRow(Noon.AddSeconds(1), "XBTUSD", MarkPrice: 61_000));

        Assert.Equal((100m, 6_000_000m), (row.OpenInterestQuantity, row.OpenInterestNotional));
        Assert.Equal((61_000m, Noon.AddSeconds(1)), (row.MarkPrice, row.TimeUtc));
    }

    [Fact]
    public void With_AnotherInstrument_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Told.With(new MarketStateRow(Noon, "ETHUSD")));
}

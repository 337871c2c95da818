using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Venue;

/// <summary>Turns prices and flows of minutes into published bars.</summary>
internal sealed class BarBuilder
{
    private double _open;
    private double _high;
    private double _low;
    private double _volume;

    /// <summary>Starts a bar at the last price of the one before.</summary>
    public void Start(double price)
    {
        _open = price;
        _high = price;
        _low = price;
        _volume = 0;
    }

    /// <summary>Notes a traded price.</summary>
    public void Trade(double price)
    {
        _high = Math.Max(_high, price);
        _low = Math.Min(_low, price);
    }

    /// <summary>Notes traded quantity; base units.</summary>
    public void AddVolume(double quantity) => _volume += quantity;

    /// <summary>Closes the bar.</summary>
    public MarketBar Close(
        DateTime openUtc, double price, double openInterestQuantity, double fundingRate, double publishedLong, double publishedShort) =>
        new(
            openUtc,
            _open,
            _high,
            _low,
            price,
            _volume,
            openInterestQuantity,
            fundingRate,
            MarketParameters.FundingIntervalHours,
            publishedLong,
            publishedShort);
}

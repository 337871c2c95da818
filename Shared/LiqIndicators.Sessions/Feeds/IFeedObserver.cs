using LiqIndicators.MarketData.Instruments;
using LiqIndicators.MarketData.Rows;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Hears every row that a feed takes, venue by venue, before bars are made of it; for whoever keeps them.</summary>
/// <remarks>Rows may come twice and in any order, as venues send them.</remarks>
public interface IFeedObserver
{
    /// <summary>Closed bars.</summary>
    public void Candles(VenueInstrument instrument, IReadOnlyList<CandleRow> rows);

    /// <summary>Open interest.</summary>
    public void OpenInterest(VenueInstrument instrument, IReadOnlyList<OpenInterestRow> rows);

    /// <summary>Funding rates paid.</summary>
    public void Funding(VenueInstrument instrument, IReadOnlyList<FundingRateRow> rows);

    /// <summary>A vendor's sums of liquidations.</summary>
    public void Liquidations(VenueInstrument instrument, IReadOnlyList<LiquidationTotalsRow> rows);

    /// <summary>A liquidation that a stream told.</summary>
    public void Liquidation(VenueInstrument instrument, ForcedOrderRow row);

    /// <summary>Data came by a stream of liquidations all through a time: what was told in it is complete.</summary>
    /// <param name="instrument">Of what.</param>
    /// <param name="fromUtc">When the first of them came, and not before the time it tells, by the venue's clock; names the span; UTC.</param>
    /// <param name="toUtc">Newest time that they told so far, and not after the last of them came, by the venue's clock; UTC.</param>
    public void Heard(VenueInstrument instrument, DateTime fromUtc, DateTime toUtc);
}

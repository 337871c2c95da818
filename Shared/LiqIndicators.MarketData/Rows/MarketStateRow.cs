namespace LiqIndicators.MarketData.Rows;

/// <summary>What a venue says about an instrument now. A message may carry a part of it; what it does not carry is null.</summary>
/// <param name="TimeUtc">Time of the message at the venue, or of its arrival when the venue gives none; UTC.</param>
/// <param name="Symbol">The venue's name of the instrument.</param>
/// <param name="MarkPrice">Price that liquidations look at; quote currency per base unit.</param>
/// <param name="IndexPrice">Price of the underlying over spot venues; quote currency per base unit.</param>
/// <param name="OpenInterestQuantity">Open contracts, one side; base units.</param>
/// <param name="OpenInterestNotional">Open contracts, one side; quote currency.</param>
/// <param name="PredictedFundingRate">Estimate of the rate due at <paramref name="NextFundingUtc"/>; fraction per interval.</param>
/// <param name="FundingIntervalHours">Hours from one payment to the next.</param>
/// <param name="NextFundingUtc">When the predicted rate is due; UTC.</param>
public sealed record MarketStateRow(
    DateTime TimeUtc,
    string Symbol,
    decimal? MarkPrice = null,
    decimal? IndexPrice = null,
    decimal? OpenInterestQuantity = null,
    decimal? OpenInterestNotional = null,
    decimal? PredictedFundingRate = null,
    decimal? FundingIntervalHours = null,
    DateTime? NextFundingUtc = null)
{
    /// <summary>This state with everything that a later message carries; open interest in one unit replaces both.</summary>
    /// <remarks>A stream of inverse contracts tells dollars alone: coins that a request told before would stand beside them for ever.</remarks>
    /// <exception cref="ArgumentException">The message is about another instrument.</exception>
    public MarketStateRow With(MarketStateRow later)
    {
        if (later.Symbol != Symbol)
        {
            throw new ArgumentException($"later is about {later.Symbol}; expected {Symbol}.", nameof(later));
        }

        MarketStateRow interest = later.OpenInterestQuantity is null && later.OpenInterestNotional is null ? this : later;
        return new MarketStateRow(
            later.TimeUtc > TimeUtc ? later.TimeUtc : TimeUtc,
            Symbol,
            later.MarkPrice ?? MarkPrice,
            later.IndexPrice ?? IndexPrice,
            interest.OpenInterestQuantity,
            interest.OpenInterestNotional,
            later.PredictedFundingRate ?? PredictedFundingRate,
            later.FundingIntervalHours ?? FundingIntervalHours,
            later.NextFundingUtc ?? NextFundingUtc);
    }
}

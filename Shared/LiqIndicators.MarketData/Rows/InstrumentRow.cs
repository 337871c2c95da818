using LiqIndicators.MarketData.Instruments;

namespace LiqIndicators.MarketData.Rows;

/// <summary>What a venue says about one of its instruments.</summary>
/// <param name="Symbol">The venue's name of it.</param>
/// <param name="BaseAsset">What is traded, in the venue's word (<c>BTC</c>, <c>XBT</c>, <c>1000PEPE</c>).</param>
/// <param name="QuoteAsset">What the price is in.</param>
/// <param name="Terms">What one contract is; null where it cannot be stated in base or quote units (quanto).</param>
/// <param name="TickSize">Step of the price; null when not stated.</param>
/// <param name="FundingIntervalHours">Hours between payments; null when not stated.</param>
/// <param name="MaxLeverage">Highest leverage of the smallest positions; null when not stated.</param>
/// <param name="IsPerpetual">Whether it has no expiry.</param>
/// <param name="IsTrading">Whether it can be traded now.</param>
public sealed record InstrumentRow(
    string Symbol,
    string BaseAsset,
    string QuoteAsset,
    ContractTerms? Terms,
    decimal? TickSize,
    decimal? FundingIntervalHours,
    decimal? MaxLeverage,
    bool IsPerpetual,
    bool IsTrading);

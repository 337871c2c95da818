namespace LiqIndicators.Sessions.Feeds.Symbols;

/// <summary>What a broker says about a symbol. Names are free text.</summary>
/// <param name="Name">The broker's name, such as <c>BTCUSDm</c>.</param>
/// <param name="BaseAsset">What is traded, in the broker's word; empty when not told.</param>
/// <param name="QuoteAsset">What the price is in, in the broker's word; empty when not told.</param>
public sealed record BrokerSymbol(string Name, string BaseAsset = "", string QuoteAsset = "");

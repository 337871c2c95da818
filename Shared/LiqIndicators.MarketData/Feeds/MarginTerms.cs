using LiqIndicators.Analytics.Liquidation;

namespace LiqIndicators.MarketData.Feeds;

/// <summary>On what terms a venue liquidates a contract, as the venue itself told them.</summary>
/// <param name="Form">What its profit is counted in.</param>
/// <param name="Tiers">Its margin table, named by venue, instrument and the day it was asked for.</param>
public sealed record MarginTerms(ContractForm Form, MarginTiers Tiers);

using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Cascade;
using LiqIndicators.Sessions.Funding;
using LiqIndicators.Sessions.OpenInterest;
using LiqIndicators.Sessions.Tape;

namespace LiqIndicators.Workbench.Report;

/// <summary>A bar with everything that was known at its close.</summary>
internal readonly record struct ReportBar(
    MarketBar Bar, FundingReadings Funding, OpenInterestReadings OpenInterest, TapeReadings Tape, CascadeReadings Risk);

namespace LiqIndicators.Simulation;

/// <summary>The fixed numbers of the market, chosen so that seeds from 1001 on show the stylised facts of a real one.</summary>
internal static class MarketParameters
{
    /// <summary>Unpublished days before the first bar, in which the book of positions fills.</summary>
    public const int RunInDays = 30;

    /// <summary>Minutes from one decision of the traders to the next.</summary>
    public const int DecisionMinutes = 10;

    /// <summary>Standard deviation of the exogenous hourly log return in ordinary times, shocks aside.</summary>
    public const double HourlyVolatility = 0.0036;

    /// <summary>Spread of the log of slow volatility (days).</summary>
    public const double SlowVolatilitySpread = 0.40;

    /// <summary>Half-life of slow volatility.</summary>
    public const double SlowVolatilityHalfLifeHours = 96;

    /// <summary>Spread of the log of fast volatility (hours).</summary>
    public const double FastVolatilitySpread = 0.36;

    /// <summary>Half-life of fast volatility.</summary>
    public const double FastVolatilityHalfLifeHours = 3;

    /// <summary>Swing of volatility over the day, as a share of its mean.</summary>
    public const double DailySwing = 0.35;

    /// <summary>Rate at which positions opened with ten times leverage are closed by choice.</summary>
    public const double CloseHazardPerHourAtTenTimes = 0.012;

    /// <summary>How that rate grows with leverage, as a power.</summary>
    public const double CloseHazardLeverageExponent = 0.5;

    /// <summary>Mean margin posted beyond the smallest, over the smallest.</summary>
    public const double MeanExtraMargin = 0.3;

    /// <summary>Share of positions of five times leverage without a stop order.</summary>
    public const double NoStopShareAtFiveTimes = 0.62;

    /// <summary>How that share falls with leverage, as a power: those who take more leverage watch closer.</summary>
    public const double NoStopLeverageExponent = 0.9;

    /// <summary>Share of the notional moved by stops that takes from the book at once, as a liquidation does.</summary>
    public const double StopUrgency = 0.2;

    /// <summary>Rate of taking profit per unit of return on margin.</summary>
    public const double ProfitHazardPerHour = 0.006;

    /// <summary>Rate of giving up per unit of loss on margin.</summary>
    public const double LossHazardPerHour = 0.04;

    /// <summary>Rate of adding margin to a position that has lost more than half of it.</summary>
    public const double TopUpHazardPerHour = 0.004;

    /// <summary>Margin added by a top-up, over the margin at entry.</summary>
    public const double TopUpShare = 0.6;

    /// <summary>Mean hours until those who were liquidated, stopped out or who sold into a squeeze are back.</summary>
    public const double ReentryHours = 36;

    /// <summary>Hours in which the traders' wish for positions goes back to typical by a factor of e.</summary>
    public const double OpenInterestReversionHours = 240;

    /// <summary>Standard deviation of the hourly change of open interest that nothing explains.</summary>
    public const double OpenInterestHourlyNoise = 0.003;

    /// <summary>How far a strong trend drives the two sides apart, in log quantity.</summary>
    public const double CrowdingByTrend = 0.25;

    /// <summary>How far a strong trend adds to both sides, in log quantity.</summary>
    public const double BuildUpByTrend = 0.10;

    /// <summary>What the cascade scenario adds to both sides until its first shock, in log quantity.</summary>
    public const double CascadeBuildUp = 0.4;

    /// <summary>Exogenous drift of the cascade scenario until its first shock; log return per day.</summary>
    public const double CascadeRisePerDay = 0.006;

    /// <summary>Depth of the book in the cascade scenario over that of a quiet book.</summary>
    public const double CascadeDepth = 0.7;

    /// <summary>Exogenous volatility of the cascade scenario over ordinary volatility.</summary>
    public const double CascadeCalm = 0.6;

    /// <summary>How far a strong trend moves the side that follows it to more leverage, as a power of leverage.</summary>
    public const double LeverageTiltByTrend = 0.15;

    /// <summary>Smallest share of open interest held by liquidity providers on each side.</summary>
    public const double ProviderShare = 0.02;

    /// <summary>Collateral of a liquidity provider over its notional: it hedges, and is never liquidated.</summary>
    public const double ProviderCollateral = 2;

    /// <summary>Share of a liquidation that traders of the other side use to close; providers take the rest.</summary>
    public const double CounterCloseShare = 0.7;

    /// <summary>Open interests that move the price by a factor of e in a quiet book.</summary>
    public const double QuietDepth = 16;

    /// <summary>Share of an impact that stays.</summary>
    public const double PermanentImpactShare = 0.65;

    /// <summary>Half-life of the share that goes back.</summary>
    public const double ImpactHalfLifeMinutes = 12;

    /// <summary>Half-life of the memory of stress in the book.</summary>
    public const double StressHalfLifeMinutes = 20;

    /// <summary>Largest thinning of the book under stress.</summary>
    public const double LargestThinning = 5;

    /// <summary>Liquidations of each side that have causes elsewhere (accounts that lose on other contracts).</summary>
    public const double OutsideLiquidationsPerHour = 2.8;

    /// <summary>Median size of one of those, over open interest.</summary>
    public const double OutsideLiquidationShare = 1.5e-6;

    /// <summary>Mean size of one liquidation order, over open interest.</summary>
    public const double LiquidationOrderShare = 1.7e-5;

    /// <summary>Share of liquidation orders that the public feed shows in quiet minutes: orders come in clusters.</summary>
    public const double QuietShownShare = 0.6;

    /// <summary>Most liquidation orders of a side that the public feed shows in a minute: the latest of each second.</summary>
    public const double ShownOrdersPerMinute = 60;

    /// <summary>Positions opened and closed within minutes, over open interest; they make volume and no open interest.</summary>
    public const double DayTradingPerHour = 0.05;

    /// <summary>Hours from one funding payment to the next.</summary>
    public const double FundingIntervalHours = 8;
}

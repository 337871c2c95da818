using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Simulation.Traders;

/// <summary>Everyone with a position: traders of both sides, and providers who make the sides equal.</summary>
internal sealed class PositionLedger
{
    private readonly SimulationOptions _options;
    private readonly TraderMix _mix;
    private readonly LiquidityProviders _longProviders = new();
    private readonly LiquidityProviders _shortProviders = new();

    /// <summary>A market without positions.</summary>
    public PositionLedger(SimulationOptions options, TraderMix mix, TraderSide longs, TraderSide shorts)
    {
        _options = options;
        _mix = mix;
        Longs = longs;
        Shorts = shorts;
    }

    /// <summary>Traders with long positions.</summary>
    public TraderSide Longs { get; }

    /// <summary>Traders with short positions.</summary>
    public TraderSide Shorts { get; }

    /// <summary>Open interest of one side, the same for both; base units.</summary>
    public double OpenInterestQuantity { get; private set; }

    /// <summary>Traders of a side.</summary>
    public TraderSide TradersOf(PositionSide side) => side == PositionSide.Long ? Longs : Shorts;

    /// <summary>Providers of a side.</summary>
    public LiquidityProviders ProvidersOf(PositionSide side) =>
        side == PositionSide.Long ? _longProviders : _shortProviders;

    /// <summary>Leverage of a group of traders after the option's limit.</summary>
    public double LeverageOf(int group) => Math.Min(TraderMix.LeverageMenu[group], _options.LargestLeverage);

    /// <summary>Liquidation price of the providers; quote per base, 0 for the long ones, far above the entry for the short ones.</summary>
    public double ProviderLiquidationPrice(PositionSide side) =>
        Margin.IsolatedMargin.LiquidationPrice(
            side, ProvidersOf(side).EntryPrice, 1, MarketParameters.ProviderCollateral * ProvidersOf(side).EntryPrice, _mix.Tiers);

    /// <summary>Lets the providers hold what makes the sides equal.</summary>
    /// <param name="price">Present price; quote per base.</param>
    /// <param name="rolledShare">Share of the providers' positions moved to the present price; in [0, 1].</param>
    public void Balance(double price, double rolledShare)
    {
        double longs = Longs.Book.TotalQuantity();
        double shorts = Shorts.Book.TotalQuantity();
        OpenInterestQuantity = Math.Max(longs, shorts) / (1 - MarketParameters.ProviderShare);
        _longProviders.Hold(OpenInterestQuantity - longs, price, rolledShare);
        _shortProviders.Hold(OpenInterestQuantity - shorts, price, rolledShare);
    }
}

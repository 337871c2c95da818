namespace LiqIndicators.Simulation.Traders;

/// <summary>Those who take the other side of the traders: collateral of twice the notional, hedged elsewhere, never liquidated.</summary>
internal sealed class LiquidityProviders
{
    /// <summary>Open mass; base units.</summary>
    public double Quantity { get; private set; }

    /// <summary>Mean entry price; quote per base.</summary>
    public double EntryPrice { get; private set; }

    /// <summary>Changes the mass held and rolls a share of it to the present price.</summary>
    /// <param name="quantity">New mass; base units, not below 0.</param>
    /// <param name="price">Present price; quote per base.</param>
    /// <param name="rolledShare">Share of the mass closed and opened again; in [0, 1].</param>
    public void Hold(double quantity, double price, double rolledShare)
    {
        double kept = Math.Min(Quantity, quantity) * (1 - rolledShare);
        EntryPrice = quantity > 0 ? ((kept * EntryPrice) + ((quantity - kept) * price)) / quantity : price;
        Quantity = quantity;
    }
}

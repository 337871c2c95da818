using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Positions;
using LiqIndicators.Simulation.Traders;

namespace LiqIndicators.Simulation.Truth;

/// <summary>Counts open lots into buckets of side, leverage and 0.1% of liquidation price.</summary>
internal sealed class TruthCounter
{
    private readonly Dictionary<int, int> _slotOfKey = [];
    private readonly List<TruthBucket> _buckets = [];

    /// <summary>Takes a snapshot.</summary>
    /// <param name="asOfUtc">Time of the state; UTC.</param>
    /// <param name="price">Price at that time; quote per base.</param>
    /// <param name="market">Open positions.</param>
    public TruthSnapshot Take(DateTime asOfUtc, double price, PositionLedger market)
    {
        _buckets.Clear();
        Count(PositionSide.Long, market);
        Count(PositionSide.Short, market);
        return new TruthSnapshot(asOfUtc, price, [.. _buckets]);
    }

    private void Count(PositionSide side, PositionLedger market)
    {
        _slotOfKey.Clear();
        LotBook book = market.TradersOf(side).Book;
        for (int lot = 0; lot < book.UsedLots; lot++)
        {
            double quantity = book.Quantity(lot);
            if (quantity <= 0)
            {
                continue;
            }

            double price = book.LiquidationPrice(lot);
            int cell = price > 0 ? (int)Math.Floor(Math.Log(price) * TriggerIndex.CellsPerLogUnit) : short.MinValue;
            int group = book.GroupOf(lot);
            int key = (cell * book.Groups) + group;
            if (_slotOfKey.TryGetValue(key, out int slot))
            {
                TruthBucket before = _buckets[slot];
                double sum = before.Quantity + quantity;
                double mean = before.LiquidationPrice + ((price - before.LiquidationPrice) * quantity / sum);
                _buckets[slot] = before with { LiquidationPrice = mean, Quantity = sum };
            }
            else
            {
                _slotOfKey.Add(key, _buckets.Count);
                _buckets.Add(new TruthBucket(side, price, quantity, market.LeverageOf(group)));
            }
        }

        LiquidityProviders providers = market.ProvidersOf(side);
        if (providers.Quantity > 0)
        {
            _buckets.Add(new TruthBucket(
                side, market.ProviderLiquidationPrice(side), providers.Quantity, 1 / MarketParameters.ProviderCollateral));
        }
    }
}

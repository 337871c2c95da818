using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Adds venues up to one market, bar by bar.</summary>
/// <remarks>
/// Prices are those of the first venue that has the bar. Open interest is added up as notional, each venue at its own price, and
/// turned into base units at the bar's price: units of a thousand coins and quote currencies a little off a dollar need no rule.
/// A venue that is missing in one bar is taken to have moved with the others since all were last there, never as zero: its absence
/// must not look like positions being closed.
/// </remarks>
internal sealed class BarAggregator
{
    private readonly IReadOnlyList<SourceFeed> _prices;
    private readonly IReadOnlyList<SourceFeed> _members;
    private readonly IReadOnlyList<SourceFeed> _vendors;
    private readonly double[] _last;
    private readonly long _interestFirst;

    /// <summary>An aggregator that starts anew.</summary>
    /// <param name="prices">Venues whose prices count, best first.</param>
    /// <param name="members">Venues whose open interest, funding and volume count.</param>
    /// <param name="vendors">Sources of liquidation sums over venues.</param>
    /// <param name="interestFirst">Bar from which on all members have open interest; before it there is none.</param>
    public BarAggregator(
        IReadOnlyList<SourceFeed> prices, IReadOnlyList<SourceFeed> members, IReadOnlyList<SourceFeed> vendors, long interestFirst)
    {
        _interestFirst = interestFirst;
        _prices = prices;
        _members = members;
        _vendors = vendors;
        _last = new double[members.Count];
        Array.Fill(_last, double.NaN);
    }

    /// <summary>Whether a venue takes part.</summary>
    public bool Includes(SourceFeed source) => _members.Contains(source) || (_prices.Count > 0 && ReferenceEquals(_prices[0], source));

    /// <summary>The market's bar; bars must be asked for in ascending order.</summary>
    /// <param name="number">Number of the bar.</param>
    /// <param name="bar">The bar; default when no venue has it.</param>
    /// <param name="quality">What is wrong with this bar.</param>
    /// <returns>Whether a venue has it.</returns>
    public bool TryBuild(long number, out MarketBar bar, out FeedQuality quality)
    {
        quality = FeedQuality.Good;
        foreach (SourceFeed source in _prices)
        {
            BarSlot slot = source.Grid.At(number);
            if (slot.HasCandle)
            {
                double notional = OpenInterestNotional(number, ref quality);
                (double longs, double shorts) = Liquidated(number, ref quality);
                bar = new MarketBar(
                    source.Grid.TimeOf(number),
                    slot.Open,
                    slot.High,
                    slot.Low,
                    slot.Close,
                    Volume(number, source, slot.Close),
                    notional / slot.Close,
                    Funding(number),
                    8,
                    longs,
                    shorts);
                bar = double.IsNaN(bar.FundingRate) ? bar with { FundingIntervalHours = double.NaN } : bar;
                return true;
            }
        }

        bar = default;
        return false;
    }

    private double OpenInterestNotional(long number, ref FeedQuality quality)
    {
        if (number < _interestFirst)
        {
            return double.NaN;
        }

        double present = 0;
        double presentBefore = 0;
        double missingBefore = 0;
        for (int i = 0; i < _members.Count; i++)
        {
            double now = _members[i].Grid.NotionalAt(number) * _members[i].Weight;
            if (double.IsNaN(now))
            {
                missingBefore += double.IsNaN(_last[i]) ? 0 : _last[i];
                quality |= FeedQuality.Estimated;
                continue;
            }

            present += now;
            presentBefore += double.IsNaN(_last[i]) ? now : _last[i];
        }

        if (missingBefore == 0 && !quality.HasFlag(FeedQuality.Estimated))
        {
            for (int i = 0; i < _members.Count; i++)
            {
                _last[i] = _members[i].Grid.NotionalAt(number) * _members[i].Weight;
            }
        }

        double total = present > 0 && presentBefore > 0 ? present * (1 + (missingBefore / presentBefore)) : missingBefore;
        return _members.Count == 0 || total <= 0 ? double.NaN : total;
    }

    private double Volume(long number, SourceFeed priceSource, double price)
    {
        double notional = 0;
        bool isKnown = false;
        foreach (SourceFeed source in _members.Count > 0 ? _members : new[] { priceSource })
        {
            BarSlot slot = source.Grid.At(number);
            double amount = slot.Volume * slot.Close * source.Weight;
            isKnown |= !double.IsNaN(amount);
            notional += double.IsNaN(amount) ? 0 : amount;
        }

        return isKnown ? notional / price : double.NaN;
    }

    // A payment at the very close is known only after it: it belongs to the next bar.
    private double Funding(long number)
    {
        double sum = 0;
        double weights = 0;
        foreach (SourceFeed source in _members.Count > 0 ? _members : _prices)
        {
            double rate = source.Funding.PerEightHoursBefore(source.Grid.TimeOf(number + 1));
            double weight = source.Grid.NotionalAt(number) * source.Weight;
            weight = double.IsNaN(weight) ? _members.Count > 0 ? 0 : 1 : weight;
            if (!double.IsNaN(rate))
            {
                sum += rate * weight;
                weights += weight;
            }
        }

        return weights > 0 ? sum / weights : double.NaN;
    }

    private (double Long, double Short) Liquidated(long number, ref FeedQuality quality)
    {
        foreach (SourceFeed vendor in _vendors)
        {
            BarSlot slot = vendor.Grid.At(number);
            if (!double.IsNaN(slot.LiquidatedLong))
            {
                return (slot.LiquidatedLong, slot.LiquidatedShort);
            }
        }

        double longs = 0;
        double shorts = 0;
        bool isKnown = false;
        foreach (SourceFeed source in _prices)
        {
            BarSlot slot = source.Grid.At(number);
            if (!double.IsNaN(slot.LiquidatedLong))
            {
                isKnown = true;
                longs += slot.LiquidatedLong * source.Weight;
                shorts += slot.LiquidatedShort * source.Weight;
                quality |= source.SamplesLiquidations ? FeedQuality.Throttled : FeedQuality.Good;
            }
        }

        return isKnown ? (longs, shorts) : (double.NaN, double.NaN);
    }
}

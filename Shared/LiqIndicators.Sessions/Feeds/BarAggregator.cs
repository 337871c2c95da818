using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Feeds.Series;

namespace LiqIndicators.Sessions.Feeds;

/// <summary>Adds venues up to one market, bar by bar.</summary>
/// <remarks>
/// Prices are those of the first venue that has the bar, in the unit of the first bar: venues trade cheap coins by the piece, by ten or by
/// the thousand. Open interest is added up as notional, each venue at its own price, and
/// turned into base units at the bar's price: quote currencies a little off a dollar need no rule.
/// A venue that is missing in one bar is taken to have moved with the others since all were last there, never as zero: its absence
/// must not look like positions being closed. Where all are missing, so is the sum.
/// </remarks>
internal sealed class BarAggregator
{
    private readonly IReadOnlyList<IBarSource> _prices;
    private readonly IReadOnlyList<IBarSource> _members;
    private readonly IReadOnlyList<IBarSource> _vendors;
    private readonly LiquidationSources _liquidations;
    private readonly VenueBar[] _venues;
    private readonly double[] _last;
    private readonly double[] _units;
    private readonly long _interestFirst;

    /// <summary>An aggregator that starts anew.</summary>
    /// <param name="prices">Venues whose prices count, best first.</param>
    /// <param name="members">Venues whose open interest, funding and volume count.</param>
    /// <param name="vendors">Vendors of liquidation sums, over venues or of single ones.</param>
    /// <param name="interestFirst">Bar from which on all members have open interest; before it there is none.</param>
    public BarAggregator(
        IReadOnlyList<IBarSource> prices, IReadOnlyList<IBarSource> members, IReadOnlyList<IBarSource> vendors, long interestFirst)
    {
        _interestFirst = interestFirst;
        _prices = prices;
        _members = members;
        _vendors = vendors;
        _liquidations = new LiquidationSources(prices, vendors);
        _venues = new VenueBar[prices.Count + vendors.Count];
        _last = new double[members.Count];
        Array.Fill(_last, double.NaN);
        _units = new double[prices.Count];
        Array.Fill(_units, 1);
    }

    /// <summary>What each venue, and then each vendor, published about the bar built last.</summary>
    public ReadOnlySpan<VenueBar> Venues => _venues;

    /// <summary>Which sources' liquidations count.</summary>
    public LiquidationSources Liquidations => _liquidations;

    /// <summary>Whether a venue takes part.</summary>
    public bool Includes(IBarSource source) => _members.Contains(source) || (_prices.Count > 0 && ReferenceEquals(_prices[0], source));

    /// <summary>The market's bar; bars must be asked for in ascending order.</summary>
    /// <param name="number">Number of the bar.</param>
    /// <param name="bar">The bar; default when no venue has it.</param>
    /// <param name="quality">What is wrong with this bar.</param>
    /// <returns>Whether a venue has it.</returns>
    public bool TryBuild(long number, out MarketBar bar, out FeedQuality quality)
    {
        quality = FeedQuality.Good;
        for (int i = 0; i < _prices.Count; i++)
        {
            IBarSource source = _prices[i];
            BarSlot slot = source.Grid.At(number);
            if (slot.HasCandle)
            {
                double unit = _units[i];
                double close = slot.Close * unit;
                NoteUnits(number, close);
                double notional = OpenInterestNotional(number, ref quality);
                FillVenues(number, source, close);
                (double longs, double shorts) = Liquidated(ref quality);
                bar = new MarketBar(
                    source.Grid.TimeOf(number),
                    slot.Open * unit,
                    slot.High * unit,
                    slot.Low * unit,
                    close,
                    Volume(),
                    notional / close,
                    Funding(),
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

    // From every venue's price to the bar's, where both are there: a power of ten, never what the venues' prices really differ by.
    private void NoteUnits(long number, double close)
    {
        for (int i = 0; i < _prices.Count; i++)
        {
            double other = _prices[i].Grid.At(number).Close;
            if (other > 0 && close > 0)
            {
                _units[i] = Math.Pow(10, Math.Round(Math.Log10(close / other)));
            }
        }
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

        // Where no venue tells anything there is nothing to go by.
        if (!(present > 0 && presentBefore > 0))
        {
            quality |= FeedQuality.Gap;
            return double.NaN;
        }

        return present * (1 + (missingBefore / presentBefore));
    }

    private void FillVenues(long number, IBarSource priceSource, double price)
    {
        for (int i = 0; i < _vendors.Count; i++)
        {
            BarSlot slot = _liquidations.CountsVendor(_vendors[i], number) ? _vendors[i].Grid.At(number) : BarSlot.Empty;
            _venues[_prices.Count + i] = Slice(_vendors[i], slot, (double.NaN, double.NaN), double.NaN, double.NaN);
        }

        for (int i = 0; i < _prices.Count; i++)
        {
            IBarSource source = _prices[i];
            BarSlot slot = source.Grid.At(number);
            bool isMember = _members.Contains(source);
            bool hasVolume = isMember || (_members.Count == 0 && ReferenceEquals(source, priceSource));

            // A payment at the very close is known only after it: it belongs to the next bar.
            VenueBar slice = Slice(
                source,
                slot,
                source.Funding.LastBefore(source.Grid.TimeOf(number + 1)),
                hasVolume ? slot.Volume * slot.Close * source.Weight / price : double.NaN,
                isMember && number >= _interestFirst ? source.Grid.NotionalAt(number) * source.Weight / price : double.NaN);
            _venues[i] = _liquidations.CountsOwn(source, number)
                ? slice
                : slice with
                {
                    LiquidatedLongNotional = double.NaN, LiquidatedShortNotional = double.NaN, LongPrints = double.NaN, ShortPrints = double.NaN,
                };
        }
    }

    private static VenueBar Slice(
        IBarSource source, in BarSlot slot, (double Rate, double IntervalHours) funding, double volume, double openInterest) => new(
        source.Name,
        volume,
        openInterest,
        funding.Rate,
        funding.IntervalHours,
        slot.RunningFundingRate,
        slot.FundingCap,
        slot.LiquidatedLong * source.Weight,
        slot.LiquidatedShort * source.Weight,
        slot.LongPrints,
        slot.ShortPrints,
        source.SamplesLiquidations);

    private double Volume()
    {
        double volume = double.NaN;
        foreach (ref readonly VenueBar venue in Venues)
        {
            volume = Add(volume, venue.VolumeQuantity);
        }

        return volume;
    }

    private double Funding()
    {
        double sum = 0;
        double weights = 0;
        double plainSum = 0;
        int count = 0;
        foreach (ref readonly VenueBar venue in Venues)
        {
            double rate = venue.FundingRate * 8 / venue.FundingIntervalHours;
            if (!double.IsNaN(rate))
            {
                double weight = double.IsNaN(venue.OpenInterestQuantity) ? 0 : venue.OpenInterestQuantity;
                sum += rate * weight;
                weights += weight;
                plainSum += rate;
                count++;
            }
        }

        // Where no venue has open interest, all count alike.
        return weights > 0 ? sum / weights : count > 0 ? plainSum / count : double.NaN;
    }

    private (double Long, double Short) Liquidated(ref FeedQuality quality)
    {
        double longs = double.NaN;
        double shorts = double.NaN;
        foreach (ref readonly VenueBar venue in Venues)
        {
            longs = Add(longs, venue.LiquidatedLongNotional);
            shorts = Add(shorts, venue.LiquidatedShortNotional);
            bool isSample = venue.SamplesLiquidations && !double.IsNaN(venue.LiquidatedLongNotional);
            quality |= isSample ? FeedQuality.Throttled : FeedQuality.Good;
        }

        return (longs, shorts);
    }

    private static double Add(double sum, double part) => double.IsNaN(sum) ? part : double.IsNaN(part) ? sum : sum + part;
}

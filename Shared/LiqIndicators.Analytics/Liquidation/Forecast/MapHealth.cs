using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>Watches what a map is fed: what it lacks, and how far it can be relied on for that.</summary>
/// <remarks>
/// Confidence is a rule of thumb, not a probability: the share of mass that is not merely seeded, halved for every 24 hours
/// without open interest and for every 24 hours of missing bars (of which half is forgotten in 72 hours), times 0.8 without
/// liquidations and 0.9 after a change of unit. Of several venues each counts by its share of the mass: where those that hold
/// 40% have been silent for 24 hours, 0.6 + 0.4 / 2 is left. Whatever is lacking, no mass is made up for it.
/// Source: docs/model.md, F8.
/// </remarks>
public sealed class MapHealth
{
    /// <summary>How long what happened counts; hours.</summary>
    public const double RecentHours = 168;

    private const double LongBar = 1.5;
    private const double HalvingHours = 24;
    private const double ForgettingHours = 72;

    private readonly double _barHours;
    private DateTime _asOfUtc;
    private DateTime _liquidationsUtc;
    private DateTime _holeUtc;
    private DateTime _jumpUtc;
    private DateTime _unitUtc;
    private double _missingHours;
    private double _seededShare = double.NaN;
    private double _heardShare = double.NaN;
    private bool _hasOpenInterest;
    private bool _isVenueSilent;

    /// <summary>Has seen nothing.</summary>
    /// <param name="barHours">Length of a bar; hours; &gt; 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="barHours"/> is NaN or not above 0.</exception>
    public MapHealth(double barHours) => _barHours = Guard.Positive(barHours);

    /// <summary>What the map lacks.</summary>
    public MapLacks Lacks
    {
        get
        {
            if (double.IsNaN(_seededShare))
            {
                return MapLacks.OpenInterest;
            }

            MapLacks lacks = _hasOpenInterest ? MapLacks.None : MapLacks.LatestOpenInterest;
            lacks |= _hasOpenInterest && _isVenueSilent ? MapLacks.VenueOpenInterest : MapLacks.None;
            lacks |= IsRecent(_liquidationsUtc) ? MapLacks.None : MapLacks.Liquidations;
            lacks |= IsRecent(_holeUtc) ? MapLacks.Bars : MapLacks.None;
            lacks |= IsRecent(_jumpUtc) ? MapLacks.SteadyOpenInterest : MapLacks.None;
            lacks |= IsRecent(_unitUtc) ? MapLacks.SteadyUnit : MapLacks.None;
            return lacks | (_seededShare > 0.5 ? MapLacks.History : MapLacks.None);
        }
    }

    /// <summary>How far the map can be relied on; in [0, 1]; 0 without open interest.</summary>
    public double Confidence
    {
        get
        {
            if (double.IsNaN(_seededShare))
            {
                return 0;
            }

            return (1 - _seededShare)
                * _heardShare
                * Math.Pow(0.5, _missingHours / HalvingHours)
                * (IsRecent(_liquidationsUtc) ? 1 : 0.8)
                * (IsRecent(_unitUtc) ? 0.9 : 1);
        }
    }

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="book">The map after it, and what it is made of.</param>
    public void Update(in MarketBar bar, ILiquidationBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        LiquidationMap map = book.Map;
        double elapsed = _asOfUtc == default ? _barHours : (bar.TimeUtc - _asOfUtc).TotalHours;
        _missingHours *= Math.Pow(0.5, elapsed / ForgettingHours);
        _asOfUtc = bar.TimeUtc;
        if (elapsed > LongBar * _barHours)
        {
            _missingHours += elapsed - _barHours;
            _holeUtc = bar.TimeUtc;
        }

        _hasOpenInterest = !double.IsNaN(bar.OpenInterestQuantity);
        Hear(book.VenueMaps);
        bool hasLiquidations = bar.LiquidatedLongNotional >= 0 || bar.LiquidatedShortNotional >= 0;
        _liquidationsUtc = hasLiquidations ? bar.TimeUtc : _liquidationsUtc;
        _jumpUtc = (map.LastNotes & LiquidationMapNotes.OpenInterestJump) != 0 ? bar.TimeUtc : _jumpUtc;
        _unitUtc = (map.LastNotes & LiquidationMapNotes.PriceUnitChanged) != 0 ? bar.TimeUtc : _unitUtc;
        double seeded = (map.SeededShare(PositionSide.Long) + map.SeededShare(PositionSide.Short)) / 2;
        _seededShare = double.IsNaN(seeded) && map.IsReady ? 1 : seeded;
    }

    private void Hear(ReadOnlySpan<LiquidationMap> venues)
    {
        double all = 0;
        double heard = 0;
        _isVenueSilent = false;
        foreach (LiquidationMap venue in venues)
        {
            double open = venue.OpenQuantity(PositionSide.Long) + venue.OpenQuantity(PositionSide.Short);
            if (open > 0)
            {
                double silentHours = (_asOfUtc - venue.OpenInterestUtc).TotalHours;
                _isVenueSilent |= silentHours > 0;
                all += open;
                heard += open * Math.Pow(0.5, silentHours / HalvingHours);
            }
        }

        // Without mass there is nothing to be unsure of but its absence, which counts as seeded.
        _heardShare = all > 0 ? heard / all : 1;
    }

    private bool IsRecent(DateTime timeUtc) => timeUtc != default && (_asOfUtc - timeUtc).TotalHours < RecentHours;
}

using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Liquidation;

/// <summary>Positions of several venues in one map: each venue's open interest through the venue's own kernel.</summary>
/// <remarks>
/// <para>
/// Per venue one map, which holds exactly that venue's open interest on each side; the map to read is their sum. All share one
/// price, one grid and one path, so a move crosses the same cells everywhere.
/// </para>
/// <para>
/// A venue that comes into view later is not read as new positions: it takes over the shape of the others, all of it counted
/// as seeded. One that falls silent keeps its last known mass, which price goes on consuming. Cost per bar does not depend
/// on history; nothing is allocated after construction.
/// </para>
/// </remarks>
public sealed class VenueLiquidationBook : ILiquidationBook
{
    private readonly string[] _venues;
    private readonly LiquidationMap[] _maps;
    private readonly double[] _openInterests;
    private readonly double[] _volumes;
    private readonly double[] _whole;
    private readonly LeverageKernel[] _kernels;

    /// <summary>Empty maps.</summary>
    /// <param name="venues">Names of the venues, as bars will give them; at least one.</param>
    /// <param name="kernels">Where new positions of each would be liquidated.</param>
    /// <param name="options">Choices of every map.</param>
    /// <exception cref="ArgumentException">There is no venue, or not one kernel for each.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public VenueLiquidationBook(
        IReadOnlyList<string> venues, IReadOnlyList<LeverageKernel> kernels, LiquidationMapOptions options)
    {
        ArgumentNullException.ThrowIfNull(venues);
        ArgumentNullException.ThrowIfNull(kernels);
        ArgumentNullException.ThrowIfNull(options);
        if (venues.Count == 0 || venues.Count != kernels.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"kernels holds {kernels.Count} for {venues.Count} venues; expected one for each of at least one."), nameof(kernels));
        }

        _venues = venues.ToArray();
        _kernels = kernels.ToArray();
        _maps = Array.ConvertAll(_kernels, kernel => new LiquidationMap(kernel, options));
        _openInterests = new double[_maps.Length];
        _volumes = new double[_maps.Length];
        _whole = new double[_maps.Length];
        Array.Fill(_openInterests, double.NaN);
        Array.Fill(_volumes, double.NaN);
        Array.Fill(_whole, 1);
        Map = new LiquidationMap(kernels[0], options);
    }

    /// <summary>The sum over venues.</summary>
    public LiquidationMap Map { get; }

    /// <inheritdoc/>
    public ReadOnlySpan<LiquidationMap> VenueMaps => _maps;

    /// <summary>The venues' kernels, weighted by what each venue holds; the first one's before any open interest.</summary>
    public LeverageKernel Kernel
    {
        get
        {
            double open = Map.OpenQuantity(PositionSide.Long);
            return open > 0
                ? LeverageKernels.Blend(
                    "venues",
                    _kernels[0].Version,
                    string.Join(", ", _venues),
                    _maps.Select((map, i) => (_kernels[i], Math.Min(1, map.OpenQuantity(PositionSide.Long) / open))).ToArray())
                : _kernels[0];
        }
    }

    /// <summary>How many venues there are.</summary>
    public int Count => _maps.Length;

    /// <summary>The map of one venue.</summary>
    /// <param name="index">In [0, <see cref="Count"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside its range.</exception>
    public LiquidationMap Of(int index) => _maps[Guard.InRange(index, 0, _maps.Length - 1)];

    /// <summary>Whether these are the venues of the book, in its order.</summary>
    /// <param name="venues">One entry per venue.</param>
    public bool Knows(ReadOnlySpan<VenueBar> venues)
    {
        bool isSame = venues.Length == _venues.Length;
        for (int i = 0; isSame && i < venues.Length; i++)
        {
            isSame = venues[i].Venue == _venues[i];
        }

        return isSame;
    }

    /// <summary>Tells what each venue published about the bar that is taken next.</summary>
    /// <param name="venues">One entry per venue in the order of construction.</param>
    /// <exception cref="ArgumentException">There are more or fewer venues, or others.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An open interest is negative or infinite; nothing is then changed.</exception>
    public void Tell(ReadOnlySpan<VenueBar> venues)
    {
        if (venues.Length != _maps.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"venues holds {venues.Length} entries; expected {_maps.Length}."), nameof(venues));
        }

        for (int i = 0; i < venues.Length; i++)
        {
            if (venues[i].Venue != _venues[i])
            {
                throw new ArgumentException($"venues[{i}].Venue is '{venues[i].Venue}'; expected '{_venues[i]}'.", nameof(venues));
            }

            if (venues[i].OpenInterestQuantity is < 0 or double.PositiveInfinity)
            {
                Guard.NotNegative(venues[i].OpenInterestQuantity, FormattableString.Invariant($"venues[{i}].OpenInterestQuantity"));
            }
        }

        for (int i = 0; i < venues.Length; i++)
        {
            _openInterests[i] = venues[i].OpenInterestQuantity;
            _volumes[i] = venues[i].VolumeQuantity;
        }
    }

    /// <inheritdoc/>
    public void Take(in MarketBar bar)
    {
        bool isStarted = Map.IsReady;
        bool hasNewcomer = false;
        for (int i = 0; i < _maps.Length; i++)
        {
            // A newcomer is not seeded at today's price when others show where positions stand.
            bool isNewcomer = isStarted && !_maps[i].IsReady && _openInterests[i] > 0;
            hasNewcomer |= isNewcomer;
            _maps[i].Update(bar with
            {
                VolumeQuantity = _volumes[i],
                OpenInterestQuantity = isNewcomer ? double.NaN : _openInterests[i],
            });
        }

        Map.TakeSum(bar, _maps, _whole, _whole);
        if (hasNewcomer && Map.OpenQuantity(PositionSide.Long) > 0 && Map.OpenQuantity(PositionSide.Short) > 0)
        {
            Adopt();
        }

        Array.Fill(_openInterests, double.NaN);
        Array.Fill(_volumes, double.NaN);
    }

    private void Adopt()
    {
        for (int i = 0; i < _maps.Length; i++)
        {
            if (!_maps[i].IsReady && _openInterests[i] > 0)
            {
                _maps[i].SeedLike(Map, _openInterests[i]);
            }
        }

        Map.SumAgain(_maps, _whole, _whole);
    }
}

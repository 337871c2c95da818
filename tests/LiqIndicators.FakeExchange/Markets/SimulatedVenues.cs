using LiqIndicators.Analytics.Market;
using LiqIndicators.MarketData.Venues;
using LiqIndicators.Simulation;

namespace LiqIndicators.FakeExchange.Markets;

/// <summary>
/// One simulated market over all venues: each has a share of its open interest, volume and throttled liquidation prints, and a price a
/// few basis points off.
/// </summary>
/// <remarks>Shares drift by half a percent over a day, so that no venue's open interest can be had from another's to the last digit.</remarks>
public sealed class SimulatedVenues : FakeMarket
{
    private const int DaysBefore = 40;
    private const int DaysAfter = 4;
    private const int Seed = 1001;

    // What one order is worth at most, so that a burst is many prints.
    private const double LargestPrint = 60_000;

    private const int MostPrints = 12;

    // Where a venue names no time of a print and its clock is known to half a second, nobody can tell which bar one at the edge is of.
    private const double EdgeSeconds = 2;

    private static readonly Dictionary<VenueId, (double Share, double Price)> Parts = new()
    {
        [VenueId.Binance] = (0.32, 1),
        [VenueId.Bybit] = (0.20, 1.0005),
        [VenueId.Okx] = (0.16, 0.9998),
        [VenueId.Hyperliquid] = (0.10, 1.0002),
        [VenueId.BitMex] = (0.06, 0.9995),
        [VenueId.BinanceCoinM] = (0.08, 1.0003),
    };

    private static readonly Lazy<SimulatedVenues> InMay2026 = new(() => new SimulatedVenues(new DateTime(2026, 5, 4, 0, 0, 0, DateTimeKind.Utc)));
    private static readonly Lazy<SimulatedVenues> AroundNow = new(() => new SimulatedVenues(DateTime.UtcNow.Date));

    private readonly IReadOnlyList<MarketBar> _bars;

    private SimulatedVenues(DateTime dayUtc)
    {
        SimulationOptions options = new()
        {
            Seed = Seed,
            Bar = Bar,
            Days = DaysBefore + DaysAfter,
            StartUtc = dayUtc.AddDays(-DaysBefore),
            InitialPrice = 60_000,
            TypicalOpenInterestQuantity = 300_000,
            TruthIntervalHours = 168,
        };
        _bars = MarketSimulation.Run(options).Bars;
        First = NumberOf(options.StartUtc);
    }

    /// <summary>The market around 4 May 2026, for tests in virtual time.</summary>
    public static SimulatedVenues Instance => InMay2026.Value;

    /// <summary>The same market played around today, for tests that live in the machine's time.</summary>
    public static SimulatedVenues Present => AroundNow.Value;

    /// <inheritdoc/>
    public override long First { get; }

    /// <inheritdoc/>
    public override decimal Price(VenueId venue, long number) => Rounded(At(number).Open * Parts[venue].Price, 2);

    /// <inheritdoc/>
    public override (decimal Open, decimal High, decimal Low, decimal Close, decimal Volume) Candle(VenueId venue, long number)
    {
        MarketBar bar = At(number);
        (double share, double price) = Parts[venue];
        return (
            Rounded(bar.Open * price, 2),
            Rounded(bar.High * price, 2),
            Rounded(bar.Low * price, 2),
            Rounded(bar.Close * price, 2),
            Rounded(bar.VolumeQuantity * share, 3));
    }

    /// <inheritdoc/>
    public override decimal OpenInterest(VenueId venue, long number)
    {
        double drift = 1 + (0.005 * Math.Sin((number / 46.0) + (int)venue));
        return Rounded(At(Math.Max(number - 1, First)).OpenInterestQuantity * Parts[venue].Share * drift, 3);
    }

    /// <inheritdoc/>
    public override decimal Funding(long number) => Rounded(At(Math.Max(number - 1, First)).FundingRate, 8);

    /// <inheritdoc/>
    public override IReadOnlyList<FakeLiquidation> Liquidations(VenueId venue, long number)
    {
        MarketBar bar = At(number);
        List<FakeLiquidation> prints = [];
        AddPrints(prints, First, venue, number, PositionSide.Long, bar.LiquidatedLongNotional, bar.Low, bar.Open);
        AddPrints(prints, First, venue, number, PositionSide.Short, bar.LiquidatedShortNotional, bar.High, bar.Open);
        prints.Sort((a, b) => a.TimeUtc.CompareTo(b.TimeUtc));
        return prints;
    }

    // Even parts at uneven times, never two of a venue and side in one second: that is all that most streams send.
    private static void AddPrints(
        List<FakeLiquidation> prints, long first, VenueId venue, long number, PositionSide side, double notional, double extreme, double open)
    {
        (double share, double scale) = Parts[venue];
        int count = (int)Math.Clamp(Math.Ceiling(notional * share / LargestPrint), 0, MostPrints);
        double slotSeconds = (Bar.TotalSeconds - (2 * EdgeSeconds)) / Math.Max(count, 1);
        for (int i = 0; i < count; i++)
        {
            Random random = new((((((int)(number - first) * 16) + (int)venue) * 2) + (int)side) * 16 + i);
            decimal price = Rounded(scale * (open + ((extreme - open) * (i + 1) / count)), 2);
            decimal quantity = Rounded(notional * share / count / (double)price, 3);
            if (quantity > 0)
            {
                double seconds = EdgeSeconds + (slotSeconds * i) + 0.5 + (random.NextDouble() * (slotSeconds - 1.5));
                prints.Add(new FakeLiquidation(TimeOf(number).AddMilliseconds(Math.Floor(seconds * 1000)), side, quantity, price));
            }
        }
    }

    private static decimal Rounded(double number, int places) => Math.Round((decimal)number, places);

    private MarketBar At(long number) => number >= First && number < First + _bars.Count
        ? _bars[(int)(number - First)]
        : throw new ArgumentOutOfRangeException(
            nameof(number), number, $"number is of {TimeOf(number):O}; expected a bar from {TimeOf(First):O} to {TimeOf(First + _bars.Count):O}.");
}

using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.OpenInterest;
using LiqIndicators.Analytics.Statistics;
using LiqIndicators.Analytics.Streaming;

namespace LiqIndicators.Analytics.Cascade;

/// <summary>Settings of <see cref="CascadeRisk"/>; the defaults suit hourly bars.</summary>
public sealed record CascadeRiskOptions
{
    /// <summary>Length of a bar; hours, in (0, 24].</summary>
    public double BarHours { get; init; } = 1;

    /// <summary>Bars behind volume, volatility, flow and prints; in [2, 100,000].</summary>
    public int WindowSamples { get; init; } = 168;

    /// <summary>Bars before they are used; in [2, <see cref="WindowSamples"/>].</summary>
    public int MinimumSamples { get; init; } = 48;

    /// <summary>Shock whose end is told; fraction of price, &gt; 0.</summary>
    public double Shock { get; init; } = 0.01;

    /// <summary>Share of the open mass that is closed into the market; in [0, 1]. 1 for cells that are scaled already.</summary>
    public double PassThrough { get; init; } = 1;

    /// <summary><c>Y</c> of the square-root law; &gt; 0.</summary>
    public double Impact { get; init; } = 1;

    /// <summary>Distance below which implied depth is held; fraction of price, &gt; 0.</summary>
    public double Knee { get; init; } = 0.0005;

    /// <summary>A day's volume over open interest where no volume is told; &gt; 0. An assumption, of the order of the largest venues.</summary>
    public double AssumedTurnover { get; init; } = 1.5;

    internal void Validate()
    {
        Guard.Positive(BarHours);
        Guard.InRange(BarHours, 0, 24);
        Guard.InRange(WindowSamples, 2, 100_000);
        Guard.InRange(MinimumSamples, 2, WindowSamples);
        Guard.Positive(Shock);
        Guard.InRange(PassThrough, 0, 1);
        Guard.Positive(Impact);
        Guard.Positive(Knee);
        Guard.Positive(AssumedTurnover);
    }
}

/// <summary>What a bar tells about the danger of a cascade; NaN for what is not available.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="Close">Last price; quote currency per base unit.</param>
/// <param name="VolumeNotional">Traded in the bar; quote currency, or NaN.</param>
/// <param name="OpenInterestNotional">One side, at the close; quote currency, or NaN. Stands in where no volume is told.</param>
/// <param name="SignedFlowNotional">Bought minus sold by takers; quote currency, or NaN.</param>
/// <param name="BidDepthNotional">Resting within one percent below the price; quote currency, or NaN.</param>
/// <param name="AskDepthNotional">Resting within one percent above the price; quote currency, or NaN.</param>
/// <param name="Prints">Liquidations printed in the bar; a count, or NaN.</param>
/// <param name="LongBurst">Intensity of printed liquidations of longs over its ordinary; or NaN.</param>
/// <param name="ShortBurst">Intensity of printed liquidations of shorts over its ordinary; or NaN.</param>
/// <param name="LongCells">Longs liquidated below the price, by distance; empty when no map is known. Read during the call only.</param>
/// <param name="ShortCells">Shorts liquidated above the price, by distance; empty when no map is known. Read during the call only.</param>
public readonly record struct CascadeRiskInput(
    DateTime TimeUtc,
    double Close,
    double VolumeNotional,
    double OpenInterestNotional,
    double SignedFlowNotional,
    double BidDepthNotional,
    double AskDepthNotional,
    double Prints,
    double LongBurst,
    double ShortBurst,
    ReadOnlyMemory<LiquidationCell> LongCells,
    ReadOnlyMemory<LiquidationCell> ShortCells);

/// <summary>Inputs that <see cref="CascadeRisk"/> went without.</summary>
[Flags]
public enum CascadeLacks
{
    /// <summary>Nothing is missing.</summary>
    None = 0,

    /// <summary>No order book on some side: its depth is implied by volume and volatility.</summary>
    OrderBook = 1,

    /// <summary>Neither order book, volume nor open interest: where a shock ends is not known.</summary>
    Depth = 2,

    /// <summary>No map on some side: its shock cannot be carried.</summary>
    Map = 4,

    /// <summary>No counts of prints: the branching ratio is NaN.</summary>
    Prints = 8,

    /// <summary>No signed flow: Kyle's lambda is NaN.</summary>
    Flow = 16,

    /// <summary>Too few bars.</summary>
    History = 32,

    /// <summary>No volume: it is taken to be a fixed share of open interest.</summary>
    Volume = 64,

    /// <summary>No intensity of printed liquidations on some side: the score is out of map and depth alone.</summary>
    Bursts = 128,
}

/// <summary>Danger on one side.</summary>
/// <param name="PeakReproduction">Largest reproduction number on the map; above 1 somewhere it runs by itself; NaN without map or depth.</param>
/// <param name="CriticalMove">Distance at which it starts to run by itself; fraction of price, NaN when nowhere or not known.</param>
/// <param name="EndMove">Where the shock ends; fraction of price, or NaN.</param>
/// <param name="EndPrice">Price there; quote currency per base unit, or NaN.</param>
/// <param name="ForcedNotional">Closed by force on the way; quote currency, or NaN.</param>
/// <param name="Amplification">End over shock; at least 1, or NaN.</param>
/// <param name="IsBeyondMap">Whether it ends where nothing is known to wait.</param>
/// <param name="Score">How much of what moves the market is forced closing, now or after the shock; in [0, 100), or NaN.</param>
public readonly record struct CascadeSideRisk(
    double PeakReproduction,
    double CriticalMove,
    double EndMove,
    double EndPrice,
    double ForcedNotional,
    double Amplification,
    bool IsBeyondMap,
    double Score);

/// <summary>One reading of <see cref="CascadeRisk"/>.</summary>
/// <param name="TimeUtc">Opening time of the bar; UTC.</param>
/// <param name="Score">The larger of the sides' scores; in [0, 100), NaN before the warm-up.</param>
/// <param name="Long">Danger to longs, below the price.</param>
/// <param name="Short">Danger to shorts, above the price.</param>
/// <param name="BranchingRatio">Prints set off by one print, from the clustering of counts; in [0, 1), or NaN.</param>
/// <param name="KyleLambda">Change of price per signed notional; fraction per quote currency, or NaN.</param>
/// <param name="DailyVolatility">Fraction per root day; NaN before the warm-up.</param>
/// <param name="DailyVolume">Quote currency per day, or NaN.</param>
/// <param name="DepthDivisor">By how much the bar's own move is taken to shrink depth; 1 when ordinary.</param>
/// <param name="Lacks">Inputs that were missing.</param>
public readonly record struct CascadeRiskReading(
    DateTime TimeUtc,
    double Score,
    CascadeSideRisk Long,
    CascadeSideRisk Short,
    double BranchingRatio,
    double KyleLambda,
    double DailyVolatility,
    double DailyVolume,
    double DepthDivisor,
    CascadeLacks Lacks)
{
    /// <summary>Danger on one side.</summary>
    public CascadeSideRisk Of(PositionSide side) => side == PositionSide.Long ? Long : Short;
}

/// <summary>How far a shock would be carried by the positions it liquidates, and how much of what happens now is liquidated already.</summary>
/// <remarks>
/// Score: <c>100 (1 - c / A)</c>. <c>A</c> is the amplification of the shock by the map: <c>1 - 1 / A</c> is the part of the final
/// move that forced closing would add. <c>c = min(1, 2 / burst)</c> is the part of printed liquidations that ordinary hours print
/// too, since intensities up to twice the mean come and go: the rest was set off by liquidations before it. So the score is small
/// while the map is thin and the tape quiet, 50 at a doubled move or at four times the ordinary intensity, and rises with either.
/// Where only one is known the other is left out and named. It is a mechanism under stated assumptions, not a probability.
/// </remarks>
public sealed class CascadeRisk : IStreamingIndicator<CascadeRiskInput, CascadeRiskReading>
{
    private const double OrdinaryBurst = 2;

    private readonly CascadeRiskOptions _options;
    private readonly double _barsPerDay;
    private readonly RollingSum _squares;
    private readonly RollingSum _volume;
    private readonly RollingSum _flowTimesChange;
    private readonly RollingSum _flowSquares;
    private readonly RollingMoments _prints;
    private DateTime _lastUtc = DateTime.MinValue;
    private double _lastClose = double.NaN;

    /// <summary>Creates the indicator without history.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CascadeRisk(CascadeRiskOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _options = options;
        _barsPerDay = 24 / options.BarHours;
        _squares = new RollingSum(options.WindowSamples);
        _volume = new RollingSum(options.WindowSamples);
        _flowTimesChange = new RollingSum(options.WindowSamples);
        _flowSquares = new RollingSum(options.WindowSamples);
        _prints = new RollingMoments(options.WindowSamples);
    }

    /// <inheritdoc/>
    public int WarmUpSamples => _options.MinimumSamples + 2;

    /// <summary>Readings of a whole series.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The times do not increase, or a number is outside its range.</exception>
    public static CascadeRiskReading[] Run(CascadeRiskOptions options, IReadOnlyList<CascadeRiskInput> series) =>
        StreamingRun.Over(new CascadeRisk(options), series);

    /// <inheritdoc/>
    public CascadeRiskReading Preview(in CascadeRiskInput input)
    {
        StreamingRun.Later(input.TimeUtc, _lastUtc);
        Guard.Positive(input.Close);
        CascadeLacks lacks = CascadeLacks.None;

        // The bar's own move is measured by the bars before it.
        double variance = _squares.Count >= _options.MinimumSamples ? _squares.Current / _squares.Count : double.NaN;
        double change = OpenInterestMath.Change(_lastClose, input.Close);
        lacks |= double.IsNaN(variance) ? CascadeLacks.History : 0;
        double divisor = variance > 0 ? CascadeMath.DepthDivisor(change / Math.Sqrt(variance)) : 1;
        double volatility = Math.Sqrt(variance * _barsPerDay);
        double volume = Volume(input, ref lacks);
        double branching = Branching(input.Prints);
        lacks |= double.IsNaN(branching) ? CascadeLacks.Prints : 0;
        double lambda = Lambda(input.SignedFlowNotional, change);
        lacks |= double.IsNaN(lambda) ? CascadeLacks.Flow : 0;

        DepthCurve below = Depth(input.BidDepthNotional, volume, volatility, divisor, ref lacks);
        DepthCurve above = Depth(input.AskDepthNotional, volume, volatility, divisor, ref lacks);
        bool isWarm = !double.IsNaN(variance);
        CascadeSideRisk longs = Side(input.LongCells.Span, below, input.LongBurst, input.Close, -1, isWarm, ref lacks);
        CascadeSideRisk shorts = Side(input.ShortCells.Span, above, input.ShortBurst, input.Close, 1, isWarm, ref lacks);
        double score = double.IsNaN(longs.Score) || shorts.Score > longs.Score ? shorts.Score : longs.Score;
        return new CascadeRiskReading(
            input.TimeUtc, score, longs, shorts, branching, lambda, volatility, volume, divisor, lacks);
    }

    /// <inheritdoc/>
    public CascadeRiskReading Update(in CascadeRiskInput input)
    {
        CascadeRiskReading reading = Preview(input);
        double change = OpenInterestMath.Change(_lastClose, input.Close);
        if (!double.IsNaN(change))
        {
            _squares.Add(change * change);
            _flowTimesChange.Add(input.SignedFlowNotional * change);
            _flowSquares.Add(input.SignedFlowNotional * input.SignedFlowNotional);
        }

        _volume.Add(input.VolumeNotional);
        if (!double.IsNaN(input.Prints))
        {
            _prints.Add(input.Prints);
        }

        _lastUtc = input.TimeUtc;
        _lastClose = input.Close;
        return reading;
    }

    /// <summary>Where a shock of a given size would carry the price now, for the path drawn ahead of it.</summary>
    /// <param name="reading">Reading of the input.</param>
    /// <param name="input">Input that the reading was made from.</param>
    /// <param name="side">Long for a fall, short for a rise.</param>
    /// <param name="shock">Fraction of price; &gt; 0.</param>
    /// <returns>The end; NaN throughout when map or depth is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="shock"/> is NaN or not above 0.</exception>
    public CascadeEnd Carry(in CascadeRiskReading reading, in CascadeRiskInput input, PositionSide side, double shock)
    {
        CascadeLacks lacks = CascadeLacks.None;
        double book = side == PositionSide.Long ? input.BidDepthNotional : input.AskDepthNotional;
        DepthCurve depth = Depth(book, reading.DailyVolume, reading.DailyVolatility, reading.DepthDivisor, ref lacks);
        ReadOnlySpan<LiquidationCell> cells = (side == PositionSide.Long ? input.LongCells : input.ShortCells).Span;
        return depth.Exists && cells.Length > 0
            ? CascadePath.End(shock, cells, depth, _options.PassThrough)
            : new CascadeEnd(double.NaN, double.NaN, double.NaN, false);
    }

    private double Volume(in CascadeRiskInput input, ref CascadeLacks lacks)
    {
        if (!double.IsNaN(input.VolumeNotional) && _volume.Count >= _options.MinimumSamples)
        {
            return _volume.Preview(input.VolumeNotional) / Math.Min(_volume.Count + 1, _options.WindowSamples) * _barsPerDay;
        }

        lacks |= double.IsNaN(input.VolumeNotional) ? CascadeLacks.Volume : 0;
        return double.IsNaN(input.VolumeNotional) ? _options.AssumedTurnover * input.OpenInterestNotional : double.NaN;
    }

    private DepthCurve Depth(double book, double volume, double volatility, double divisor, ref CascadeLacks lacks)
    {
        if (book > 0)
        {
            return DepthCurve.OfOrderBook(book, divisor);
        }

        lacks |= CascadeLacks.OrderBook;
        if (volume > 0 && volatility > 0)
        {
            return DepthCurve.OfImpact(volume, volatility, _options.Impact, _options.Knee, divisor);
        }

        lacks |= CascadeLacks.Depth;
        return default;
    }

    private CascadeSideRisk Side(
        ReadOnlySpan<LiquidationCell> cells,
        in DepthCurve depth,
        double burst,
        double close,
        int direction,
        bool isWarm,
        ref CascadeLacks lacks)
    {
        lacks |= cells.Length == 0 ? CascadeLacks.Map : 0;
        bool isCarried = cells.Length > 0 && depth.Exists;
        double peak = double.NaN;
        double critical = isCarried ? CascadePath.CriticalMove(cells, depth, _options.PassThrough, out peak) : double.NaN;
        CascadeEnd end = isCarried
            ? CascadePath.End(_options.Shock, cells, depth, _options.PassThrough)
            : new CascadeEnd(double.NaN, double.NaN, double.NaN, false);
        double amplification = isCarried ? end.Amplification : 1;
        lacks |= double.IsNaN(burst) ? CascadeLacks.Bursts : 0;
        double apart = burst > OrdinaryBurst ? OrdinaryBurst / burst : 1;
        bool isKnown = isWarm && (isCarried || !double.IsNaN(burst));
        return new CascadeSideRisk(
            peak,
            critical,
            end.Move,
            close * (1 + (direction * end.Move)),
            end.ForcedNotional,
            end.Amplification,
            end.IsBeyondMap,
            isKnown ? 100 * (1 - (apart / amplification)) : double.NaN);
    }

    private double Branching(double prints)
    {
        if (double.IsNaN(prints) || _prints.Count < _options.MinimumSamples)
        {
            return double.NaN;
        }

        Moments moments = _prints.Preview(prints);

        // Without any print there is no clustering: nothing sets off anything.
        return moments.Mean > 0 && moments.Deviation > 0
            ? HawkesIntensity.BranchingRatioOfCounts(moments.Mean, moments.Deviation * moments.Deviation)
            : 0;
    }

    // Least squares of change on flow through the origin: no flow, no impact.
    private double Lambda(double flow, double change)
    {
        if (double.IsNaN(flow) || double.IsNaN(change) || _flowSquares.Count < _options.MinimumSamples)
        {
            return double.NaN;
        }

        double squares = _flowSquares.Preview(flow * flow);
        return squares > 0 ? _flowTimesChange.Preview(flow * change) / squares : double.NaN;
    }
}

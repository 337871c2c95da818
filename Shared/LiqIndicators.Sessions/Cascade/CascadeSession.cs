using LiqIndicators.Analytics.Alerts;
using LiqIndicators.Analytics.Cascade;
using LiqIndicators.Analytics.Liquidation;
using LiqIndicators.Analytics.Liquidation.Forecast;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.MarketData.Feeds;
using LiqIndicators.Sessions.Alerts;
using LiqIndicators.Sessions.Following;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Cascade;

/// <summary>Follows how far a shock would be carried by forced closing, how probable a flush is, and where the treadmill stands.</summary>
public sealed class CascadeSession : WindowSession<CascadeReadings>
{
    private const double AlertMargin = 5;

    // The path is drawn over this many bars: to the shock, and on to its end. Few, because labels of bands stand at the right edge.
    private const int ShockBars = 2;
    private const int EndBars = 6;

    private readonly CascadeOptions _options;
    private readonly CascadeCells _longCells = new(PositionSide.Long);
    private readonly CascadeCells _shortCells = new(PositionSide.Short);
    private LiquidationForecast? _forecast;
    private CascadeRisk? _risk;
    private HourlyProbabilities? _probabilities;
    private TreadmillFollower? _treadmill;
    private CascadeRiskInput _lastInput;
    private CascadeRiskReading _last;
    private CascadeProbabilityReading? _lastProbability;
    private TreadmillReading _lastState;
    private string _lastReason = "";
    private double _price = double.NaN;

    /// <summary>Starts before the first bar of a feed.</summary>
    /// <param name="options">Choices.</param>
    /// <param name="feed">The market to follow.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is NaN or outside its range.</exception>
    public CascadeSession(CascadeOptions options, IMarketFeed feed)
        : base(feed, CascadeReadings.None)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
        Watches =
        [
            new(_options.AlertScore, AlertCrossing.Up, AlertMargin, (readings, _) => readings.LongScore, readings => Text("longs", readings.LongScore)),
            new(_options.AlertScore, AlertCrossing.Up, AlertMargin, (readings, _) => readings.ShortScore, readings => Text("shorts", readings.ShortScore)),
            AlertWatch.When<CascadeReadings>((readings, _) => readings.HasChangedPhase > 0, _ => "Treadmill: " + _lastReason),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<AlertWatch<CascadeReadings>> Watches { get; }

    private protected override string Title => "Cascade risk";

    private protected override void StartAgain()
    {
        _forecast = new LiquidationForecast(LiquidationModel.CreateMap(BarLength), BarLength);
        _risk = new CascadeRisk(_options.ForBars(BarLength));
        _probabilities = new HourlyProbabilities(BarLength);
        _lastProbability = null;
        _treadmill = new TreadmillFollower(BarLength);
        _lastReason = "";
    }

    private protected override CascadeReadings Read(in MarketBar bar, DateTime publishedUtc)
    {
        LiquidationForecast forecast = _forecast!;
        forecast.Update(bar);
        TreadmillReading state = _treadmill!.Update(bar, Feed.Venues, publishedUtc, forecast.Map);

        // Without the order book, which has no history: a bar reads the same whenever it is computed.
        _lastInput = new CascadeRiskInput(
            bar.TimeUtc,
            bar.Close,
            bar.VolumeQuantity * bar.Close,
            bar.OpenInterestNotional,
            double.NaN,
            double.NaN,
            double.NaN,
            Prints(Feed.Venues),
            _treadmill.Tape.LongBurst,
            _treadmill.Tape.ShortBurst,
            _longCells.Of(forecast),
            _shortCells.Of(forecast));
        CascadeRiskReading risk = _risk!.Update(_lastInput);
        CascadeProbabilityReading? probability = _probabilities!.Update(bar);
        bool hasChanged = state.Transition.Rule != TreadmillRule.None;
        _last = risk;
        _lastProbability = probability;
        _lastState = state;
        _lastReason = hasChanged ? state.Transition.Reason : _lastReason;
        _price = bar.Close;
        return new CascadeReadings(
            publishedUtc,
            risk.Long.Score,
            risk.Short.Score,
            risk.Long.EndPrice,
            risk.Short.EndPrice,
            100 * (probability?.Long1 ?? double.NaN),
            100 * (probability?.Long4 ?? double.NaN),
            100 * (probability?.Long24 ?? double.NaN),
            100 * (probability?.Short1 ?? double.NaN),
            100 * (probability?.Short4 ?? double.NaN),
            100 * (probability?.Short24 ?? double.NaN),
            state.Phase == TreadmillPhase.Unknown ? double.NaN : (int)state.Phase - (int)TreadmillPhase.Reset,
            SideOf(state),
            state.AdverseSigmas,
            hasChanged ? 1 : 0);
    }

    private protected override void Fill(ChartDrawing drawing, DateTime nowUtc, TimeSpan barLength)
    {
        // From an old price on, a path would begin where the price is not.
        if (_options.ShowsPath && !drawing.IsStale)
        {
            Path(drawing, PositionSide.Long, -1, nowUtc, barLength);
            Path(drawing, PositionSide.Short, 1, nowUtc, barLength);
        }
    }

    private void Path(ChartDrawing drawing, PositionSide side, int direction, DateTime nowUtc, TimeSpan barLength)
    {
        double endPrice = EndPriceNow(side, Feed.BookNow());
        if (double.IsNaN(endPrice))
        {
            return;
        }

        double price = Offset.Ratio * _price;
        double shocked = price * (1 + (direction * _options.ShockPct / 100));
        DateTime shockUtc = nowUtc + (barLength * ShockBars);
        DateTime endUtc = nowUtc + (barLength * EndBars);
        drawing.Segments.Add(new ChartSegment(nowUtc, price, shockUtc, shocked, side, IsModel: false));
        drawing.Segments.Add(new ChartSegment(shockUtc, shocked, endUtc, endPrice, side, IsModel: true));
    }

    /// <summary>Where the shock would carry the price to now, on the broker's chart; NaN where it is not known.</summary>
    private double EndPriceNow(PositionSide side, BookDepth? book)
    {
        double move = EndNow(side, book);
        return Offset.Ratio * _price * (side == PositionSide.Long ? 1 - move : 1 + move);
    }

    // The book is known now only, so it has a part in what is said of now and in nothing that is kept.
    private double EndNow(PositionSide side, BookDepth? book) => book is null
        ? _last.Of(side).EndMove
        : _risk!.Carry(
            _last,
            _lastInput with { BidDepthNotional = book.BidNotional, AskDepthNotional = book.AskNotional },
            side,
            _options.ShockPct / 100).Move;

    private static double Prints(ReadOnlySpan<VenueBar> venues)
    {
        double prints = double.NaN;
        foreach (ref readonly VenueBar venue in venues)
        {
            double count = venue.LongPrints + venue.ShortPrints;
            prints = double.IsNaN(prints) ? count : prints + (double.IsNaN(count) ? 0 : count);
        }

        return prints;
    }

    private protected override CascadeReadings OnChart(in CascadeReadings readings, double ratio) =>
        readings with { LongEndPrice = ratio * readings.LongEndPrice, ShortEndPrice = ratio * readings.ShortEndPrice };

    private protected override void AddLines(List<HudLine> lines)
    {
        bool isReadable = !double.IsNaN(_last.Score);
        if (_lastState.Phase != TreadmillPhase.Unknown)
        {
            lines.Add(PhaseText.Line("", _lastState, _lastReason));
        }

        if (isReadable)
        {
            BookDepth? book = Feed.BookNow();
            string depth = book is null ? "" : $", book {NumberText.Money(book.BidNotional)} / {NumberText.Money(book.AskNotional)} in 1%";
            lines.Add(new(
                "",
                $"{NumberText.Fine(_options.ShockPct, 1)}% shock: down {NumberText.Fine(100 * EndNow(PositionSide.Long, book), 1)}%, up {NumberText.Fine(100 * EndNow(PositionSide.Short, book), 1)}%{depth}"));
            lines.Add(new("", $"to {EndText(PositionSide.Long, book)} / {EndText(PositionSide.Short, book)}"));
        }

        if (_lastProbability is { } probability && !double.IsNaN(probability.Long1 + probability.Short1))
        {
            lines.Add(new("", $"flush in 1 h: longs {NumberText.Share(probability.Long1)}, shorts {NumberText.Share(probability.Short1)}"));
        }

        // Long, so it stands where a narrow window leaves out first.
        BreakersText.Add(lines, _lastState);
        if (_options.ShowsPath && Offset.Text.Length > 0)
        {
            lines.Add(new("", "path " + Offset.Text, Offset.Tone));
        }

        AddMissing(
            lines,
            Feed.BookNow() is null ? _last.Lacks : _last.Lacks & ~CascadeLacks.OrderBook,
            isReadable,
            (CascadeLacks.Map, "map (open interest)"),
            (CascadeLacks.Depth, "depth (order book, volume or open interest)"),
            (CascadeLacks.History, "history"),
            (CascadeLacks.Bursts, "printed liquidations"),
            (CascadeLacks.Volume, "volume (1.5 open interests a day assumed)"),
            (CascadeLacks.OrderBook, "order book"));
        if (!_probabilities!.IsPossible)
        {
            lines.Add(new("", "no probabilities: bars do not make up hours", HudTone.Quiet));
        }
    }

    private string EndText(PositionSide side, BookDepth? book) => NumberText.Price(EndPriceNow(side, book), _options.PriceDigits);

    /// <summary>Nobody is at risk of a market that rests or builds up.</summary>
    private static double SideOf(in TreadmillReading state) => state.Phase switch
    {
        TreadmillPhase.Unknown => double.NaN,
        TreadmillPhase.Reset or TreadmillPhase.Building => 0,
        _ => state.Side == PositionSide.Long ? 1 : -1,
    };

    private static string Text(string side, double score) =>
        $"Cascade risk of {side} at {NumberText.Fine(score, 0)} of 100: forced closing makes, or would make, that much of a move";
}

using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Positions;
using LiqIndicators.Simulation.Price;
using LiqIndicators.Simulation.Randomness;
using LiqIndicators.Simulation.Traders;
using LiqIndicators.Simulation.Truth;
using LiqIndicators.Simulation.Venue;

namespace LiqIndicators.Simulation;

/// <summary>The loop over minutes: news moves the price, crossed positions are liquidated into the book, traders act.</summary>
internal sealed class SimulationEngine
{
    private const double MinuteHours = 1.0 / 60;
    private readonly SimulationOptions _options;
    private readonly ExogenousPrice _outside;
    private readonly OrderBook _orders;
    private readonly PositionLedger _ledger;
    private readonly OpenInterestWish _wish;
    private readonly RandomStream _outsideRandom;
    private readonly RandomStream _volumeRandom;
    private readonly FundingRate _funding = new();
    private readonly LiquidationFeed _longFeed = new();
    private readonly LiquidationFeed _shortFeed = new();
    private readonly BarBuilder _bar = new();
    private readonly TruthCounter _truth;
    private double _minuteLongNotional;
    private double _minuteShortNotional;

    /// <summary>A market before its run-in.</summary>
    public SimulationEngine(SimulationOptions options, IReadOnlyList<Shock> shocks)
    {
        RandomStream Draws(RandomPart part) => new(options.Seed, (int)part);
        _options = options;
        _outside = new ExogenousPrice(options, shocks, Draws(RandomPart.Price));
        _orders = new OrderBook(
            options.InitialPrice,
            MarketParameters.QuietDepth * (options.Scenario == SimulationScenario.Cascade ? MarketParameters.CascadeDepth : 1));
        TraderMix mix = TraderMix.Draw(Draws(RandomPart.Mix));
        TraderSide longs = new(PositionSide.Long, options, mix, Draws(RandomPart.Longs));
        TraderSide shorts = new(PositionSide.Short, options, mix, Draws(RandomPart.Shorts));
        _truth = new TruthCounter(options.InitialPrice, TraderMix.LeverageMenu.Length);
        _ledger = new PositionLedger(options, mix, longs, shorts);
        _wish = new OpenInterestWish(options, shocks, Draws(RandomPart.OpenInterest));
        _outsideRandom = Draws(RandomPart.Outside);
        _volumeRandom = Draws(RandomPart.Volume);
    }

    /// <summary>Runs in, then gives the published hours.</summary>
    public IEnumerable<SimulatedHour> Run()
    {
        _ledger.Longs.Open(_options.TypicalOpenInterestQuantity, _orders.Price, 0, turn: 0);
        _ledger.Shorts.Open(_options.TypicalOpenInterestQuantity, _orders.Price, 0, turn: 0);
        _ledger.Balance(_orders.Price, rolledShare: 1);
        int runIn = MarketParameters.RunInDays * 24;
        int last = _options.Days * 24;
        for (int hour = -runIn; hour < last; hour++)
        {
            SimulatedHour result = RunHour(_options.StartUtc.AddHours(hour), hour + runIn, hour >= 0);
            if (hour >= 0)
            {
                yield return result;
            }
        }
    }

    private SimulatedHour RunHour(DateTime startUtc, int hourNumber, bool isPublished)
    {
        _ledger.Longs.Review(_orders.Price, hourNumber);
        _ledger.Shorts.Review(_orders.Price, hourNumber);
        if (hourNumber % 24 == 0)
        {
            _ledger.Longs.Book.RecountGroups();
            _ledger.Shorts.Book.RecountGroups();
        }

        int barMinutes = (int)_options.Bar.TotalMinutes;
        MarketBar[] bars = new MarketBar[60 / barMinutes];
        double trueLong = 0;
        double trueShort = 0;
        double open = _orders.Price;
        for (int minute = 0; minute < 60; minute++)
        {
            if (minute % barMinutes == 0)
            {
                _bar.Start(_orders.Price);
                _longFeed.Reset();
                _shortFeed.Reset();
            }

            RunMinute(startUtc.AddMinutes(minute), minute);
            if ((minute + 1) % barMinutes == 0)
            {
                DateTime openUtc = startUtc.AddMinutes(minute + 1 - barMinutes);
                bars[minute / barMinutes] = _bar.Close(
                    openUtc,
                    _orders.Price,
                    _ledger.OpenInterestQuantity,
                    _funding.Rate,
                    _longFeed.PublishedNotional,
                    _shortFeed.PublishedNotional);
                trueLong += _longFeed.TrueNotional;
                trueShort += _shortFeed.TrueNotional;
            }
        }

        _wish.EndHour(startUtc.AddHours(1), Math.Log(_orders.Price / open), _outside.VolatilityRatio);

        double ratio = _ledger.Longs.Book.TotalQuantity() / _ledger.Shorts.Book.TotalQuantity();
        bool isCounted = isPublished && (hourNumber + 1) % _options.TruthIntervalHours == 0;
        TruthSnapshot? truth = isCounted ? _truth.Take(startUtc.AddHours(1), _orders.Price, _ledger) : null;
        return new SimulatedHour(bars, ratio, trueLong, trueShort, truth);
    }

    private void RunMinute(DateTime timeUtc, int minute)
    {
        double before = _orders.Price;
        _orders.MoveOutside(_outside.NextReturn(timeUtc));
        _bar.Trade(_orders.Price);
        _minuteLongNotional = 0;
        _minuteShortNotional = 0;
        LiquidateForOutsideReasons();
        RunForcedOrders();
        double minuteReturn = Math.Log(_orders.Price / before);
        _orders.RememberStress(minuteReturn, _outside.MinuteVolatility);
        if ((minute + 1) % MarketParameters.DecisionMinutes == 0)
        {
            LetTradersDecide((minute + 1) / MarketParameters.DecisionMinutes);
        }

        _ledger.Balance(_orders.Price, rolledShare: 0.005 * MinuteHours);
        double openInterestNotional = _ledger.OpenInterestQuantity * _orders.Price;
        _longFeed.Add(_minuteLongNotional, openInterestNotional);
        _shortFeed.Add(_minuteShortNotional, openInterestNotional);
        _funding.Update(
            Math.Log(_ledger.Longs.Book.TotalQuantity() / _ledger.Shorts.Book.TotalQuantity()), _wish.Trend);
        double activity = _outside.VolatilityRatio * _volumeRandom.NextLogNormal(0.5);
        _bar.AddVolume(activity * MinuteHours * MarketParameters.DayTradingPerHour * _ledger.OpenInterestQuantity);
    }

    private void LetTradersDecide(int turn)
    {
        const double Hours = MarketParameters.DecisionMinutes * MinuteHours;
        double longs = _ledger.Longs.Book.TotalQuantity();
        double shorts = _ledger.Shorts.Book.TotalQuantity();
        double noise = _wish.NextNoise(Hours, _outside.VolatilityRatio);
        double activity = 0.5 + (0.5 * Math.Min(_outside.VolatilityRatio, 4));
        double tilt = MarketParameters.LeverageTiltByTrend * _wish.Trend;
        double traded = _ledger.Longs.Decide(
            _orders.Price, Hours, activity, noise + _wish.GrowthOf(PositionSide.Long, longs, Hours), tilt, turn);
        traded += _ledger.Shorts.Decide(
            _orders.Price, Hours, activity, noise + _wish.GrowthOf(PositionSide.Short, shorts, Hours), -tilt, turn);
        _bar.AddVolume(traded / 2);
    }

    private void RunForcedOrders()
    {
        while (true)
        {
            double pressure = Take(_ledger.Longs, PositionSide.Long) + Take(_ledger.Shorts, PositionSide.Short);
            if (pressure == 0)
            {
                return;
            }

            _orders.Execute(pressure / _ledger.OpenInterestQuantity);
            _bar.Trade(_orders.Price);
        }
    }

    private double Take(TraderSide traders, PositionSide side)
    {
        double price = _orders.Price;
        LotBook book = traders.Book;
        double liquidated = book.Liquidate(price);
        double stopped = book.StopOut(price);
        double closed = liquidated + stopped;
        if (closed == 0)
        {
            return 0;
        }

        NoteLiquidation(side, liquidated);
        traders.Sideline(liquidated);
        traders.Replace(stopped);
        CloseAgainst(side, liquidated);
        _bar.AddVolume(closed);
        double urgent = liquidated + (MarketParameters.StopUrgency * stopped);
        return side == PositionSide.Long ? -urgent : urgent;
    }

    private void LiquidateForOutsideReasons()
    {
        if (_options.LargestLeverage <= 1)
        {
            return; // Nobody owes anything, here or elsewhere.
        }

        foreach (PositionSide side in (ReadOnlySpan<PositionSide>)[PositionSide.Long, PositionSide.Short])
        {
            if (_outsideRandom.NextUniform() < MarketParameters.OutsideLiquidationsPerHour * MinuteHours)
            {
                LotBook book = _ledger.TradersOf(side).Book;
                double share = MarketParameters.OutsideLiquidationShare * _outsideRandom.NextLogNormal(1.6)
                    * _outside.VolatilityRatio;
                double liquidated = book.CloseShareOfAll(Math.Min(share, 0.001));
                NoteLiquidation(side, liquidated);
                CloseAgainst(side, liquidated);
            }
        }
    }

    private void NoteLiquidation(PositionSide side, double quantity)
    {
        if (side == PositionSide.Long)
        {
            _minuteLongNotional += quantity * _orders.Price;
        }
        else
        {
            _minuteShortNotional += quantity * _orders.Price;
        }
    }

    private void CloseAgainst(PositionSide side, double quantity)
    {
        TraderSide other = _ledger.TradersOf(side == PositionSide.Long ? PositionSide.Short : PositionSide.Long);
        double share = MarketParameters.CounterCloseShare * quantity / other.Book.TotalQuantity();
        other.Sideline(other.Book.CloseShareOfAll(Math.Min(share, 0.5)));
    }
}

using LiqIndicators.Analytics.Market;
using LiqIndicators.Simulation.Positions;
using LiqIndicators.Simulation.Randomness;

namespace LiqIndicators.Simulation.Traders;

/// <summary>The traders of one side: they open, close by choice, take profit, give up and add margin.</summary>
internal sealed class TraderSide
{
    private const int ReviewParts = 4;
    private readonly SimulationOptions _options;
    private readonly TraderMix _mix;
    private readonly RandomStream _random;
    private readonly double _sign;
    private readonly double[] _waiting = new double[TraderMix.LeverageMenu.Length];
    private readonly EvenSequence[] _traits = new EvenSequence[TraderMix.LeverageMenu.Length];
    private double _toReplace;
    private double _sidelined;

    /// <summary>Traders without positions.</summary>
    public TraderSide(PositionSide side, SimulationOptions options, TraderMix mix, RandomStream random)
    {
        _options = options;
        _mix = mix;
        _random = random;
        _sign = side == PositionSide.Long ? 1 : -1;
        for (int group = 0; group < _traits.Length; group++)
        {
            _traits[group] = new EvenSequence(random);
        }

        Book = new LotBook(side, TraderMix.LeverageMenu.Length, options.InitialPrice, mix.Tiers);
    }

    /// <summary>Their open positions.</summary>
    public LotBook Book { get; }

    /// <summary>Lets the traders act: churn, and a net change spread over the leverages.</summary>
    /// <param name="price">Traded price; quote per base.</param>
    /// <param name="hours">Since the last call.</param>
    /// <param name="activity">Multiplies the rate of closing by choice; 1 in ordinary times.</param>
    /// <param name="netGrowth">Wanted change over the present mass, beyond the replacement of closed positions.</param>
    /// <param name="leverageTilt">Power of leverage added to the mix of new positions.</param>
    /// <param name="turn">Number of the call; low leverages open a lot at every few calls, and their wishes wait until then.</param>
    /// <returns>Traded by opening and closing; base units.</returns>
    public double Decide(
        double price, double hours, double activity, double netGrowth, double leverageTilt, int turn)
    {
        double present = Book.TotalQuantity();
        double returning = _sidelined * (1 - Math.Exp(-hours / MarketParameters.ReentryHours));
        _sidelined -= returning;
        double closed = _toReplace;
        _toReplace = 0;
        for (int group = 0; group < Book.Groups; group++)
        {
            double share = 1 - Math.Exp(-_mix.CloseHazardPerHour[group] * activity * hours);
            closed += Book.CloseShareOfGroup(group, share);
        }

        double opened = closed + returning + (netGrowth * present);
        if (opened < 0)
        {
            return closed + Book.CloseShareOfAll(Math.Min(0.5, -opened / present));
        }

        Open(opened, price, leverageTilt, turn);
        return closed + opened;
    }

    /// <summary>Notes positions that were closed by choice: others open as much at the next decision.</summary>
    /// <param name="quantity">Base units.</param>
    public void Replace(double quantity) => _toReplace += quantity;

    /// <summary>Notes positions that ended in haste: those who held them come back over the next days.</summary>
    /// <param name="quantity">Base units.</param>
    public void Sideline(double quantity) => _sidelined += quantity;

    /// <summary>Opens positions over the whole mix at once.</summary>
    public void Open(double quantity, double price, double leverageTilt, int turn)
    {
        Span<double> share = stackalloc double[TraderMix.LeverageMenu.Length];
        double sum = 0;
        for (int group = 0; group < share.Length; group++)
        {
            share[group] = _mix.FlowShare[group] * Math.Pow(TraderMix.LeverageMenu[group] / 7, leverageTilt);
            sum += share[group];
        }

        for (int group = 0; group < share.Length; group++)
        {
            _waiting[group] += quantity * share[group] / sum;
            if (turn % TurnsPerOpening(TraderMix.LeverageMenu[group]) == 0 && _waiting[group] > 0)
            {
                OpenLots(group, _waiting[group], price);
                _waiting[group] = 0;
            }
        }
    }

    /// <summary>Looks at a part of the lots: profits are taken, losses given up, margin added, remainders closed.</summary>
    /// <param name="price">Traded price; quote per base.</param>
    /// <param name="hour">Number of the hour; each lot has its turn every four hours.</param>
    public void Review(double price, int hour)
    {
        const double SmallestOpenShare = 0.02;
        for (int lot = hour % ReviewParts; lot < Book.UsedLots; lot += ReviewParts)
        {
            if (Book.Quantity(lot) <= 0)
            {
                continue;
            }

            if (Book.OpenShare(lot) < SmallestOpenShare)
            {
                _toReplace += Book.CloseLot(lot, 1);
                continue;
            }

            double entry = Book.EntryPrice(lot);
            double returnOnMargin = _sign * (price - entry) / (entry * Book.MeanMargin(lot));
            double rate = returnOnMargin > 0
                ? MarketParameters.ProfitHazardPerHour * Math.Min(returnOnMargin, 3)
                : MarketParameters.LossHazardPerHour * Math.Min(-returnOnMargin, 1);
            _toReplace += Book.CloseLot(lot, Math.Min(0.9, ReviewParts * rate));
            if (returnOnMargin < -0.5 && _random.NextUniform() < ReviewParts * MarketParameters.TopUpHazardPerHour)
            {
                Book.TopUp(lot, MarketParameters.TopUpShare * Book.MeanMargin(lot));
            }
        }
    }

    private void OpenLots(int group, double quantity, double price)
    {
        double leverage = Math.Min(TraderMix.LeverageMenu[group], _options.LargestLeverage);
        double withoutStop = MarketParameters.NoStopShareAtFiveTimes
            * Math.Min(1.5, Math.Pow(5 / leverage, MarketParameters.NoStopLeverageExponent));
        double largestNotional = 0.99 * _mix.Tiers.LargestNotional(leverage);
        EvenSequence traits = _traits[group];
        int parts = MarginParts(leverage);
        for (int part = 0; part < parts; part++)
        {
            double nearMargin = Margin(leverage, (double)part / parts);
            double farMargin = Margin(leverage, (part + 1.0) / parts);
            for (int isStopped = 0; isStopped <= 1; isStopped++)
            {
                traits.Next();
                double share = isStopped == 1 ? 1 - withoutStop : withoutStop;
                double stop = isStopped == 1 ? 0.3 + (0.65 * traits[0]) : double.NaN;
                double notional = Math.Min(20_000 * Math.Exp(1.8 * NormalQuantile.Of(traits[1])), largestNotional);
                Book.Open(group, quantity * share / parts, price, nearMargin, farMargin, notional / price, stop);
            }
        }
    }

    private static int TurnsPerOpening(double leverage) => leverage switch
    {
        <= 10 => 6,
        <= 25 => 3,
        <= 75 => 2,
        _ => 1,
    };

    // Low leverage spreads its liquidation prices over many cells, and needs more lots to show how they are spread.
    private static int MarginParts(double leverage) => leverage switch
    {
        <= 10 => 3,
        <= 25 => 2,
        _ => 1,
    };

    private static double Margin(double leverage, double probability)
    {
        double extraMargin = -MarketParameters.MeanExtraMargin * Math.Log(1 - Math.Min(probability, 0.985));
        return leverage <= 1 ? 1 : Math.Min(LotBook.LargestMargin, (1 + extraMargin) / leverage);
    }
}

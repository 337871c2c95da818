using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Volumes and margins of a snapshot by symbol; refilled for each decision without allocating.</summary>
internal sealed class ExposureBook
{
    private double[] _long = [];
    private double[] _short = [];
    private double[] _longMargin = [];
    private double[] _shortMargin = [];
    private double[] _entryValue = [];
    private double[] _unit = [];
    private bool[] _isPriced = [];
    private int[] _symbolOfPosition = [];
    private GuardSnapshot _snapshot = new();
    private double _marginScale = 1;

    /// <summary>Number of symbols.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a position names a symbol that is not listed.</summary>
    public bool HasUnlistedSymbol { get; private set; }

    /// <summary>Takes over the positions of a snapshot.</summary>
    public void Read(GuardSnapshot snapshot)
    {
        _snapshot = snapshot;
        Count = snapshot.Symbols.Count;
        Reserve(Count, snapshot.Positions.Count);
        Array.Clear(_long, 0, Count);
        Array.Clear(_short, 0, Count);
        Array.Clear(_longMargin, 0, Count);
        Array.Clear(_shortMargin, 0, Count);
        Array.Clear(_entryValue, 0, Count);
        HasUnlistedSymbol = false;

        for (int p = 0; p < snapshot.Positions.Count; p++)
        {
            PositionState position = snapshot.Positions[p];
            int symbol = snapshot.IndexOfSymbol(position.Symbol);
            _symbolOfPosition[p] = symbol;
            if (symbol < 0)
            {
                HasUnlistedSymbol = true;
                continue;
            }

            bool isLong = position.Side == PositionSide.Long;
            (isLong ? _long : _short)[symbol] += position.Volume;
            (isLong ? _longMargin : _shortMargin)[symbol] += position.Margin;
            _entryValue[symbol] += position.Volume * position.EntryPrice;
        }

        for (int i = 0; i < Count; i++)
        {
            SetUnit(i, snapshot.Symbols[i], snapshot.Account.Leverage);
        }

        _marginScale = 1;
        double modelled = TotalMargin();
        double reported = snapshot.Account.Margin;
        if (modelled > 0 && reported > 0)
        {
            _marginScale = reported / modelled;
        }
    }

    /// <summary>Index of the symbol of a position; -1 when it is not listed.</summary>
    public int SymbolOfPosition(int position) => _symbolOfPosition[position];

    /// <summary>Volume of one side; units.</summary>
    public double Volume(int symbol, PositionSide side) => (side == PositionSide.Long ? _long : _short)[symbol];

    /// <summary>Volume of one side less the other; units; negative when the other is larger.</summary>
    public double NetVolume(int symbol, PositionSide side) =>
        side == PositionSide.Long ? _long[symbol] - _short[symbol] : _short[symbol] - _long[symbol];

    /// <summary>Value of one unit; deposit currency; NaN when neither price nor margin tell it.</summary>
    public double UnitValue(int symbol) => _unit[symbol];

    /// <summary>Whether the symbol has a price and a conversion now.</summary>
    public bool IsPriced(int symbol) => _isPriced[symbol];

    /// <summary>Takes volume off a side, as a planned cut would; negative puts it back.</summary>
    public void Take(int symbol, PositionSide side, double volume) =>
        (side == PositionSide.Long ? _long : _short)[symbol] -= volume;

    /// <summary>A measure of one symbol after taking volume off each side; deposit currency.</summary>
    public double Measure(ExposureMeasure measure, int symbol, double lessLong = 0, double lessShort = 0)
    {
        double longs = Math.Max(0, _long[symbol] - lessLong);
        double shorts = Math.Max(0, _short[symbol] - lessShort);
        double unit = double.IsNaN(_unit[symbol]) ? 0 : _unit[symbol];
        return measure switch
        {
            ExposureMeasure.Net => unit * Math.Abs(longs - shorts),
            ExposureMeasure.Gross => unit * (longs + shorts),
            ExposureMeasure.Margin => _marginScale * ModelledMargin(symbol, longs, shorts),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "Unknown measure."),
        };
    }

    /// <summary>Sum of a measure over all symbols; deposit currency.</summary>
    public double Total(ExposureMeasure measure)
    {
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            total += Measure(measure, i);
        }

        return total;
    }

    private double TotalMargin()
    {
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            total += ModelledMargin(i, _long[i], _short[i]);
        }

        return total;
    }

    /// <summary>From prices and tiers where both are known, else in proportion to the margins reported per position.</summary>
    private double ModelledMargin(int symbol, double longs, double shorts)
    {
        AccountState account = _snapshot.Account;
        SymbolState state = _snapshot.Symbols[symbol];
        double toUsd = state.DepositToUsd > 0 ? state.DepositToUsd : state.Tiers.Count == 0 ? 1 : double.NaN;
        if (_isPriced[symbol] && toUsd > 0 && account.Leverage > 0)
        {
            double usd = _unit[symbol] * toUsd;
            return MarginArithmetic.SymbolMargin(
                longs * usd, shorts * usd, account.Calculation, account.Leverage, state.Tiers) / toUsd;
        }

        double perUnit = ReportedPerUnit(symbol);
        double margin = account.Calculation switch
        {
            MarginCalculation.Max => perUnit * Math.Max(longs, shorts),
            MarginCalculation.Net => perUnit * Math.Abs(longs - shorts),
            _ => perUnit * (longs + shorts),
        };
        return margin > 0 ? margin : 0;
    }

    private double ReportedPerUnit(int symbol)
    {
        double volume = _long[symbol] + _short[symbol];
        double reported = _longMargin[symbol] + _shortMargin[symbol];
        return volume > 0 && reported > 0 ? reported / volume : _unit[symbol] / _snapshot.Account.Leverage;
    }

    private void SetUnit(int symbol, in SymbolState state, double accountLeverage)
    {
        double volume = _long[symbol] + _short[symbol];
        bool hasRate = state.QuoteToDeposit > 0;
        _isPriced[symbol] = hasRate && state.MidPrice > 0;
        if (_isPriced[symbol])
        {
            _unit[symbol] = state.MidPrice * state.QuoteToDeposit;
        }
        else if (hasRate && volume > 0)
        {
            _unit[symbol] = _entryValue[symbol] / volume * state.QuoteToDeposit;
        }
        else
        {
            double reported = _longMargin[symbol] + _shortMargin[symbol];
            _unit[symbol] = volume > 0 && reported > 0 ? reported * accountLeverage / volume : double.NaN;
        }
    }

    private void Reserve(int symbols, int positions)
    {
        if (_long.Length < symbols)
        {
            int size = Math.Max(symbols, 2 * _long.Length);
            _long = new double[size];
            _short = new double[size];
            _longMargin = new double[size];
            _shortMargin = new double[size];
            _entryValue = new double[size];
            _unit = new double[size];
            _isPriced = new bool[size];
        }

        if (_symbolOfPosition.Length < positions)
        {
            _symbolOfPosition = new int[Math.Max(positions, 2 * _symbolOfPosition.Length)];
        }
    }
}

using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Tests.Guarding;

/// <summary>Accounts to decide about: BTCUSD at 100,000 in a dollar account of leverage 20 and stop-out at 50 %.</summary>
internal static class Snapshots
{
    public const string Btc = "BTCUSD";
    public const string Eth = "ETHUSD";

    /// <summary>A ladder of round numbers: what a policy does with one does not hang on how the shipped ones were set.</summary>
    public static readonly LeverageLadder Ladder = new(
        [new LadderRung(30, 20, 5, 8), new LadderRung(50, 35, 3, 4), new LadderRung(70, 50, 1, 1.5)],
        TimeSpan.Zero,
        TimeSpan.FromMinutes(15));

    public static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    public static GuardSnapshot Account(
        double equity,
        double margin = 0,
        MarginCalculation calculation = MarginCalculation.Sum,
        AccountKind kind = AccountKind.Hedged)
    {
        GuardSnapshot snapshot = new()
        {
            TimeUtc = Noon,
            Account = new AccountState(equity, equity, margin, double.NaN, 50, 20, kind, calculation, false, 0),
        };
        snapshot.Symbols.Add(Symbol(Btc, 100_000));
        snapshot.Symbols.Add(Symbol(Eth, 4_000));
        return snapshot;
    }

    public static SymbolState Symbol(string name, double price, double min = 0.01, double step = 0.01) =>
        new(name, min, step, 1_000, price, price, 1, 1, [], 2, 0, true);

    public static GuardSnapshot With(
        this GuardSnapshot snapshot, int id, PositionSide side, double volume, string symbol = Btc,
        double netProfit = 0, string label = "", double stop = double.NaN, int openedHour = 0, bool isBlocked = false,
        bool isStopBlocked = false)
    {
        double price = snapshot.Symbols[snapshot.IndexOfSymbol(symbol)].MidPrice;
        snapshot.Positions.Add(new PositionState(
            id, symbol, side, volume, price, volume * price / 20, netProfit, stop,
            Noon.Date.AddHours(openedHour), label, isBlocked, isStopBlocked));
        return snapshot;
    }

    public static GuardSnapshot WithRisk(
        this GuardSnapshot snapshot, double risk, PositionSide side = PositionSide.Long, string symbol = Btc,
        double ageSeconds = 0, double quality = 1)
    {
        snapshot.Risks.RemoveAll(r => r.Symbol == symbol && r.Side == side);
        snapshot.Risks.Add(new CascadeRisk(symbol, side, risk, snapshot.TimeUtc.AddSeconds(-ageSeconds), quality));
        return snapshot;
    }

    public static GuardSnapshot WithOrder(
        this GuardSnapshot snapshot, int id, PositionSide side, double volume, string symbol = Btc, string label = "")
    {
        snapshot.Orders.Add(new PendingOrderState(id, symbol, side, volume, 99_000, label));
        return snapshot;
    }

    public static GuardSnapshot WithSymbol(this GuardSnapshot snapshot, SymbolState symbol)
    {
        snapshot.Symbols[snapshot.IndexOfSymbol(symbol.Name)] = symbol;
        return snapshot;
    }
}

using BenchmarkDotNet.Attributes;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Benchmarks;

/// <summary>Cost of one look at an account of 50 positions in two symbols.</summary>
[MemoryDiagnoser]
public class GuardBenchmarks
{
    private static readonly DateTime Noon = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private readonly GuardPolicy _policy = new(new GuardOptions { Ladder = GuardPresets.Balanced });
    private readonly GuardSnapshot _calm = Account(5);
    private readonly GuardSnapshot _danger = Account(75);
    private readonly GuardSnapshot _tiered = Account(5, margin: 26_000);
    private GuardState _state;

    /// <summary>Brings the state to where it stays, so that the calm look is the steady one.</summary>
    [GlobalSetup]
    public void SetUp() => _state = _policy.Decide(_calm, default).State;

    /// <summary>Nothing is to be done: the case of nearly every second.</summary>
    [Benchmark(Baseline = true)]
    public HoldReason Calm() => _policy.Decide(_calm, _state).Hold;

    /// <summary>The ladder asks for a plan over both symbols.</summary>
    [Benchmark]
    public int LadderPlan() => _policy.Decide(_danger, default).Actions.Count;

    /// <summary>The backstop asks for a plan, with dynamic leverage.</summary>
    [Benchmark]
    public int BackstopPlan() => _policy.Decide(_tiered, default).Actions.Count;

    private static GuardSnapshot Account(double risk, double margin = 5_000)
    {
        GuardSnapshot snapshot = new()
        {
            TimeUtc = Noon,
            Account = new AccountState(25_000, 25_000, margin, double.NaN, 50, 20, AccountKind.Hedged, MarginCalculation.Sum, false, 0),
        };
        LeverageTier[] tiers = [new(50_000, 20), new(200_000, 10), new(1e9, 2)];
        snapshot.Symbols.Add(new SymbolState("BTCUSD", 0.01, 0.01, 100, 99_995, 100_005, 1, 1, tiers, 2, 0, true));
        snapshot.Symbols.Add(new SymbolState("ETHUSD", 0.1, 0.1, 1_000, 3_999, 4_001, 1, 1, tiers, 2, 0, true));
        for (int i = 0; i < 50; i++)
        {
            bool isBtc = i % 2 == 0;
            snapshot.Positions.Add(new PositionState(
                i + 1,
                isBtc ? "BTCUSD" : "ETHUSD",
                i % 5 == 0 ? PositionSide.Short : PositionSide.Long,
                isBtc ? 0.05 : 1,
                isBtc ? 100_000 : 4_000,
                isBtc ? 250 : 200,
                (i % 7) - 3,
                double.NaN,
                Noon.AddMinutes(-i),
                string.Empty));
        }

        foreach (SymbolState symbol in snapshot.Symbols)
        {
            snapshot.Risks.Add(new CascadeRisk(symbol.Name, PositionSide.Long, risk, Noon, 1));
            snapshot.Risks.Add(new CascadeRisk(symbol.Name, PositionSide.Short, 1, Noon, 1));
        }

        return snapshot;
    }
}

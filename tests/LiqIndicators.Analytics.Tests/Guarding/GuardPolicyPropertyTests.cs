using CsCheck;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Guarding;

public sealed class GuardPolicyPropertyTests
{
    private static readonly Gen<GuardSnapshot> Books = Gen.Select(
        Gen.Double[100, 200_000],
        Gen.Enum<MarginCalculation>(),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Int[1, 200], Gen.Double[-500, 500]).Array[0, 12],
        Gen.Double[0, 100].Array[4],
        Gen.Int[1, 30],
        Gen.Bool)
        .Select((equity, calculation, legs, risks, min, isTiered) =>
        {
            GuardSnapshot snapshot = Snapshots.Account(equity, 0, calculation);
            LeverageTier[] tiers = isTiered ? [new(50_000, 20), new(200_000, 10), new(1e9, 2)] : [];
            snapshot.WithSymbol(Snapshots.Symbol(Snapshots.Btc, 100_000, min / 100.0, 0.01) with { Tiers = tiers });
            snapshot.WithSymbol(Snapshots.Symbol(Snapshots.Eth, 4_000, 0.1, 0.1) with { Tiers = tiers });
            for (int i = 0; i < legs.Length; i++)
            {
                (bool isBtc, bool isLong, int steps, double profit) = legs[i];
                snapshot.With(
                    i + 1,
                    isLong ? PositionSide.Long : PositionSide.Short,
                    isBtc ? Math.Max(steps, min) / 100.0 : steps / 10.0,
                    isBtc ? Snapshots.Btc : Snapshots.Eth,
                    profit);
            }

            snapshot.Account = snapshot.Account with { Margin = Margin(snapshot, []) };
            return snapshot.WithRisk(risks[0]).WithRisk(risks[1], PositionSide.Short)
                .WithRisk(risks[2], PositionSide.Long, Snapshots.Eth).WithRisk(risks[3], PositionSide.Short, Snapshots.Eth);
        });

    [Fact]
    public void Decide_AnyBook_OnlyTakesOffAndLeavesTradable() => Books.Sample(
        snapshot =>
        {
            GuardDecision decision = Policy().Decide(snapshot, default);
            Assert.Equal(decision.Actions.Count, decision.Actions.Select(a => a.Id).Distinct().Count());
            foreach (GuardAction action in decision.Actions)
            {
                PositionState position = snapshot.Positions[snapshot.IndexOfPosition(action.Id)];
                SymbolState symbol = snapshot.Symbols[snapshot.IndexOfSymbol(action.Symbol)];
                double left = position.Volume - action.Volume;
                // Exactly: a tail of binary fractions beyond the position would be a bad volume.
                Assert.True(action.Volume > 0 && left >= 0, $"{action}");
                Assert.True(left < 1e-12 || left >= symbol.VolumeMin - 1e-9, $"{action} leaves dust");
                Assert.True(left < 1e-12 || action.Volume >= symbol.VolumeMin - 1e-9, $"{action} is too small an order");
            }
        },
        iter: DeepRun.Count(2_000, 50_000));

    [Fact]
    public void Decide_AnyBook_RaisesNeitherMarginNorNetExposure() => Books.Sample(
        snapshot =>
        {
            GuardDecision decision = Policy().Decide(snapshot, default);
            Dictionary<int, double> cuts = decision.Actions.ToDictionary(a => a.Id, a => a.Volume);
            double before = Margin(snapshot, []);
            Assert.True(Margin(snapshot, cuts) <= before * (1 + 1e-12));
            foreach (SymbolState symbol in snapshot.Symbols)
            {
                // Cutting both sides of an even book may leave a difference of one smallest order, no more.
                double allowance = snapshot.Positions.Any(p => p.Symbol == symbol.Name && p.Side == PositionSide.Long)
                    && snapshot.Positions.Any(p => p.Symbol == symbol.Name && p.Side == PositionSide.Short) ? symbol.VolumeMin : 0;
                Assert.True(Math.Abs(Net(snapshot, symbol.Name, cuts)) <= Math.Abs(Net(snapshot, symbol.Name, [])) + allowance + 1e-9);
            }
        },
        iter: DeepRun.Count(2_000, 50_000));

    /// <summary>Without hedges one plan is enough; where a cut turns a hedge over, a second look may be needed.</summary>
    [Fact]
    public void Decide_AppliedAgainAndAgain_ComesToRest() => Books.Sample(
        snapshot =>
        {
            bool isHedged = snapshot.Symbols.Any(s => snapshot.Positions
                .Where(p => p.Symbol == s.Name).Select(p => p.Side).Distinct().Count() == 2);
            GuardPolicy policy = Policy();
            GuardDecision decision = policy.Decide(snapshot, default);
            int rounds = isHedged ? 6 : 1;
            for (int i = 0; i < rounds; i++)
            {
                Apply(snapshot, decision.Actions);
                decision = policy.Decide(snapshot, decision.State);
            }

            Assert.Empty(decision.Actions);
        },
        iter: DeepRun.Count(2_000, 50_000));

    [Fact]
    public void Decide_SameInput_GivesTheSamePlan() => Books.Sample(
        snapshot => Assert.Equal(Policy().Decide(snapshot, default).Actions, Policy().Decide(snapshot, default).Actions));

    [Fact]
    public void Decide_NothingToDo_AllocatesNothing()
    {
        GuardSnapshot snapshot = Snapshots.Account(1_000_000, 100).WithRisk(40).WithRisk(40, PositionSide.Short)
            .WithRisk(1, PositionSide.Long, Snapshots.Eth).WithRisk(1, PositionSide.Short, Snapshots.Eth);
        for (int i = 0; i < 50; i++)
        {
            snapshot.With(i + 1, i % 3 == 0 ? PositionSide.Short : PositionSide.Long, 0.01, i % 2 == 0 ? Snapshots.Btc : Snapshots.Eth);
        }

        GuardPolicy policy = Policy();
        GuardState state = policy.Decide(snapshot, default).State;
        state = policy.Decide(snapshot, state).State;

        Assert.Equal(0, Allocations.Of(0, 500, _ => state = policy.Decide(snapshot, state).State));
        Assert.Equal(1, state.Ladder(Snapshots.Btc, PositionSide.Long).Rung);
    }

    private static void Apply(GuardSnapshot snapshot, IReadOnlyList<GuardAction> actions)
    {
        foreach (GuardAction cut in actions)
        {
            int p = snapshot.IndexOfPosition(cut.Id);
            double left = Math.Round(snapshot.Positions[p].Volume - cut.Volume, 9);
            if (left <= 0)
            {
                snapshot.Positions.RemoveAt(p);
            }
            else
            {
                snapshot.Positions[p] = snapshot.Positions[p] with { Volume = left };
            }
        }

        snapshot.Account = snapshot.Account with { Margin = Margin(snapshot, []) };
    }

    private static GuardPolicy Policy() => new(new GuardOptions { Ladder = Snapshots.Ladder });

    /// <summary>Margin of the account by definition, symbol by symbol.</summary>
    private static double Margin(GuardSnapshot snapshot, Dictionary<int, double> cuts) => snapshot.Symbols.Sum(symbol =>
        MarginArithmetic.SymbolMargin(
            Exposure(snapshot, symbol, PositionSide.Long, cuts),
            Exposure(snapshot, symbol, PositionSide.Short, cuts),
            snapshot.Account.Calculation,
            20,
            symbol.Tiers));

    private static double Exposure(GuardSnapshot snapshot, SymbolState symbol, PositionSide side, Dictionary<int, double> cuts) =>
        Math.Max(0, snapshot.Positions.Where(p => p.Symbol == symbol.Name && p.Side == side)
            .Sum(p => p.Volume - cuts.GetValueOrDefault(p.Id)) * symbol.MidPrice);

    private static double Net(GuardSnapshot snapshot, string symbol, Dictionary<int, double> cuts) => snapshot.Positions
        .Where(p => p.Symbol == symbol)
        .Sum(p => (p.Volume - cuts.GetValueOrDefault(p.Id)) * (p.Side == PositionSide.Long ? 1 : -1));
}

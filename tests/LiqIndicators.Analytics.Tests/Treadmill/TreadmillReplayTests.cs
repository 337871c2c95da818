using LiqIndicators.Analytics.Market;
using LiqIndicators.Analytics.Tests.Funding;
using LiqIndicators.Analytics.Treadmill;
using LiqIndicators.TestKit;

namespace LiqIndicators.Analytics.Tests.Treadmill;

/// <summary>Real episodes against the paths that their news told.</summary>
public sealed class TreadmillReplayTests
{
    // The episode as told from the file by eye: from 19 to 29 January open interest grows from 94,500 to 104,000 BTC while
    // longs pay; on the 29th price falls from 88,000 to 84,000 on 240 million of longs, with open interest kept; on the
    // 31st a second leg takes it from 100,500 to 93,500 and funding to zero; open interest is rebuilt to 95,000 until the
    // 5th, when the largest hours follow; on the 6th it stands at 86,000 with shorts paying, and then it is quiet.
    [SkippableFact]
    public void Run_CrashOfJanuaryAndFebruary2026_FollowsItLegByLeg()
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        TreadmillTransition[] path = TreadmillReplay.Path(TreadmillReplay.Of(SharedMarket.Winter(), new TreadmillOptions()));

        (string Day, TreadmillPhase To, TreadmillRule Rule)[] expected =
        [
            ("01-23", TreadmillPhase.Building, TreadmillRule.OpenInterestGrew),
            ("01-23", TreadmillPhase.Crowded, TreadmillRule.CarryCrowded),
            ("01-29", TreadmillPhase.Stress, TreadmillRule.AdverseMove),
            ("01-29", TreadmillPhase.Cascade, TreadmillRule.ForcedBurst),
            ("01-30", TreadmillPhase.Stress, TreadmillRule.HalfDone),
            ("01-30", TreadmillPhase.Fragile, TreadmillRule.Held),
            ("01-31", TreadmillPhase.Cascade, TreadmillRule.ForcedBurst),
            ("02-01", TreadmillPhase.FlushConfirmed, TreadmillRule.Flushed),
            ("02-03", TreadmillPhase.Cascade, TreadmillRule.ForcedBurst),
            ("02-04", TreadmillPhase.Fragile, TreadmillRule.Held),
            ("02-04", TreadmillPhase.Cascade, TreadmillRule.ForcedBurst),
            ("02-05", TreadmillPhase.Fragile, TreadmillRule.Held),
            ("02-05", TreadmillPhase.Cascade, TreadmillRule.ForcedBurst),
            ("02-06", TreadmillPhase.FlushConfirmed, TreadmillRule.Flushed),
            ("02-08", TreadmillPhase.Reset, TreadmillRule.Settled),
        ];
        DateTime from = new(2026, 1, 23, 6, 0, 0, DateTimeKind.Utc);
        DateTime to = new(2026, 2, 9, 0, 0, 0, DateTimeKind.Utc);
        TreadmillTransition[] episode = [.. path.Where(t => t.TimeUtc >= from && t.TimeUtc < to)];

        Assert.Equal(expected, Array.ConvertAll(episode, t => ($"{t.TimeUtc:MM-dd}", t.To, t.Rule)));
        Assert.All(episode.Skip(1), t => Assert.Equal(PositionSide.Long, t.Side));

        // Numbers seen in the file: 106,500 at the top and 93,500 after the second leg.
        Assert.InRange(episode[7].OpenInterestChange, -0.14, -0.10);
        Assert.StartsWith("Cascade -> FlushConfirmed: open interest -12.", episode[7].Reason, StringComparison.Ordinal);
        Assert.Contains("funding 0.000", episode[7].Reason, StringComparison.Ordinal);
        Assert.Contains("longs still pay", episode[5].Reason, StringComparison.Ordinal);
    }

    // Price and funding alone: the cascade between 20:50 and 21:30 is seen, whether it flushed cannot be.
    [SkippableTheory]
    [InlineData("BTCUSDT")]
    [InlineData("ETHUSDT")]
    public void Run_TenthOfOctober2025_SeesTheCascadeAndAdmitsThatAFlushIsNotTestable(string symbol)
    {
        Skip.IfNot(SharedMaterial.IsHere, SharedMaterial.Reason);
        TreadmillReading[] readings = TreadmillReplay.Of(WithFunding(symbol), new TreadmillOptions { SampleHours = 1.0 / 12 });
        TreadmillTransition[] path = TreadmillReplay.Path(readings);

        TreadmillTransition cascade = Assert.Single(path, t => t.To == TreadmillPhase.Cascade);
        Assert.InRange(
            cascade.TimeUtc,
            new DateTime(2025, 10, 10, 20, 50, 0, DateTimeKind.Utc),
            new DateTime(2025, 10, 10, 21, 30, 0, DateTimeKind.Utc));
        Assert.Equal(PositionSide.Long, cascade.Side);
        Assert.Equal(TreadmillPhase.Stress, cascade.From);
        Assert.Equal(TreadmillRule.ExtremeMove, cascade.Rule);
        Assert.EndsWith("against longs, liquidations not available", cascade.Reason, StringComparison.Ordinal);

        TreadmillTransition after = path.First(t => t.TimeUtc > cascade.TimeUtc);
        Assert.Equal((TreadmillPhase.Reset, TreadmillRule.NotTestable), (after.To, after.Rule));
        Assert.Contains("flush not testable: open interest not available", after.Reason, StringComparison.Ordinal);

        Assert.DoesNotContain(path, t => t.To is TreadmillPhase.FlushConfirmed or TreadmillPhase.Fragile);
        Assert.All(readings, r => Assert.True(r.Lacks.HasFlag(TreadmillLacks.OpenInterest | TreadmillLacks.Liquidations)));
        Assert.All(readings, r => Assert.Equal(ReductionKind.Unknown, r.Reduction));
    }

    private static MarketBar[] WithFunding(string symbol)
    {
        MarketBar[] bars = SharedMarket.Autumn(symbol);
        (DateTime PaidUtc, double Rate)[] paid =
            [.. FundingFiles.Read($"data/crash-2025-10-10/binance_{symbol}_8h-funding_rate.csv")];
        int known = 0;
        for (int i = 0; i < bars.Length; i++)
        {
            while (known < paid.Length && paid[known].PaidUtc <= bars[i].TimeUtc)
            {
                known++;
            }

            bars[i] = bars[i] with { FundingRate = known > 0 ? paid[known - 1].Rate : double.NaN };
        }

        return bars;
    }
}

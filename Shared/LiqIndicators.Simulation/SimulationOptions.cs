using LiqIndicators.Analytics;

namespace LiqIndicators.Simulation;

/// <summary>What to simulate. Everything else is fixed by stylised facts or drawn from the seed and hidden.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed of every draw. 1 to 200 are for reporting, from 1001 on for tuning.</summary>
    public int Seed { get; init; } = 1001;

    /// <summary>Kind of market.</summary>
    public SimulationScenario Scenario { get; init; } = SimulationScenario.Mixed;

    /// <summary>Published days; in [1, 3650].</summary>
    public int Days { get; init; } = 120;

    /// <summary>Length of a bar: whole minutes that divide an hour.</summary>
    public TimeSpan Bar { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Open of the first published bar; UTC, a full hour.</summary>
    public DateTime StartUtc { get; init; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Price the market starts from before its unpublished run-in; quote per base, above 0.</summary>
    public double InitialPrice { get; init; } = 90_000;

    /// <summary>Open interest the market returns to; base units of one side, above 0.</summary>
    public double TypicalOpenInterestQuantity { get; init; } = 90_000;

    /// <summary>Hours from one snapshot of the truth to the next; in [1, 168].</summary>
    public int TruthIntervalHours { get; init; } = 1;

    /// <summary>Traders who would choose more leverage take this much; in [1, 125]. 1 takes all leverage out of the market.</summary>
    public double LargestLeverage { get; init; } = 125;

    /// <summary>Checks every number.</summary>
    /// <exception cref="ArgumentException">A number is outside its range, or the bar does not divide an hour, or the start is not a full hour.</exception>
    internal void Check()
    {
        Guard.InRange(Days, 1, 3650);
        Guard.Positive(InitialPrice);
        Guard.Positive(TypicalOpenInterestQuantity);
        Guard.InRange(TruthIntervalHours, 1, 168);
        Guard.InRange(LargestLeverage, 1, 125);
        Guard.Utc(StartUtc);
        if (StartUtc.Ticks % TimeSpan.TicksPerHour != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(StartUtc), StartUtc, FormattableString.Invariant($"StartUtc is {StartUtc:O}; expected a full hour."));
        }

        if (Bar < TimeSpan.FromMinutes(1) || Bar.Ticks % TimeSpan.TicksPerMinute != 0 || TimeSpan.TicksPerHour % Bar.Ticks != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(Bar), Bar, FormattableString.Invariant($"Bar is {Bar}; expected whole minutes that divide an hour."));
        }
    }
}

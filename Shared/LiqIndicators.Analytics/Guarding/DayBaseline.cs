namespace LiqIndicators.Analytics.Guarding;

/// <summary>Equity at the start of the trading day, and the loss since.</summary>
internal static class DayBaseline
{
    /// <summary>Starts a new day when it has come, and notes when the loss limit is reached.</summary>
    /// <remarks>A restart within the day keeps the baseline, since it is part of the state.</remarks>
    public static GuardState Step(in GuardState state, in AccountState account, DateTime timeUtc, GuardOptions options)
    {
        DateTime day = DateTime.SpecifyKind(
            timeUtc.AddHours(-options.DayStartHourUtc).Date.AddHours(options.DayStartHourUtc), DateTimeKind.Utc);
        GuardState next = state.DayUtc == day
            ? state
            : state with
            {
                DayUtc = day,
                DayStartEquity = account.Equity,
                DayStartTransfers = account.TransfersTotal,
                IsDailyLossHit = false,
            };
        return next with { IsDailyLossHit = next.IsDailyLossHit || LossPct(next, account) >= options.DailyLossLimitPct };
    }

    /// <summary>Loss since the start of the day, deposits and withdrawals aside; percent of the equity then; negative for a gain.</summary>
    public static double LossPct(in GuardState state, in AccountState account)
    {
        double transfers = account.TransfersTotal - state.DayStartTransfers;
        double expected = state.DayStartEquity + (double.IsNaN(transfers) ? 0 : transfers);
        return state.DayStartEquity > 0 ? 100 * (expected - account.Equity) / state.DayStartEquity : 0;
    }
}

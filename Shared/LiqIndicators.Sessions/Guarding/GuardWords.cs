using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What decisions and refusals say to a user.</summary>
internal static class GuardWords
{
    internal static string Of(HoldReason reason) => reason switch
    {
        HoldReason.None => "acts",
        HoldReason.AccountUnknown => "the account's numbers cannot be used",
        HoldReason.NothingOpen => "nothing is open",
        HoldReason.NothingEligible => "over a limit, but nothing may be touched",
        HoldReason.NoUsefulCut => "over a limit, but no tradable cut would lower it",
        HoldReason.RiskUnusable => "no usable risk data; the backstop watches",
        HoldReason.Dwelling => "risk is up and waits for its dwell time",
        HoldReason.WithinLimits => "within the limits of the armed rung",
        HoldReason.RiskLow => "risk is low",
        _ => reason.ToString(),
    };

    internal static string Of(Refusal refusal) => refusal switch
    {
        Refusal.Killed => "the kill switch is on",
        Refusal.MonitorMode => "Monitor: it says what it would do",
        Refusal.LiveNotConfirmed => "live account not confirmed: acts as Monitor",
        Refusal.OtherInstance => "another instance guards this account",
        Refusal.Offline => "the account cannot be read",
        Refusal.Failed => "an error inside broke off the last step",
        Refusal.InFlight => "an order is on its way",
        Refusal.NoPermission => "the platform does not let it trade",
        Refusal.MarketClosed => "the market is closed",
        Refusal.UnknownSymbol => "the platform does not know the symbol",
        Refusal.BackOff => "waits after a failure",
        Refusal.NoAcceptableVolume => "no volume is left to ask for",
        Refusal.SpreadTooWide => "the spread is too wide",
        Refusal.SlippagePause => "pauses after slippage",
        Refusal.CoolDown => "cools down",
        Refusal.ActionCap => "the hour's orders are used up",
        Refusal.VolumeCap => "the hour's volume is used up",
        _ => refusal.ToString(),
    };
}

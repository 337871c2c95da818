using System.Globalization;
using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;
using LiqIndicators.Sessions.Presentation;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>What the panel says: mode, risk and its age, leverage now and allowed, what is next and why, what was done.</summary>
public sealed class GuardCard
{
    private const int MostSymbols = 3;
    private const int MostLines = 3;
    private const int LongestLine = 76;

    // A line of the journal starts with the date and the time; the panel shows the time.
    private const int DateLength = 11;

    private readonly GuardSession _session;
    private readonly GuardSessionOptions _execution;
    private readonly LeverageLadder? _ladder;
    private readonly string _environmentNote;

    /// <summary>Reads a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="policy">Options of its policy.</param>
    /// <param name="execution">Options of its execution.</param>
    /// <param name="environment">Where it runs.</param>
    public GuardCard(GuardSession session, GuardOptions policy, GuardSessionOptions execution, GuardEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _session = session;
        _execution = execution;
        _ladder = policy.Ladder;
        _environmentNote = EnvironmentNotes.For(environment);
    }

    /// <summary>The text now.</summary>
    /// <param name="nowUtc">UTC; ages count to it.</param>
    public HudCard At(DateTime nowUtc)
    {
        GuardStatus status = _session.Status;
        List<HudLine> lines = [ModeLine(status)];
        if (_environmentNote.Length > 0)
        {
            lines.Add(new HudLine("", Short(_environmentNote), HudTone.Warning));
        }

        if (status.TimeUtc != default)
        {
            AddSymbols(lines, status.Decision, nowUtc);
            AddAccount(lines, status.Decision);
            AddNext(lines, status);
        }

        int first = Math.Max(0, status.Lines.Count - MostLines);
        for (int i = status.Lines.Count - 1; i >= first; i--)
        {
            lines.Add(new HudLine(i == status.Lines.Count - 1 ? "last" : "", WholeWords(status.Lines[i][DateLength..]), HudTone.Quiet));
        }

        return new HudCard("LeverageGuard", lines, status.General is Refusal.Offline or Refusal.OtherInstance or Refusal.Failed)
        {
            Badge = Badge(status),
            Brief = Brief(status),
        };
    }

    private static string Short(string text) => text.Length <= LongestLine ? text : text[..(LongestLine - 3)] + "...";

    /// <summary>A line of the journal, without its reason where both have no room: the reason stood beside the order while it was next.</summary>
    private static string WholeWords(string text)
    {
        int reason = text.LastIndexOf(": ", StringComparison.Ordinal);
        return text.Length <= LongestLine || reason < 0 || reason > LongestLine ? Short(text) : text[..reason];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string AgeText(TimeSpan age) => age.TotalSeconds < 60 ? Text($"{Math.Max(0, age.TotalSeconds):0} s old")
        : age.TotalMinutes < 120 ? Text($"{age.TotalMinutes:0} min old")
        : Text($"{age.TotalHours:0} h old");

    private static bool IsHindered(GuardStatus status) => status.General is not (Refusal.None or Refusal.InFlight);

    private HudLine Badge(GuardStatus status) => _session.IsKilled ? new HudLine("", "killed", HudTone.Warning)
        : status.General == Refusal.Failed ? new HudLine("", "not guarding", HudTone.Warning)
        : _execution.Mode == GuardMode.Monitor ? new HudLine("", "Monitor", HudTone.Quiet)
        : IsHindered(status) ? new HudLine("", "Armed, not acting", HudTone.Warning)
        : new HudLine("", "Armed");

    private HudLine Brief(GuardStatus status) => status.Decision.Actions is { Count: > 0 } actions
        ? new HudLine("", $"{Badge(status).Value}: {Short(Action(actions[0]))}", HudTone.Warning)
        : Badge(status);

    private HudLine ModeLine(GuardStatus status)
    {
        if (_session.IsKilled)
        {
            return new HudLine("mode", "KILLED: no order is sent until the switch is lifted", HudTone.Warning);
        }

        if (status.General == Refusal.Failed)
        {
            return new HudLine("mode", "NOT GUARDING: an error inside, see the log; tried again each second", HudTone.Warning);
        }

        if (_execution.Mode == GuardMode.Monitor)
        {
            return new HudLine("mode", "Monitor: says what it would do, sends nothing");
        }

        bool isHindered = IsHindered(status);
        return new HudLine(
            "mode", isHindered ? $"Armed, but {GuardWords.Of(status.General)}" : "Armed: acts when a limit is passed", isHindered ? HudTone.Warning : HudTone.Plain);
    }

    private void AddSymbols(List<HudLine> lines, in GuardDecision decision, DateTime nowUtc)
    {
        GuardSnapshot snapshot = _session.Snapshot;
        for (int i = 0; i < Math.Min(MostSymbols, snapshot.Symbols.Count); i++)
        {
            SymbolState symbol = snapshot.Symbols[i];
            string of = snapshot.Symbols.Count > 1 ? symbol.Name + ": " : "";
            lines.Add(RiskLine(snapshot, symbol.Name, of, decision, nowUtc));
            double net = NetVolume(snapshot, symbol.Name);
            PositionSide side = net < 0 ? PositionSide.Short : PositionSide.Long;
            double exposure = Math.Abs(net) * symbol.MidPrice * symbol.QuoteToDeposit;
            int rung = decision.State.Ladder(symbol.Name, side).Rung;
            string limit = rung > 0 && rung <= (_ladder?.Count ?? 0) ? Text($"at most {_ladder![rung].MaxSymbolLeverage:0.##}") : "no limit now";
            string leverage = net == 0 ? "0"
                : double.IsNaN(exposure) ? "n/a (no price)"
                : Text($"{MarginArithmetic.EffectiveLeverage(exposure, snapshot.Account.Equity):0.0} {(side == PositionSide.Long ? "long" : "short")}");
            lines.Add(new HudLine("leverage", $"{of}{leverage}, {limit}"));
        }
    }

    private static HudLine RiskLine(GuardSnapshot snapshot, string symbol, string of, in GuardDecision decision, DateTime nowUtc)
    {
        double longs = double.NaN;
        double shorts = double.NaN;
        DateTime asOfUtc = default;
        foreach (CascadeRisk risk in snapshot.Risks)
        {
            if (string.Equals(risk.Symbol, symbol, StringComparison.Ordinal))
            {
                longs = risk.Side == PositionSide.Long ? risk.RiskPct : longs;
                shorts = risk.Side == PositionSide.Short ? risk.RiskPct : shorts;
                asOfUtc = risk.AsOfUtc;
            }
        }

        if (double.IsNaN(longs) && double.IsNaN(shorts))
        {
            return new HudLine("risk", of + "no data", HudTone.Warning);
        }

        int longRung = decision.State.Ladder(symbol, PositionSide.Long).Rung;
        int shortRung = decision.State.Ladder(symbol, PositionSide.Short).Rung;
        HudTone tone = longRung == shortRung ? HudTone.Plain : longRung > shortRung ? HudTone.Longs : HudTone.Shorts;
        return new HudLine(
            "risk", $"{of}longs {NumberText.Fine(longs, 0)}, shorts {NumberText.Fine(shorts, 0)}, {AgeText(nowUtc - asOfUtc)}", tone);
    }

    private static double NetVolume(GuardSnapshot snapshot, string symbol)
    {
        double net = 0;
        foreach (PositionState position in snapshot.Positions)
        {
            if (string.Equals(position.Symbol, symbol, StringComparison.Ordinal))
            {
                net += position.Side == PositionSide.Long ? position.Volume : -position.Volume;
            }
        }

        return net;
    }

    private static void AddAccount(List<HudLine> lines, in GuardDecision decision)
    {
        string margin = double.IsNaN(decision.MarginLevelPct) ? "no margin in use" : Text($"margin level {decision.MarginLevelPct:0}%");
        string backstop = double.IsNaN(decision.BackstopLevelPct) ? "no backstop" : Text($"backstop at {decision.BackstopLevelPct:0}%");
        string leverage = double.IsNaN(decision.AccountLeverage) ? "" : Text($"leverage {decision.AccountLeverage:0.0}, ");
        lines.Add(new HudLine("account", $"{leverage}{margin}, {backstop}", decision.State.IsBackstopActive ? HudTone.Warning : HudTone.Plain));
    }

    private static void AddNext(List<HudLine> lines, GuardStatus status)
    {
        GuardDecision decision = status.Decision;
        if (status.InFlight.Length > 0)
        {
            lines.Add(new HudLine("on its way", Short(status.InFlight), HudTone.Warning));
        }
        else if (decision.Actions is { Count: > 0 } actions)
        {
            lines.Add(new HudLine("next", Short(Action(actions[0])), HudTone.Warning));
            lines.Add(new HudLine("because", Short(actions[0].Reason.ToString()), HudTone.Warning));
        }
        else
        {
            lines.Add(new HudLine("next", GuardWords.Of(decision.Hold), HudTone.Quiet));
        }

        if (status.Refused.Count > 0)
        {
            RefusedAction refused = status.Refused[0];
            string which = refused.Id == 0 ? "" : Text($"position {refused.Id}: ");
            string until = refused.UntilUtc == default ? "" : Text($", until {refused.UntilUtc:HH:mm:ss}");
            lines.Add(new HudLine("not now", Short($"{which}{GuardWords.Of(refused.Why)}{until}"), HudTone.Quiet));
        }
    }

    private static string Action(in GuardAction action) => action.Kind switch
    {
        GuardActionKind.Reduce => Text($"close {action.Volume} of {action.VolumeNow} {action.Symbol} {action.Side} (position {action.Id})"),
        GuardActionKind.CancelOrder => Text($"cancel order {action.Id} {action.Symbol} {action.Side} {action.Volume}"),
        _ => Text($"move stop of position {action.Id} {action.Symbol} {action.Side} to {action.StopPrice}"),
    };
}

using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Says what changed, and only then: a guard that repeats itself each second is not read.</summary>
internal sealed class GuardVoice
{
    private readonly GuardContext _context;
    private readonly List<RefusedAction> _refused = [];
    private GuardWarnings _warnings;
    private HoldReason? _hold;
    private Refusal? _general;
    private string _riskError = string.Empty;

    /// <summary>Speaks through the context.</summary>
    public GuardVoice(GuardContext context) => _context = context;

    /// <summary>Says whether orders may go out at all.</summary>
    public void General(in RefusedAction general)
    {
        if (general.Why == _general)
        {
            return;
        }

        _general = general.Why;
        bool isLoud = general.Why is not (Refusal.None or Refusal.MonitorMode);
        _context.Say(
            isLoud ? NoticeLevel.Alert : NoticeLevel.Info,
            general.Why == Refusal.None ? "Armed: orders may be sent." : $"No orders: {general}.");
    }

    /// <summary>Says what is wrong with the reading of the risks; empty when nothing is.</summary>
    public void RiskError(string error)
    {
        if (error == _riskError)
        {
            return;
        }

        _riskError = error;
        bool isClear = error.Length == 0;
        _context.Say(
            isClear ? NoticeLevel.Info : NoticeLevel.Alert,
            isClear ? "The risks can be read again." : $"The risks cannot be read ({error}): the ladder holds; the backstop and the loss limits stay on.");
    }

    /// <summary>Says what was decided, and what stood in the way of deciding.</summary>
    public void Decision(in GuardDecision decision)
    {
        if (decision.Warnings != _warnings)
        {
            _warnings = decision.Warnings;
            bool isClear = decision.Warnings == GuardWarnings.None;
            _context.Say(
                isClear ? NoticeLevel.Info : NoticeLevel.Alert,
                isClear ? "No more warnings." : $"Warnings: {decision.Warnings}.");
        }

        if (decision.Hold != _hold)
        {
            _hold = decision.Hold;
            _context.Say(
                NoticeLevel.Info,
                decision.Hold == HoldReason.None ? $"Wanted first: {decision.Actions[0]}" : $"Hold: {decision.Hold}.");
        }
    }

    /// <summary>Says what was left alone, and why.</summary>
    public void Refusals(IReadOnlyList<RefusedAction> refused, int wanted)
    {
        bool isSame = _refused.Count == refused.Count;
        for (int i = 0; isSame && i < _refused.Count; i++)
        {
            isSame = _refused[i].Id == refused[i].Id && _refused[i].Why == refused[i].Why;
        }

        if (isSame)
        {
            return;
        }

        _refused.Clear();
        _refused.AddRange(refused);
        if (_refused.Count > 0)
        {
            _context.Say(NoticeLevel.Info, FormattableString.Invariant($"Left alone ({wanted} wanted): {string.Join(", ", _refused)}."));
        }
    }
}

using System.Collections.Immutable;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>The ladder of every symbol and side for one decision; refilled without allocating.</summary>
internal sealed class LadderBoard
{
    private readonly GuardOptions _options;
    private LadderState[] _states = [];
    private double[] _riskPct = [];
    private int _symbols;

    /// <summary>Keeps the options.</summary>
    public LadderBoard(GuardOptions options) => _options = options;

    /// <summary>What was wrong with the risks of sides that have exposure or orders.</summary>
    public GuardWarnings Warnings { get; private set; }

    /// <summary>Whether some rung waits on its way up.</summary>
    public bool IsArming { get; private set; }

    /// <summary>Whether some rung is armed.</summary>
    public bool IsArmed { get; private set; }

    /// <summary>Armed rung of a side, from 1; 0 when none is.</summary>
    public int Rung(int symbol, PositionSide side) => _states[Slot(symbol, side)].Rung;

    /// <summary>Usable risk of a side; NaN when it has none now, and then its rung must not act.</summary>
    public double RiskPct(int symbol, PositionSide side) => _riskPct[Slot(symbol, side)];

    /// <summary>Moves every ladder by what the snapshot says.</summary>
    public void Step(GuardSnapshot snapshot, ExposureBook book, in GuardState state)
    {
        Warnings = GuardWarnings.None;
        IsArming = false;
        IsArmed = false;
        _symbols = snapshot.Symbols.Count;
        if (_states.Length < 2 * _symbols)
        {
            _states = new LadderState[4 * _symbols];
            _riskPct = new double[4 * _symbols];
        }

        for (int i = 0; i < _symbols; i++)
        {
            Step(snapshot, book, state, i, PositionSide.Long);
            Step(snapshot, book, state, i, PositionSide.Short);
        }
    }

    /// <summary>The states that are not idle: the given array when nothing changed.</summary>
    public ImmutableArray<LadderState> Save(ImmutableArray<LadderState> before)
    {
        int active = 0;
        bool isSame = true;
        int known = before.IsDefault ? 0 : before.Length;
        for (int i = 0; i < 2 * _symbols; i++)
        {
            if (!_states[i].IsIdle)
            {
                isSame &= active < known && before[active] == _states[i];
                active++;
            }
        }

        if (isSame && active == known)
        {
            return before;
        }

        ImmutableArray<LadderState>.Builder builder = ImmutableArray.CreateBuilder<LadderState>(active);
        for (int i = 0; i < 2 * _symbols; i++)
        {
            if (!_states[i].IsIdle)
            {
                builder.Add(_states[i]);
            }
        }

        return builder.MoveToImmutable();
    }

    private static int Slot(int symbol, PositionSide side) => (2 * symbol) + (side == PositionSide.Long ? 0 : 1);

    private void Step(GuardSnapshot snapshot, ExposureBook book, in GuardState state, int symbol, PositionSide side)
    {
        string name = snapshot.Symbols[symbol].Name;
        LadderState ladder = state.Ladder(name, side);
        int slot = Slot(symbol, side);
        double risk = double.NaN;
        if (_options.Ladder is not null)
        {
            GuardWarnings problem = Find(snapshot, name, side, out risk);
            if (problem != GuardWarnings.None && (book.Volume(symbol, side) > 0 || HasOrder(snapshot, name, side)))
            {
                Warnings |= problem;
            }

            // Without usable data nothing arms or lets go, and a wait starts anew: it saw only part of its time.
            ladder = double.IsNaN(risk)
                ? ladder with { PendingRung = ladder.Rung, PendingSinceUtc = default }
                : _options.Ladder.Step(ladder, risk, snapshot.TimeUtc);
        }

        _states[slot] = ladder;
        _riskPct[slot] = risk;
        IsArming |= ladder.PendingRung > ladder.Rung;
        IsArmed |= ladder.Rung > 0;
    }

    private GuardWarnings Find(GuardSnapshot snapshot, string symbol, PositionSide side, out double riskPct)
    {
        riskPct = double.NaN;
        for (int i = 0; i < snapshot.Risks.Count; i++)
        {
            CascadeRisk risk = snapshot.Risks[i];
            if (risk.Side != side || !string.Equals(risk.Symbol, symbol, StringComparison.Ordinal))
            {
                continue;
            }

            if (!(risk.RiskPct >= 0 && risk.RiskPct <= 100))
            {
                return GuardWarnings.RiskMissing;
            }

            // A clock that is ahead makes data look fresh for ever, so the future counts as stale.
            if ((snapshot.TimeUtc - risk.AsOfUtc).Duration() > _options.MaxRiskAge)
            {
                return GuardWarnings.RiskStale;
            }

            if (!(risk.Quality >= _options.MinRiskQuality))
            {
                return GuardWarnings.RiskLowQuality;
            }

            riskPct = risk.RiskPct;
            return GuardWarnings.None;
        }

        return GuardWarnings.RiskMissing;
    }

    private static bool HasOrder(GuardSnapshot snapshot, string symbol, PositionSide side)
    {
        for (int i = 0; i < snapshot.Orders.Count; i++)
        {
            if (snapshot.Orders[i].Side == side && string.Equals(snapshot.Orders[i].Symbol, symbol, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

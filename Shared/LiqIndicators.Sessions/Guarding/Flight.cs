using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>The one order on its way, as it is kept over restarts.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Id">Number of the position or order.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Side">Its side.</param>
/// <param name="VolumeBefore">Volume before; units.</param>
/// <param name="Volume">Volume asked to close or cancel; units.</param>
/// <param name="StopPrice">Stop asked for; NaN for the other kinds.</param>
/// <param name="MarketPrice">Price at which it could trade when sent; quote currency per unit; NaN when there was none.</param>
/// <param name="IsUrgent">Whether a rule asked that needs no market data.</param>
/// <param name="Rung">Rung of the side when sent.</param>
/// <param name="SentUtc">When it was sent; UTC.</param>
/// <param name="Phase">How much is known.</param>
/// <param name="AnsweredUtc">When the phase was entered; UTC.</param>
/// <param name="Failure">The error that left it open, or Timeout.</param>
/// <param name="Text">What and why, in a line.</param>
public sealed record Flight(
    GuardActionKind Kind,
    int Id,
    string Symbol,
    PositionSide Side,
    double VolumeBefore,
    double Volume,
    double StopPrice,
    double MarketPrice,
    bool IsUrgent,
    int Rung,
    DateTime SentUtc,
    FlightPhase Phase,
    DateTime AnsweredUtc,
    TradeOutcome Failure,
    string Text);

using LiqIndicators.Analytics.Guarding;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>The account, to read and to reduce. It has no way to open, to increase or to move a stop away.</summary>
/// <remarks>
/// Everything happens on the algo's thread. A reply comes once, during the call or later; one that comes after the
/// session gave up waiting is ignored.
/// </remarks>
public interface ITradingPort
{
    /// <summary>Fills account, symbols, positions and pending orders; leaves risks and time alone.</summary>
    /// <param name="snapshot">Empty on entry.</param>
    /// <returns>False while the account cannot be read, as without connection.</returns>
    public bool TryRead(GuardSnapshot snapshot);

    /// <summary>Volume of a position closed since a time, by whomever, as the account's history tells.</summary>
    /// <param name="positionId">Number of the position.</param>
    /// <param name="sinceUtc">Earliest closing time; UTC.</param>
    /// <returns>Units, &gt;= 0; NaN when the history cannot be read.</returns>
    public double ClosedVolume(int positionId, DateTime sinceUtc);

    /// <summary>Closes a position in part or whole.</summary>
    /// <param name="positionId">Number of the position.</param>
    /// <param name="volume">Units, &gt; 0, at most its volume.</param>
    /// <param name="reply">Called once.</param>
    public void Close(int positionId, double volume, Action<TradeReply> reply);

    /// <summary>Moves the stop loss of a position, leaving its take profit alone.</summary>
    /// <param name="positionId">Number of the position.</param>
    /// <param name="stopPrice">Quote currency per unit, nearer to the market than the stop it has.</param>
    /// <param name="reply">Called once.</param>
    public void MoveStop(int positionId, double stopPrice, Action<TradeReply> reply);

    /// <summary>Cancels a pending order.</summary>
    /// <param name="orderId">Number of the order.</param>
    /// <param name="reply">Called once.</param>
    public void Cancel(int orderId, Action<TradeReply> reply);
}

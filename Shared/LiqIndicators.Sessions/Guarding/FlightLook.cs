using LiqIndicators.Analytics.Guarding;
using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Sessions.Guarding;

/// <summary>Reads from the account, not from the reply, whether an order was done.</summary>
public static class FlightLook
{
    private const double Noise = 1e-9;

    // When the history already shows the closing and the positions do not, the positions are late: worth some patience.
    private const int HistoryPatience = 6;

    /// <summary>Compares the order with the account.</summary>
    /// <param name="flight">The order; answered, or given up.</param>
    /// <param name="snapshot">The account now.</param>
    /// <param name="trading">For the history, asked only when the positions do not tell.</param>
    /// <param name="options">Settle times.</param>
    /// <param name="nowUtc">UTC.</param>
    public static FlightResult At(
        Flight flight, GuardSnapshot snapshot, ITradingPort trading, GuardSessionOptions options, DateTime nowUtc)
    {
        TimeSpan settle = flight.Phase == FlightPhase.Confirmed || flight.Failure == TradeOutcome.EntityNotFound
            ? options.VerifySettle
            : options.UnknownSettle;
        bool isSettled = nowUtc - flight.AnsweredUtc >= settle;
        bool isDone = flight.Kind switch
        {
            GuardActionKind.Reduce => Drop(flight, snapshot) >= flight.Volume * (1 - Noise),
            GuardActionKind.CancelOrder => snapshot.IndexOfOrder(flight.Id) < 0,
            _ => IsStopThere(flight, snapshot),
        };
        if (isDone || !isSettled)
        {
            return isDone ? FlightResult.Done : FlightResult.Pending;
        }

        if (flight.Kind == GuardActionKind.Reduce)
        {
            if (trading.ClosedVolume(flight.Id, flight.SentUtc) >= flight.Volume * (1 - Noise))
            {
                return nowUtc - flight.AnsweredUtc >= settle * HistoryPatience ? FlightResult.Done : FlightResult.Pending;
            }

            if (Drop(flight, snapshot) > flight.Volume * Noise)
            {
                return FlightResult.Partly;
            }
        }

        return FlightResult.NotDone;
    }

    /// <summary>By how much the position shrank since the order was sent; units; negative when it grew.</summary>
    public static double Drop(Flight flight, GuardSnapshot snapshot)
    {
        int p = snapshot.IndexOfPosition(flight.Id);
        return flight.VolumeBefore - (p < 0 ? 0 : snapshot.Positions[p].Volume);
    }

    private static bool IsStopThere(Flight flight, GuardSnapshot snapshot)
    {
        int p = snapshot.IndexOfPosition(flight.Id);
        if (p < 0)
        {
            return true;
        }

        double stop = snapshot.Positions[p].StopPrice;
        double tolerance = Math.Abs(flight.StopPrice) * Noise;
        return flight.Side == PositionSide.Long ? stop >= flight.StopPrice - tolerance : stop <= flight.StopPrice + tolerance;
    }
}

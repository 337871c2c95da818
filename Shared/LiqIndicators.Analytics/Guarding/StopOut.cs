using LiqIndicators.Analytics.Market;

namespace LiqIndicators.Analytics.Guarding;

/// <summary>Where the broker would close an account's positions, seen along the price of one of its symbols.</summary>
public static class StopOut
{
    /// <summary>Price of a symbol at which the whole account reaches its stop-out level, all other symbols standing still.</summary>
    /// <remarks>
    /// Looks in the direction in which the account loses: down when it is long on balance, up when it is short. What other symbols need is
    /// the margin reported, less the model's for this symbol. Assumptions of the walk itself: <see cref="MarginArithmetic.StopOutPrice"/>.
    /// </remarks>
    /// <param name="snapshot">The account with all its positions and their symbols.</param>
    /// <param name="symbol">Name of the symbol.</param>
    /// <returns>
    /// Quote currency per unit; NaN without positions in the symbol or with as much long as short, when the account tells no stop-out level,
    /// when a price or a currency rate is not known, and when no price reaches the level.
    /// </returns>
    public static double PriceOf(GuardSnapshot snapshot, string symbol)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        int index = snapshot.IndexOfSymbol(symbol);
        if (index < 0)
        {
            return double.NaN;
        }

        ExposureBook book = new();
        book.Read(snapshot);
        SymbolState state = snapshot.Symbols[index];
        AccountState account = snapshot.Account;
        double longs = book.Volume(index, PositionSide.Long);
        double shorts = book.Volume(index, PositionSide.Short);

        // What a position would be closed at, so that its profit is the one inside the equity.
        double price = longs > shorts ? state.Bid : state.Ask;
        bool isKnown = longs != shorts && price > 0 && account.StopOutLevelPct > 0 && account.Leverage > 0
            && state.QuoteToDeposit > 0 && state.DepositToUsd > 0 && !double.IsNaN(account.Equity);
        if (!isKnown)
        {
            return double.NaN;
        }

        double usdPerUnit = price * state.QuoteToDeposit * state.DepositToUsd;
        double own = MarginArithmetic.SymbolMargin(
            longs * usdPerUnit, shorts * usdPerUnit, account.Calculation, account.Leverage, state.Tiers) / state.DepositToUsd;
        return MarginArithmetic.StopOutPrice(longs > shorts ? PositionSide.Long : PositionSide.Short, new StopOutInputs(
            account.Equity,
            Math.Max(0, account.Margin - own),
            account.StopOutLevelPct,
            account.Calculation,
            account.Leverage,
            state.Tiers,
            price,
            longs,
            shorts,
            state.QuoteToDeposit,
            state.DepositToUsd));
    }
}

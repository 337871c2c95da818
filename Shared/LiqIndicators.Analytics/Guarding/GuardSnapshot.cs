namespace LiqIndicators.Analytics.Guarding;

/// <summary>Everything a decision depends on besides its options and its state; meant to be refilled, not rebuilt.</summary>
public sealed class GuardSnapshot
{
    /// <summary>Time of the snapshot; UTC.</summary>
    public DateTime TimeUtc { get; set; }

    /// <summary>The account.</summary>
    public AccountState Account { get; set; }

    /// <summary>Symbols of all positions, orders and risks; names are unique.</summary>
    public List<SymbolState> Symbols { get; } = [];

    /// <summary>All open positions of the account, those of other tools included.</summary>
    public List<PositionState> Positions { get; } = [];

    /// <summary>All pending orders of the account.</summary>
    public List<PendingOrderState> Orders { get; } = [];

    /// <summary>Cascade risks by symbol and side; what is missing counts as missing, not as 0.</summary>
    public List<CascadeRisk> Risks { get; } = [];

    /// <summary>Empties the lists and keeps their memory.</summary>
    public void Clear()
    {
        Symbols.Clear();
        Positions.Clear();
        Orders.Clear();
        Risks.Clear();
    }

    /// <summary>Index of a symbol; -1 when it is not listed.</summary>
    public int IndexOfSymbol(string name)
    {
        for (int i = 0; i < Symbols.Count; i++)
        {
            if (string.Equals(Symbols[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of a position; -1 when it is not open.</summary>
    public int IndexOfPosition(int id)
    {
        for (int i = 0; i < Positions.Count; i++)
        {
            if (Positions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of a pending order; -1 when there is none of that number.</summary>
    public int IndexOfOrder(int id)
    {
        for (int i = 0; i < Orders.Count; i++)
        {
            if (Orders[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}

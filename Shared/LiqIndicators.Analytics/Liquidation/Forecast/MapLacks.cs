namespace LiqIndicators.Analytics.Liquidation.Forecast;

/// <summary>What a map lacks or has had to bear lately; several may hold at once.</summary>
[Flags]
public enum MapLacks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>No open interest has been seen: the map is empty.</summary>
    OpenInterest = 1,

    /// <summary>The last bar had no open interest: nothing was opened or closed in it.</summary>
    LatestOpenInterest = 2,

    /// <summary>No liquidations were published within a week: dollars rest on what was usual elsewhere.</summary>
    Liquidations = 4,

    /// <summary>Bars are missing within the last week: levels crossed in between are not known.</summary>
    Bars = 8,

    /// <summary>Open interest came into view at once within the last week, as when a venue is added.</summary>
    SteadyOpenInterest = 16,

    /// <summary>The unit of price changed within the last week.</summary>
    SteadyUnit = 32,

    /// <summary>More than half of the mass lies where a seed put it.</summary>
    History = 64,

    /// <summary>The last bar had open interest, but not for venues that hold part of the mass: of them nothing was opened or closed.</summary>
    VenueOpenInterest = 128,
}

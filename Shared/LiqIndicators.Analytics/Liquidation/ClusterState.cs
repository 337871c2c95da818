namespace LiqIndicators.Analytics.Liquidation;

/// <summary>What has become of a cluster.</summary>
public enum ClusterState
{
    /// <summary>Stands there and the price has not reached it since it formed.</summary>
    Armed,

    /// <summary>The price reached it and took only its edge.</summary>
    Touched,

    /// <summary>The price went into it and left a part.</summary>
    PartlyConsumed,

    /// <summary>The price went through it; whether the market ran on is not known yet.</summary>
    Consumed,

    /// <summary>The price went through it and stayed: whoever was on the other side took the forced orders.</summary>
    Absorbed,

    /// <summary>The price went through it and ran on.</summary>
    Accelerated,

    /// <summary>It left the map without being reached: its positions were closed or moved.</summary>
    Faded,
}

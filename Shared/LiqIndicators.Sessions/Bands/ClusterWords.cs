using System.Globalization;
using LiqIndicators.Analytics.Liquidation;

namespace LiqIndicators.Sessions.Bands;

/// <summary>What has become of a cluster, in the words of the chart.</summary>
internal static class ClusterWords
{
    /// <summary>The state alone: <c>partly eaten</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The state is unknown.</exception>
    internal static string Of(ClusterState state) => state switch
    {
        ClusterState.Armed => "armed",
        ClusterState.Touched => "touched",
        ClusterState.PartlyConsumed => "partly eaten",
        ClusterState.Consumed => "eaten",
        ClusterState.Absorbed => "absorbed",
        ClusterState.Accelerated => "accelerated",
        ClusterState.Faded => "faded",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, $"state is {state}; expected a known one."),
    };

    /// <summary>The state with the bar that brought it, in UTC: <c>touched 03-12 14:00</c>.</summary>
    internal static string Since(ClusterState state, DateTime sinceUtc) =>
        Of(state) + sinceUtc.ToString(" MM-dd HH:mm", CultureInfo.InvariantCulture);
}

using LiqIndicators.Analytics.Liquidation;

namespace LiqIndicators.Workbench.Report;

/// <summary>A band as it was known through the recording.</summary>
/// <param name="Cluster">Its last state.</param>
/// <param name="FirstBar">Index of the bar whose close first showed it.</param>
/// <param name="LastBar">Index of the bar that ended it; null while it stands.</param>
/// <param name="Expected">The most that was expected to be liquidated there at any time; quote currency.</param>
internal readonly record struct ReportBand(TrackedCluster Cluster, int FirstBar, int? LastBar, double Expected);
